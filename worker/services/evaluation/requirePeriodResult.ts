/** The results of one period: what was stored, the raw values it came from, and the gaps that follow from both. */
import { AppError } from '../../http/errors.ts'
import { readPart } from './parts.ts'
import { MOST_GAPS, periodGaps } from './periodGaps.ts'
import { requireEvaluationRow } from './requireEvaluation.ts'
import type { TenantContext } from '../../http/context.ts'
import type { PeriodResult } from '../../routes/evaluations/schema.ts'

export async function requirePeriodResult(ctx: TenantContext, id: string, period: string): Promise<PeriodResult> {
  const { parts } = await requireEvaluationRow(ctx, id, ['panel', `data:${period}`, `result:${period}`])
  const [panel, data, result] = [readPart(parts, 'panel'), readPart(parts, `data:${period}`), readPart(parts, `result:${period}`)]
  if (panel === undefined || data === undefined || result === undefined) throw new AppError('not-found')
  const gaps = periodGaps(panel.areas, panel.nodes, data)
  return { ...result, populations: data.populations, values: data.values, gaps: gaps.slice(0, MOST_GAPS), gapCount: gaps.length }
}
