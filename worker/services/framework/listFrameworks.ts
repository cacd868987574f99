/** A city's frameworks, the one edited last first. */
import { listFrameworks as query } from '../../../db/region/queries/frameworks.ts'
import { summaryView } from './view.ts'
import type { TenantContext } from '../../http/context.ts'
import type { FrameworkSummary } from '../../routes/frameworks/schema.ts'

export async function listFrameworks(ctx: TenantContext): Promise<FrameworkSummary[]> {
  return (await query(ctx.region, ctx.tenantId)).map(summaryView)
}
