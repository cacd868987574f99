/** Drops the staged values of an import that is not to be written; its record stays. */
import { ConflictError, commitRegion } from '../../../db/commit.ts'
import { discardImport as statements } from '../../../db/region/queries/imports.ts'
import { auditRow } from '../auditRow.ts'
import { sayIn } from '../../lib/say.ts'
import { requireImport } from './requireImport.ts'
import { requireState } from './requireState.ts'
import type { TenantContext } from '../../context.ts'

export async function discardImport(ctx: TenantContext, id: string): Promise<void> {
  const say = sayIn(ctx.locale)
  requireState(await requireImport(ctx, id), 'ready', say)
  try {
    await commitRegion(ctx.region, ctx.tenantId, statements(ctx.tenantId, id), auditRow(ctx, 'import.discard', id))
  } catch (error) {
    if (error instanceof ConflictError) requireState(await requireImport(ctx, id), 'ready', say)
    throw error
  }
}
