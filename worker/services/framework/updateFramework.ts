/** The next version of a framework, against the version its author saw. An unchanged body makes no version; a mere new name is kept without one. */
import { commitRegion, ConflictError, expectChanges } from '../../../db/commit.ts'
import { insertFrameworkVersion, moveFramework } from '../../../db/region/queries/frameworks.ts'
import { AppError } from '../../contract/problems.ts'
import { actorLabel, type TenantContext } from '../../context.ts'
import { auditRow } from '../auditRow.ts'
import { sayIn } from '../../lib/say.ts'
import { bodyDigest, cleanBody } from './body.ts'
import { checkBody } from './checkBody.ts'
import { dictionaryWrites, unitFaults } from './dictionary.ts'
import { requireFramework } from './requireFramework.ts'
import type { Framework, UpdateFramework } from '../../contract/frameworks.ts'

/** `seen` holds the digests named by If-Match; null = any. */
export async function updateFramework(
  ctx: TenantContext,
  id: string,
  seen: readonly string[] | null,
  input: UpdateFramework,
): Promise<Framework> {
  const current = await requireFramework(ctx, id)
  if (seen !== null && !seen.includes(current.digest)) throw new AppError('precondition-failed')
  const faults = checkBody(input.body, sayIn(ctx.locale))
  if (faults.length > 0) throw new AppError('invalid', undefined, faults)
  const body = cleanBody(input.body)
  const digest = await bodyDigest(body)
  const sameBody = digest === current.digest
  const sameName = (input.name ?? current.name) === current.name && (input.nameEn ?? current.nameEn) === current.nameEn
  if (sameBody && sameName) return current

  const refuseUnits = async (): Promise<void> => {
    const unit = sameBody ? [] : await unitFaults(ctx, body)
    if (unit.length > 0) throw new AppError('invalid', undefined, unit)
  }
  await refuseUnits()
  const updatedAt = ctx.now()
  const version = sameBody ? current.version : current.version + 1
  const move = [
    moveFramework(ctx.region, ctx.tenantId, id, current.version, {
      version,
      updatedAt,
      ...(input.name === undefined ? {} : { name: input.name }),
      ...(input.nameEn === undefined ? {} : { nameEn: input.nameEn }),
    }),
    expectChanges(1),
  ]
  const next = sameBody
    ? []
    : [
        insertFrameworkVersion(ctx.region, {
          tenantId: ctx.tenantId,
          frameworkId: id,
          version,
          body,
          digest,
          note: input.note,
          createdBy: actorLabel(ctx.actor),
          createdAt: updatedAt,
        }),
        ...dictionaryWrites(ctx.tenantId, body, updatedAt),
      ]
  try {
    await commitRegion(
      ctx.region,
      ctx.tenantId,
      [...move, ...next],
      auditRow(ctx, sameBody ? 'framework.rename' : 'framework.update', id, { version, digest }),
    )
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error
    await refuseUnits()
    // Somebody saved between our reading and our writing: the same answer as for an old If-Match.
    throw new AppError('precondition-failed')
  }
  return requireFramework(ctx, id)
}
