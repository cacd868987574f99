/** The results of one period as the text of the answer: what was stored is passed on unparsed, and the raw values it came from and the gaps that
 * follow from both are put behind it. */
import { AppError } from '../../http/errors.ts'
import { readPart } from './parts.ts'
import { MOST_GAPS, periodGaps } from './periodGaps.ts'
import { requireEvaluationRow } from './requireEvaluation.ts'
import type { TenantContext } from '../../http/context.ts'
import type { PeriodResult } from '../../routes/evaluations/schema.ts'

/** What stands in the text behind the stored result. */
type Rest = Pick<PeriodResult, 'populations' | 'values' | 'gaps' | 'gapCount'>

/** `resultDigest` and the period name the answer: it never changes. */
export async function requirePeriodResult(ctx: TenantContext, id: string, period: string): Promise<{ json: string; resultDigest: string }> {
  const { row, parts } = await requireEvaluationRow(ctx, id, ['panel', `data:${period}`, `result:${period}`])
  const [panel, data, result] = [readPart(parts, 'panel'), readPart(parts, `data:${period}`), parts.get(`result:${period}`)]
  if (panel === undefined || data === undefined || result === undefined) throw new AppError('not-found')
  const gaps = periodGaps(panel.areas, panel.nodes, data)
  const rest: Rest = { populations: data.populations, values: data.values, gaps: gaps.slice(0, MOST_GAPS), gapCount: gaps.length }
  return { json: `${result.slice(0, -1)},${JSON.stringify(rest).slice(1)}`, resultDigest: row.resultDigest }
}
