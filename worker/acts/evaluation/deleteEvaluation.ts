/** Deletes a draft. A published evaluation is kept for good: 409. */
import { expectChanges } from '../../../db/commit.ts'
import { deleteDraft } from '../../../db/region/queries/evaluations.ts'
import { requireEvaluationRow } from '../../services/evaluation/requireEvaluationRow.ts'
import type { Act } from '../act.types.ts'
import type { TenantContext } from '../../context.ts'

export const deleteEvaluation: Act<TenantContext, string, void> = {
  name: 'evaluation.delete',
  by: { permission: 'evaluation:write' },
  where: 'region',
  async plan(ctx, id) {
    const { row } = await requireEvaluationRow(ctx, id, [])
    return {
      target: id,
      statements: [...deleteDraft(ctx.tenantId, id), expectChanges(1)],
      detail: { inputDigest: row.inputDigest },
      result: () => undefined,
    }
  },
}
