/** The audit row of the act a context is about to commit. */
import { newId } from '../lib/id.ts'
import { actorLabel, type ServiceContext } from '../context.ts'
import type { AuditRow } from '../../db/act.types.ts'

export function auditRow(
  ctx: ServiceContext,
  action: string,
  target: string,
  detail: Record<string, unknown> = {},
): AuditRow {
  const createdAt = ctx.now()
  return {
    id: newId('aud', createdAt),
    actor: actorLabel(ctx.actor),
    action,
    target,
    detail,
    requestId: ctx.requestId,
    createdAt,
    ...(ctx.once === undefined ? {} : { once: ctx.once }),
  }
}
