/** Deletes a draft. A published evaluation is kept for good: 409. */
import { commitRegion, expectChanges } from '../../../db/commit.ts'
import { deleteDraft } from '../../../db/region/queries/evaluations.ts'
import { auditRow } from '../auditRow.ts'
import { requireEvaluationRow } from './requireEvaluationRow.ts'
import type { TenantContext } from '../../context.ts'

export async function deleteEvaluation(ctx: TenantContext, id: string): Promise<void> {
  const { row } = await requireEvaluationRow(ctx, id, [])
  await commitRegion(
    ctx.region,
    ctx.tenantId,
    [...deleteDraft(ctx.tenantId, id), expectChanges(1)],
    auditRow(ctx, 'evaluation.delete', id, { inputDigest: row.inputDigest }),
  )
}
