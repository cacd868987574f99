/** The current version against the template it was adopted from, or against one of its own versions. */
import { findTemplateVersion } from '../../../db/hub/queries/templates.ts'
import { findFrameworkVersion } from '../../../db/region/queries/frameworks.ts'
import { AppError } from '../../contract/problems.ts'
import { storedBody } from '../../record/framework.ts'
import { diffBodies } from './diffBodies.ts'
import { requireFramework } from './requireFramework.ts'
import type { TenantContext } from '../../context.ts'
import type { FrameworkBody, FrameworkDiff } from '../../contract/frameworks.ts'

export async function diffFramework(
  ctx: TenantContext,
  id: string,
  against: 'template' | number,
): Promise<FrameworkDiff> {
  const current = await requireFramework(ctx, id)
  const other =
    against === 'template'
      ? await templateBody(ctx, current.template)
      : (await findFrameworkVersion(ctx.region, ctx.tenantId, id, against))?.body
  if (other === undefined) throw new AppError('not-found')
  return diffBodies(storedBody(other), current.body satisfies FrameworkBody)
}

async function templateBody(
  ctx: TenantContext,
  template: { id: string; version: number } | null,
): Promise<string | undefined> {
  return template === null ? undefined : (await findTemplateVersion(ctx.hub, template.id, template.version))?.body
}
