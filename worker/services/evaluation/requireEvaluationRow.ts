/** One evaluation of a city, with the parts a caller needs; or 404. */
import { findEvaluation, type EvaluationRow } from '../../../db/region/queries/evaluations.ts'
import { AppError } from '../../contract/problems.ts'
import type { TenantContext } from '../../context.ts'

export async function requireEvaluationRow(
  ctx: TenantContext,
  id: string,
  parts: readonly string[],
): Promise<{ row: EvaluationRow; parts: Map<string, string> }> {
  const found = await findEvaluation(ctx.region, ctx.tenantId, id, parts)
  if (found.row === undefined) throw new AppError('not-found')
  return { row: found.row, parts: found.parts }
}
