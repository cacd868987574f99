/** One evaluation of a city as its readers get it; or 404. */
import { AppError } from '../../contract/problems.ts'
import { WORDS } from '../../words/index.ts'
import { readPart } from './parts.ts'
import { requireEvaluationRow } from './requireEvaluationRow.ts'
import { evaluationView } from './view.ts'
import type { EvaluationRow } from '../../../db/region/queries/evaluations.ts'
import type { TenantContext } from '../../context.ts'
import type { Evaluation } from '../../contract/evaluations.ts'

export async function requireEvaluation(
  ctx: TenantContext,
  id: string,
): Promise<{ evaluation: Evaluation; row: EvaluationRow }> {
  const { row, parts } = await requireEvaluationRow(ctx, id, ['panel'])
  const panel = readPart(parts, 'panel')
  if (panel === undefined) throw new AppError('not-found')
  return { evaluation: evaluationView(row, panel, WORDS[ctx.locale]), row }
}
