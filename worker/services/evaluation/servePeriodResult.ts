/** The results of one period as the text of the answer: what was stored is passed on unparsed, and the raw values it came from and the gaps that
 * follow from both are put behind it. */
import { findResultDigest } from '../../../db/region/queries/evaluations.ts'
import { AppError } from '../../http/errors.ts'
import { readPart } from './parts.ts'
import { MOST_GAPS, periodGaps } from './periodGaps.ts'
import { requireEvaluationRow } from './requireEvaluationRow.ts'
import { keepResult, recallResult } from './resultCache.ts'
import type { TenantContext } from '../../http/context.ts'
import type { PeriodResult } from '../../routes/evaluations/schema.ts'

/** What stands in the text behind the stored result. */
type Rest = Pick<PeriodResult, 'populations' | 'values' | 'gaps' | 'gapCount'>

/** `resultDigest` and the period name the answer: it never changes. */
export async function servePeriodResult(ctx: TenantContext, id: string, period: string): Promise<{ json: string; resultDigest: string }> {
  const what = `result ${period}`
  const known = recallResult(ctx, id, what)
  if (known !== undefined) {
    const resultDigest = await findResultDigest(ctx.region, ctx.tenantId, id)
    if (resultDigest === undefined) throw new AppError('not-found')
    return { json: known, resultDigest }
  }
  const { row, parts } = await requireEvaluationRow(ctx, id, ['panel', `data:${period}`, `result:${period}`])
  const [panel, data, result] = [readPart(parts, 'panel'), readPart(parts, `data:${period}`), parts.get(`result:${period}`)]
  if (panel === undefined || data === undefined || result === undefined) throw new AppError('not-found')
  const gaps = periodGaps(panel.areas, panel.nodes, data)
  const rest: Rest = { populations: data.populations, values: data.values, gaps: gaps.slice(0, MOST_GAPS), gapCount: gaps.length }
  const json = `${result.slice(0, -1)},${JSON.stringify(rest).slice(1)}`
  keepResult(ctx, id, what, json)
  return { json, resultDigest: row.resultDigest }
}
