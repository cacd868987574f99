/** The results of one period as the bytes of the answer: what was stored is passed on unparsed, and the raw values it came from and the gaps that
 * follow from both are put behind it. */
import { findEvaluationState } from '../../../db/region/queries/evaluations.ts'
import { AppError } from '../../contract/problems.ts'
import { utf8 } from '../../lib/bytes.ts'
import { LACKING_IN_PERIOD, lacksMeaning } from './earlierRelease.ts'
import { readPart } from './parts.ts'
import { MOST_GAPS, periodGaps } from './periodGaps.ts'
import { requireEvaluationRow } from './requireEvaluationRow.ts'
import { putResult, getResult } from './resultCache.ts'
import type { TenantContext } from '../../context.ts'
import type { PeriodResult } from '../../contract/evaluations.ts'

/** What stands in the text behind the stored result. */
type Rest = Pick<PeriodResult, 'populations' | 'values' | 'gaps' | 'gapCount'>

/** `resultDigest` and the period name the answer: it never changes. */
export async function servePeriodResult(
  ctx: TenantContext,
  id: string,
  period: string,
): Promise<{ body: Uint8Array<ArrayBuffer>; resultDigest: string }> {
  const what = `result ${period}`
  const known = getResult(ctx, id, what)
  if (known !== undefined) {
    const row = await findEvaluationState(ctx.region, ctx.tenantId, id)
    if (row === undefined) throw new AppError('not-found')
    return { body: known, resultDigest: row.resultDigest }
  }
  const { row, parts } = await requireEvaluationRow(ctx, id, ['panel', `data:${period}`, `result:${period}`])
  const [panel, data, result] = [
    readPart(parts, 'panel'),
    readPart(parts, `data:${period}`),
    parts.get(`result:${period}`),
  ]
  if (panel === undefined || data === undefined || result === undefined) throw new AppError('not-found')
  const gaps = periodGaps(panel.areas, panel.nodes, data)
  const rest: Rest & Partial<PeriodResult> = {
    ...(lacksMeaning(result) ? LACKING_IN_PERIOD : {}),
    populations: data.populations,
    values: data.values,
    gaps: gaps.slice(0, MOST_GAPS),
    gapCount: gaps.length,
  }
  const body = utf8(`${result.slice(0, -1)},${JSON.stringify(rest).slice(1)}`)
  putResult(ctx, id, what, body)
  return { body, resultDigest: row.resultDigest }
}
