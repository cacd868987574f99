/** The platform operator of an installation without demonstration data: made once, when nobody is there yet. */
import { randomBytes } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { memberships, organisations, users } from '../hub/schema.ts'
import { hashPassword } from '../../worker/lib/password.ts'
import { newId } from '../../worker/lib/id.ts'
import { perform } from '../../worker/acts/perform.ts'
import { systemContext } from '../../worker/acts/systemContext.ts'
import type { Act } from '../../worker/acts/act.types.ts'
import type { ActContext } from '../../worker/context.ts'
import type { HubDb } from '../client.ts'

const SCRYPT_COST = 16384
const MIN_PASSWORD = 12

const install: Act<ActContext, { readonly email: string; readonly password: string }, void> = {
  name: 'operator.install',
  by: { system: ['seed'] },
  where: 'hub',
  async plan({ hub, now }, { email, password }) {
    const { organisation, user } = await operatorRows(email, password, now())
    return {
      target: user.id,
      organisationId: organisation.id,
      statements: [
        hub.insert(organisations).values(organisation),
        hub.insert(users).values(user),
        hub
          .insert(memberships)
          .values({ organisationId: organisation.id, userId: user.id, role: 'operator', createdAt: now() }),
      ],
      detail: { email },
      result: () => undefined,
    }
  },
}

/** `password` is null when the caller chose it; otherwise it was drawn here and must be shown, once. Null = an operator exists already. */
export async function installOperator(
  hub: HubDb,
  wanted: { readonly email: string; readonly password: string | null },
  nowMs: number,
): Promise<{ email: string; password: string | null } | null> {
  const rows = await hub
    .select({ id: memberships.userId })
    .from(memberships)
    .where(sql`${memberships.role} = 'operator'`)
    .limit(1)
  if (rows.length > 0) return null
  if (!/^[^@\s]+@[^@\s]+$/.test(wanted.email)) throw new Error(`“${wanted.email}” is not an e-mail address`)
  if (wanted.password !== null && wanted.password.length < MIN_PASSWORD)
    throw new Error(`the operator’s password needs at least ${MIN_PASSWORD} characters`)
  const password = wanted.password ?? randomBytes(15).toString('base64url')
  await perform(install, systemContext('seed', hub, nowMs), { email: wanted.email, password })
  return { email: wanted.email, password: wanted.password === null ? password : null }
}

export async function operatorRows(email: string, password: string, nowMs: number) {
  return {
    organisation: {
      id: newId('org', nowMs),
      kind: 'operator' as const,
      slug: 'platform',
      name: '均衡平台',
      nameEn: 'Junheng platform',
      regionCode: null,
      isDemo: false,
      status: 'active' as const,
      createdAt: nowMs,
    },
    user: {
      id: newId('usr', nowMs),
      email,
      name: email,
      passwordHash: await hashPassword(password, SCRYPT_COST),
      status: 'active' as const,
      createdAt: nowMs,
    },
  }
}
