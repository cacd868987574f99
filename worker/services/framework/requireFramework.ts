/** A city's framework with its current body and its versions, or 404. */
import { findFramework } from '../../../db/region/queries/frameworks.ts'
import { AppError } from '../../contract/problems.ts'
import { recordView } from './view.ts'
import type { TenantContext } from '../../context.ts'
import type { Framework } from '../../contract/frameworks.ts'

export async function requireFramework(ctx: TenantContext, id: string): Promise<Framework> {
  const row = await findFramework(ctx.region, ctx.tenantId, id)
  if (row === undefined) throw new AppError('not-found')
  return recordView(row)
}
