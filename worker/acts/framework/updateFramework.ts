/** The next version of a framework, against the version its author saw. An unchanged body makes no version; a mere new name is kept without one. */
import { ConflictError, expectChanges } from '../../../db/commit.ts'
import { insertFrameworkVersion, moveFramework } from '../../../db/region/queries/frameworks.ts'
import { AppError } from '../../contract/problems.ts'
import { actorLabel, type TenantContext } from '../../context.ts'
import { FRAMEWORK, cleanBody, taggedBody } from '../../record/framework.ts'
import { checkBody } from '../../services/framework/checkBody.ts'
import { dictionaryWrites, unitFaults } from '../../services/framework/dictionary.ts'
import { requireFramework } from '../../services/framework/requireFramework.ts'
import type { Act, Plan, Unchanged } from '../act.types.ts'
import type { Framework, UpdateFramework } from '../../contract/frameworks.ts'

interface Asked {
  readonly id: string
  /** The digests named by If-Match; null = any. */
  readonly seen: readonly string[] | null
  readonly input: UpdateFramework
}

export const updateFramework: Act<TenantContext, Asked, Framework> = {
  name: 'framework.update',
  by: { permission: 'framework:write' },
  where: 'region',
  plan,
}

async function plan(ctx: TenantContext, { id, seen, input }: Asked): Promise<Plan<Framework> | Unchanged<Framework>> {
  const current = await requireFramework(ctx, id)
  if (seen !== null && !seen.includes(current.digest)) throw new AppError('precondition-failed')
  const faults = checkBody(input.body)
  if (faults.length > 0) throw new AppError('invalid', undefined, faults)
  const body = cleanBody(input.body)
  const digest = await FRAMEWORK.digest(body)
  const sameBody = digest === current.digest
  const sameName = (input.name ?? current.name) === current.name && (input.nameEn ?? current.nameEn) === current.nameEn
  if (sameBody && sameName) return { unchanged: current }

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
          body: taggedBody(body),
          digest,
          note: input.note,
          createdBy: actorLabel(ctx.actor),
          createdAt: updatedAt,
        }),
        ...dictionaryWrites(ctx.tenantId, body, updatedAt),
      ]
  return {
    target: id,
    statements: [...move, ...next],
    action: sameBody ? 'framework.rename' : 'framework.update',
    detail: { version, digest },
    onConflict: async (error) => {
      if (!(error instanceof ConflictError)) return undefined
      await refuseUnits()
      // Somebody saved between our reading and our writing: the same answer as for an old If-Match.
      return new AppError('precondition-failed')
    },
    result: () => requireFramework(ctx, id),
  }
}
