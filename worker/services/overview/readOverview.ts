/** A city's dashboard from one round trip to its region. Whoever may enter but not read results or data sees neither in here. */
import { readBatch } from '../../../db/readBatch.ts'
import { readCounts, readCurrentBody, readLatestEvaluation, readNewest, readPopulationCounts } from '../../../db/region/queries/overview.ts'
import { storedSummary, summaryView } from '../evaluation/view.ts'
import { storedBody } from '../framework/body.ts'
import { completenessOf } from './completenessOf.ts'
import { dueItems } from './dueItems.ts'
import type { EvaluationRow } from '../../../db/region/queries/evaluations.ts'
import type { TenantContext } from '../../http/context.ts'
import type { Overview } from '../../routes/overview/schema.ts'

const NO_COUNTS = { areas: 0, leaves: 0, frameworks: 0, observations: 0, imports: 0, evaluations: 0, published: 0, drafts: 0, rejected: 0, staged: 0, waiting: 0 }

export async function readOverview(ctx: TenantContext): Promise<Overview> {
  const { tenantId, city, role, permissions } = ctx
  const [counted, evaluations, bodies, newest, populations] = await readBatch(ctx.region, [readCounts(tenantId), readLatestEvaluation(tenantId), readCurrentBody(tenantId), readNewest(tenantId), readPopulationCounts(tenantId)])
  const counts = counted[0] ?? NO_COUNTS
  const body = bodies[0]
  const completeness = body === undefined || !permissions.includes('data:read') ? null : completenessOf(storedBody(body.body).root, newest, counts.leaves)
  const { areas, frameworks, observations, imports, published } = counts
  return {
    city, role, permissions: [...permissions],
    counts: { areas, frameworks, observations, imports, evaluations: counts.evaluations, published },
    latest: permissions.includes('evaluation:read') ? latestOf(evaluations[0]) : null,
    completeness,
    due: dueItems(city.slug, counts, completeness, new Map(populations.map((p) => [p.period, p.filled])), permissions),
  }
}

function latestOf(row: EvaluationRow | undefined): Overview['latest'] {
  if (row === undefined) return null
  const stored = storedSummary(row)
  const { series, domains, shortBoards } = stored.board
  return { evaluation: summaryView(row, stored), series, domains: [...domains], shortBoards: [...shortBoards] }
}
