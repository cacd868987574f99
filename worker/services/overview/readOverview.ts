/** A city's dashboard from one round trip to its region: the whole of it, or, where this isolate has it, the question whether it still holds.
 * Whoever may enter but not read results or data sees neither in here. */
import { readBatch } from '../../../db/readBatch.ts'
import {
  readCounts,
  readCurrentBody,
  readLatestEvaluation,
  readNewest,
  readPopulationCounts,
  readStamp,
} from '../../../db/region/queries/overview.ts'
import { ByteCache } from '../../lib/byteCache.ts'
import { storedSummary } from '../evaluation/earlierRelease.ts'
import { summaryView } from '../evaluation/view.ts'
import { storedBody } from '../../record/framework.ts'
import { completenessOf } from './completenessOf.ts'
import { dueItems } from './dueItems.ts'
import type { EvaluationRow } from '../../../db/region/queries/evaluations.ts'
import type { TenantContext } from '../../context.ts'
import type { Overview } from '../../contract/overview.ts'

const NO_COUNTS = {
  areas: 0,
  leaves: 0,
  frameworks: 0,
  observations: 0,
  imports: 0,
  evaluations: 0,
  published: 0,
  drafts: 0,
  rejected: 0,
  staged: 0,
  waiting: 0,
}

/** Acts of one millisecond, or of a clock that lags behind, may leave the stamp as it was: that is mended after this. */
const LIFE_MS = 10_000
const seen = new ByteCache<{ readonly stamp: string; readonly json: string }>({ mostBytes: 4_000_000, lifeMs: LIFE_MS })

/** The dashboard as JSON. */
export async function readOverview(ctx: TenantContext): Promise<string> {
  const key = JSON.stringify([ctx.city, ctx.role, ctx.permissions])
  const known = seen.get(key, ctx.now())
  if (known !== undefined) {
    const [[now]] = await readBatch(ctx.region, [readStamp(ctx.tenantId)])
    if (now?.stamp === known.stamp) return known.json
  }
  const { stamp, overview } = await readAll(ctx)
  const json = JSON.stringify(overview)
  seen.put(key, { stamp, json }, 2 * json.length, ctx.now())
  return json
}

async function readAll(ctx: TenantContext): Promise<{ stamp: string; overview: Overview }> {
  const { tenantId, city, role, permissions } = ctx
  const [stamps, counted, evaluations, bodies, newest, populations] = await readBatch(ctx.region, [
    readStamp(tenantId),
    readCounts(tenantId),
    readLatestEvaluation(tenantId),
    readCurrentBody(tenantId),
    readNewest(tenantId),
    readPopulationCounts(tenantId),
  ])
  const counts = counted[0] ?? NO_COUNTS
  const body = bodies[0]
  const completeness =
    body === undefined || !permissions.includes('data:read')
      ? null
      : completenessOf(storedBody(body.body).root, newest, counts.leaves)
  const { areas, frameworks, observations, imports, published } = counts
  const mayReadResults = permissions.includes('evaluation:read')
  const overview: Overview = {
    city,
    role,
    permissions: [...permissions],
    counts: {
      areas,
      frameworks,
      observations,
      imports,
      evaluations: mayReadResults ? counts.evaluations : published,
      published,
    },
    latest: mayReadResults ? latestOf(evaluations[0]) : null,
    completeness,
    due: dueItems(city.slug, counts, completeness, new Map(populations.map((p) => [p.period, p.filled])), permissions),
  }
  return { stamp: stamps[0]?.stamp ?? '', overview }
}

function latestOf(row: EvaluationRow | undefined): Overview['latest'] {
  if (row === undefined) return null
  const stored = storedSummary(row)
  const { series, domains, worstGaps, estimatedShare, scoresOverTime } = stored.board
  return {
    evaluation: summaryView(row, stored),
    series,
    domains: [...domains],
    worstGaps: [...worstGaps],
    estimatedShare: estimatedShare ?? null,
    scoresOverTime: scoresOverTime ?? 'comparable',
  }
}
