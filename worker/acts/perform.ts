/** The only code that changes data by an act: may the actor, is there room, do the city's rules allow it, what exactly; then one batch with its
 * guards, its audit row and what leaves for the hub. */
import { commitHub, commitRegion, ConflictError } from '../../db/commit.ts'
import { mayDo, type Resource } from '../authority/mayDo.ts'
import { actorLabel, type ActContext, type CityContext, type OrganisationContext } from '../context.ts'
import { AppError } from '../contract/problems.ts'
import { newId } from '../lib/id.ts'
import type { AuditRow } from '../../db/act.types.ts'
import type { Act, Plan } from './act.types.ts'

type Place = Partial<Pick<CityContext, 'tenantId' | 'region'>> & Partial<Pick<OrganisationContext, 'organisation'>>

export async function perform<Ctx extends ActContext & Place, Input, Result>(
  act: Act<Ctx, Input, Result>,
  ctx: Ctx,
  input: Input,
): Promise<Result> {
  authorise(act, ctx)
  await act.policy?.(ctx, input)
  const plan = await act.plan(ctx, input)
  if ('unchanged' in plan) return plan.unchanged
  try {
    await commit(act, ctx, plan)
  } catch (error) {
    if (error instanceof ConflictError) await plan.quota?.refuse()
    throw (await plan.onConflict?.(error)) ?? error
  }
  if (plan.afterwards !== undefined) ctx.defer(plan.afterwards().catch((error: unknown) => logFailure(act.name, error)))
  return plan.result()
}

/** The act is done and answered; what was to follow is done by the clock. */
function logFailure(act: string, error: unknown): void {
  // oxlint-disable-next-line no-console -- nobody waits for it any more
  console.error(
    JSON.stringify({ level: 'error', after: act, error: error instanceof Error ? error.message : String(error) }),
  )
}

/** The door has asked already; here it is asked of the very act, so that no other door can be forgotten. */
function authorise<Ctx extends ActContext & Place, Input, Result>(act: Act<Ctx, Input, Result>, ctx: Ctx): void {
  if (act.by === 'anybody') return
  if ('system' in act.by) {
    if (ctx.actor.kind !== 'system' || !act.by.system.includes(ctx.actor.name)) throw new AppError('forbidden')
    return
  }
  const access = mayDo(ctx.actor, act.by.permission, placeOf(ctx))
  if (typeof access === 'string') throw new AppError(access)
}

function placeOf({ tenantId, organisation }: Place): Resource {
  if (tenantId !== undefined) return { kind: 'city', name: tenantId }
  return organisation === undefined ? { kind: 'own' } : { kind: 'organisation', name: organisation.id }
}

async function commit<Ctx extends ActContext & Place, Input, Result>(
  act: Act<Ctx, Input, Result>,
  ctx: Ctx,
  plan: Plan<Result>,
): Promise<void> {
  const createdAt = ctx.now()
  const audit: AuditRow = {
    id: newId('aud', createdAt),
    actor: plan.doneBy ?? actorLabel(ctx.actor),
    action: plan.action ?? act.name,
    target: plan.target,
    detail: plan.detail ?? {},
    requestId: ctx.requestId,
    createdAt,
    ...(ctx.once === undefined ? {} : { once: ctx.once }),
  }
  const statements = plan.quota === undefined ? plan.statements : [...plan.statements, plan.quota.guard]
  if (act.where === 'hub') return commitHub(ctx.hub, plan.organisationId ?? null, statements, audit)
  if (ctx.region === undefined || ctx.tenantId === undefined)
    throw new Error(`${act.name} belongs to a region, and the context has none`)
  return commitRegion(ctx.region, ctx.tenantId, statements, audit)
}
