/** A coordination group's members and the newest publication of each: what they have published, nothing else. */
import { listGroupCities } from '../../../db/hub/queries/organisations.ts'
import { listLatestOfGroup } from '../../../db/hub/queries/publications.ts'
import { publicationView } from '../publication/view.ts'
import { organisationView } from './view.ts'
import type { ActorMembership, ServiceContext } from '../../http/context.ts'
import type { GroupOverview } from '../../routes/groups/schema.ts'

export async function groupOverview(
  ctx: ServiceContext,
  { organisation, role }: ActorMembership,
): Promise<GroupOverview> {
  const [cities, publications] = await Promise.all([
    listGroupCities(ctx.hub, organisation.id),
    listLatestOfGroup(ctx.hub, organisation.id),
  ])
  const latest = new Map(publications.map((row) => publicationView(row)).map((p) => [p.city.id, p]))
  return {
    group: organisation,
    role,
    members: cities.map(({ city }) => ({ city: organisationView(city), latest: latest.get(city.id) ?? null })),
  }
}
