/** A coordination group's members and a publication of each: the newest of the series that most of them share, so that the group reads like
 * against like; of a member outside it its newest. */
import { listGroupCities } from '../../../db/hub/queries/organisations.ts'
import { listLatestOfGroup } from '../../../db/hub/queries/publications.ts'
import { publicationView } from '../publication/view.ts'
import { organisationView } from './view.ts'
import type { OrganisationContext } from '../../context.ts'
import type { GroupOverview } from '../../contract/groups.ts'
import type { PublicationSummary } from '../../contract/public.ts'

export async function groupOverview(ctx: OrganisationContext): Promise<GroupOverview> {
  const { organisation, role } = ctx
  const [cities, publications] = await Promise.all([
    listGroupCities(ctx.hub, organisation.id),
    listLatestOfGroup(ctx.hub, organisation.id),
  ])
  const latest = latestOfEach(publications.map((row) => publicationView(row)))
  return {
    group: organisation,
    role,
    members: cities.map(({ city }) => ({ city: organisationView(city), latest: latest.get(city.id) ?? null })),
  }
}

/** `publications`: newest first, one of each city and series. */
function latestOfEach(publications: readonly PublicationSummary[]): Map<string, PublicationSummary> {
  const membersOf = new Map<string, number>()
  for (const p of publications) membersOf.set(p.series, (membersOf.get(p.series) ?? 0) + 1)
  const most = Math.max(0, ...membersOf.values())
  const shared = publications.map((p) => p.series).find((series) => membersOf.get(series) === most)
  const latest = new Map<string, PublicationSummary>()
  for (const p of publications) {
    const known = latest.get(p.city.id)
    if (known === undefined || (p.series === shared && known.series !== shared)) latest.set(p.city.id, p)
  }
  return latest
}
