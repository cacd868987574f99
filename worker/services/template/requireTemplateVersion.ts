/** One version of one template, or 404. */
import { findTemplateVersion } from '../../../db/hub/queries/templates.ts'
import { AppError } from '../../contract/problems.ts'
import { storedBody } from '../../record/framework.ts'
import type { ServiceContext } from '../../context.ts'
import type { TemplateVersion } from '../../contract/templates.ts'

export async function requireTemplateVersion(
  ctx: ServiceContext,
  template: string,
  version: number,
): Promise<TemplateVersion> {
  const row = await findTemplateVersion(ctx.hub, template, version)
  if (row === undefined) throw new AppError('not-found')
  return { ...row, body: storedBody(row.body) }
}
