/** The cast of the tenancy matrix: organisations of every kind, people in every role, keys and sessions in every state of health. */
import { env } from 'cloudflare:workers'
import { KEY_SCOPES, type KeyScope, type Role } from '../../worker/contract/names.ts'
import { randomToken, sha256Hex } from '../../worker/lib/bytes.ts'
import { newId } from '../../worker/lib/id.ts'

const DAY_MS = 86_400_000

export type Credential = { readonly cookie: string } | { readonly authorization: string }

export async function mintOrganisation(
  kind: 'city' | 'group' | 'assessor' | 'operator',
  options: { status?: 'active' | 'suspended' } = {},
): Promise<{ id: string; slug: string }> {
  const id = newId('org', Date.now())
  const slug = `${kind}-${id.slice(-10)}`
  await env.HUB.batch([
    env.HUB.prepare(
      "INSERT OR IGNORE INTO regions (code, name, name_en, created_at) VALUES ('jjj', '京津冀', 'Jing-Jin-Ji', 0)",
    ),
    env.HUB.prepare(
      'INSERT INTO organisations (id, kind, slug, name, name_en, region_code, status, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, 0)',
    ).bind(id, kind, slug, `测试${kind}`, `Test ${kind}`, kind === 'city' ? 'jjj' : null, options.status ?? 'active'),
  ])
  return { id, slug }
}

/** A person with one membership and an open (or expired) session. */
export async function mintPerson(
  organisationId: string,
  role: Role,
  options: { expired?: boolean; disabled?: boolean } = {},
): Promise<Credential> {
  const id = newId('usr', Date.now())
  const token = randomToken()
  const nowMs = Date.now()
  await env.HUB.batch([
    env.HUB.prepare(
      "INSERT INTO users (id, email, name, password_hash, status, created_at) VALUES (?, ?, '测试员', 'none', ?, 0)",
    ).bind(id, `${id}@example.test`, options.disabled === true ? 'disabled' : 'active'),
    env.HUB.prepare('INSERT INTO memberships (organisation_id, user_id, role, created_at) VALUES (?, ?, ?, 0)').bind(
      organisationId,
      id,
      role,
    ),
    env.HUB.prepare('INSERT INTO sessions (token_hash, user_id, created_at, expires_at) VALUES (?, ?, ?, ?)').bind(
      await sha256Hex(token),
      id,
      nowMs - 2 * DAY_MS,
      options.expired === true ? nowMs - DAY_MS : nowMs + DAY_MS,
    ),
  ])
  return { cookie: `junheng_session=${token}` }
}

export async function mintKey(
  organisationId: string,
  options: { scopes?: readonly KeyScope[]; expired?: boolean; revoked?: boolean; demo?: boolean } = {},
): Promise<Credential> {
  const key = `jh_${options.demo === true ? 'demo' : 'live'}_${randomToken(24)}`
  const nowMs = Date.now()
  await env.HUB.prepare(
    'INSERT INTO api_keys (id, organisation_id, name, prefix, hash, scopes, is_demo, created_at, expires_at, revoked_at) VALUES (?, ?, ?, ?, ?, ?, ?, 0, ?, ?)',
  )
    .bind(
      newId('key', nowMs),
      organisationId,
      'test',
      key.slice(0, 12),
      await sha256Hex(key),
      JSON.stringify(options.scopes ?? KEY_SCOPES),
      options.demo === true ? 1 : 0,
      options.expired === true ? nowMs - 1 : nowMs + DAY_MS,
      options.revoked === true ? nowMs - 1 : null,
    )
    .run()
  return { authorization: `Bearer ${key}` }
}

export async function mintAssignment(
  assessorId: string,
  cityId: string,
  options: { actions?: readonly string[]; startsInMs?: number; endsInMs?: number } = {},
): Promise<void> {
  const nowMs = Date.now()
  await env.HUB.prepare(
    "INSERT INTO assignments (id, assessor_id, city_id, purpose, actions, starts_at, ends_at, created_at) VALUES (?, ?, ?, '核验', ?, ?, ?, 0)",
  )
    .bind(
      newId('asg', nowMs),
      assessorId,
      cityId,
      JSON.stringify(options.actions ?? ['city:read', 'data:read', 'evaluation:read']),
      nowMs + (options.startsInMs ?? -DAY_MS),
      nowMs + (options.endsInMs ?? DAY_MS),
    )
    .run()
}
