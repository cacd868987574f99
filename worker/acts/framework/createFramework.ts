/** Adopts a template version (its body and digest are copied, so the city keeps it whatever becomes of the template) or stores a body of the city's own. */
import { ConflictError } from '../../../db/commit.ts'
import {
  countFrameworks,
  guardFrameworkCount,
  insertFramework,
  insertFrameworkVersion,
} from '../../../db/region/queries/frameworks.ts'
import { findTemplateVersion } from '../../../db/hub/queries/templates.ts'
import { AppError } from '../../contract/problems.ts'
import { actorLabel, type TenantContext } from '../../context.ts'
import { newId } from '../../lib/id.ts'
import { sentence } from '../../words/sentence.ts'
import { FRAMEWORK, cleanBody, storedBody, taggedBody } from '../../record/framework.ts'
import { checkBody } from '../../services/framework/checkBody.ts'
import { dictionaryWrites, unitFaults } from '../../services/framework/dictionary.ts'
import { requireFramework } from '../../services/framework/requireFramework.ts'
import type { Act, Plan } from '../act.types.ts'
import type { CreateFramework, Framework, FrameworkBody } from '../../contract/frameworks.ts'

interface Origin {
  readonly name: string
  readonly nameEn: string
  readonly body: FrameworkBody
  readonly digest: string
  readonly template: { id: string; version: number } | null
}

export const createFramework: Act<TenantContext, CreateFramework, Framework> = {
  name: 'framework.create',
  by: { permission: 'framework:write' },
  where: 'region',
  plan,
}

async function plan(ctx: TenantContext, input: CreateFramework): Promise<Plan<Framework>> {
  const origin = 'templateId' in input ? await fromTemplate(ctx, input) : await fromBody(input)
  const refuseUnits = async (): Promise<void> => {
    const faults = await unitFaults(ctx, origin.body, origin.template === null ? 'body' : 'template')
    if (faults.length > 0) throw new AppError('invalid', undefined, faults)
  }
  await refuseUnits()
  const createdAt = ctx.now()
  const createdBy = actorLabel(ctx.actor)
  const id = newId('fw', createdAt)
  const statements = [
    insertFramework(ctx.region, {
      tenantId: ctx.tenantId,
      id,
      name: origin.name,
      nameEn: origin.nameEn,
      version: 1,
      createdBy,
      createdAt,
      updatedAt: createdAt,
      templateId: origin.template?.id ?? null,
      templateVersion: origin.template?.version ?? null,
      templateDigest: origin.template === null ? null : origin.digest,
    }),
    insertFrameworkVersion(ctx.region, {
      tenantId: ctx.tenantId,
      frameworkId: id,
      version: 1,
      body: taggedBody(origin.body),
      digest: origin.digest,
      note: '',
      createdBy,
      createdAt,
    }),
    ...dictionaryWrites(ctx.tenantId, origin.body, createdAt),
  ]
  return {
    target: id,
    statements,
    detail: {
      digest: origin.digest,
      ...(origin.template === null ? {} : { templateId: origin.template.id, templateVersion: origin.template.version }),
    },
    quota: { guard: guardFrameworkCount(ctx.tenantId, MOST_FRAMEWORKS), refuse: () => refuseFull(ctx) },
    onConflict: async (error) => {
      if (error instanceof ConflictError) await refuseUnits()
    },
    result: () => requireFramework(ctx, id),
  }
}

async function fromTemplate(
  ctx: TenantContext,
  input: Extract<CreateFramework, { templateId: string }>,
): Promise<Origin> {
  const row = await findTemplateVersion(ctx.hub, input.templateId, input.templateVersion)
  if (row === undefined) {
    const message = sentence('frameworks.unknown-template')
    throw new AppError('invalid', undefined, [{ path: 'templateVersion', code: 'unknown-template', message }])
  }
  return {
    name: input.name ?? row.name,
    nameEn: input.name === undefined ? row.nameEn : '',
    body: storedBody(row.body),
    digest: row.digest,
    template: { id: row.id, version: row.version },
  }
}

/** Every framework of a city is in its one list. */
const MOST_FRAMEWORKS = 200

async function refuseFull(ctx: TenantContext): Promise<void> {
  if ((await countFrameworks(ctx.region, ctx.tenantId)) < MOST_FRAMEWORKS) return
  throw new AppError('limit-reached', sentence('frameworks.too-many-frameworks', { limit: MOST_FRAMEWORKS }))
}

async function fromBody(input: Extract<CreateFramework, { body: FrameworkBody }>): Promise<Origin> {
  const faults = checkBody(input.body)
  if (faults.length > 0) throw new AppError('invalid', undefined, faults)
  const body = cleanBody(input.body)
  return { name: input.name, nameEn: input.nameEn, body, digest: await FRAMEWORK.digest(body), template: null }
}
