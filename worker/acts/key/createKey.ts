/** A new API key. The key leaves this function once and is stored only as its hash. */
import { insertKey } from '../../../db/hub/queries/keys.ts'
import { AppError } from '../../contract/problems.ts'
import { randomToken, sha256Hex } from '../../lib/bytes.ts'
import { newId } from '../../lib/id.ts'
import { sentence } from '../../words/sentence.ts'
import { keyView } from '../../services/key/view.ts'
import type { Act, Plan } from '../act.types.ts'
import type { OrganisationContext } from '../../context.ts'
import type { CreateApiKey, CreatedApiKey } from '../../contract/keys.ts'
import type { Organisation } from '../../contract/wire.ts'

const DAY_MS = 24 * 3600 * 1000
const PREFIX_LENGTH = 12

/** Scopes that make sense for an organisation's kind; anything else is a fault. */
const SCOPES_BY_KIND: Readonly<Record<Organisation['kind'], (scope: string) => boolean>> = {
  city: (s) => s !== 'group:read' && s !== 'assignment:read',
  group: (s) => s === 'group:read',
  assessor: (s) => s === 'assignment:read' || s === 'city:read' || s === 'data:read' || s === 'evaluation:read',
  operator: () => false,
}

export const createKey: Act<OrganisationContext, CreateApiKey, CreatedApiKey> = {
  name: 'key.create',
  by: { permission: 'key:manage' },
  where: 'hub',
  plan,
}

async function plan(ctx: OrganisationContext, input: CreateApiKey): Promise<Plan<CreatedApiKey>> {
  const { organisation } = ctx
  const allowed = SCOPES_BY_KIND[organisation.kind]
  const faults = input.scopes.flatMap((s, i) =>
    allowed(s)
      ? []
      : [
          {
            path: `scopes[${i}]`,
            code: 'scope-not-applicable',
            message: sentence('accounts.scope-not-applicable', { scope: s }),
          },
        ],
  )
  if (faults.length > 0) throw new AppError('invalid', undefined, faults)
  const createdAt = ctx.now()
  const key = `jh_live_${randomToken()}`
  const row = {
    id: newId('key', createdAt),
    organisationId: organisation.id,
    name: input.name,
    prefix: key.slice(0, PREFIX_LENGTH),
    hash: await sha256Hex(key),
    scopes: [...new Set(input.scopes)],
    isDemo: false,
    createdBy: ctx.actor.kind === 'user' ? ctx.actor.userId : null,
    createdAt,
    expiresAt: createdAt + input.expiresInDays * DAY_MS,
    revokedAt: null,
    lastUsedAt: null,
  }
  return {
    target: row.id,
    organisationId: organisation.id,
    statements: [insertKey(ctx.hub, row)],
    detail: { name: row.name, scopes: row.scopes },
    result: () => ({ key, apiKey: keyView(row) }),
  }
}
