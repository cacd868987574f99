/** The demonstration's organisations, people, keys, group and assignment as hub rows with fixed ids, so that writing them twice changes
 * nothing. Everything of it is marked is_demo. */
import { sql } from 'drizzle-orm'
import { apiKeys, assignments, groupMembers, hubAudit, memberships, organisations, users } from '../../hub/schema.ts'
import { hashPassword } from '../../../worker/lib/password.ts'
import { sha256Hex } from '../../../worker/lib/bytes.ts'
import { perform } from '../../../worker/acts/perform.ts'
import { systemContext } from '../../../worker/acts/systemContext.ts'
import { DEMO_ACCOUNTS, DEMO_KEYS, DEMO_PASSWORD } from './accounts.ts'
import { DEMO_CITIES } from './cities.ts'
import type { Act } from '../../../worker/acts/act.types.ts'
import type { ActContext } from '../../../worker/context.ts'
import type { HubDb, Statement } from '../../client.ts'

const SCRYPT_COST = 16384
const YEAR_MS = 365 * 24 * 3600 * 1000
/** With the second mark cities publish under the guard: a state seeded before is evaluated and published anew. */
const MARK = 'demo.seeded@2'

const orgId = (slug: string): string => `org_demo_${slug}`

/** True once a seed has run to its end. */
export async function isDemoSeeded(hub: HubDb): Promise<boolean> {
  const rows = await hub
    .select({ id: hubAudit.id })
    .from(hubAudit)
    .where(sql`${hubAudit.action} = ${MARK}`)
    .limit(1)
  return rows.length > 0
}

/** True as soon as any demonstration row exists, finished or not. */
export async function holdsDemo(hub: HubDb): Promise<boolean> {
  const rows = await hub
    .select({ id: organisations.id })
    .from(organisations)
    .where(sql`${organisations.isDemo} = 1`)
    .limit(1)
  return rows.length > 0
}

export async function markDemoSeeded(hub: HubDb, nowMs: number): Promise<void> {
  await seedAct(hub, nowMs, MARK, [])
}

export async function insertDemoOrganisations(hub: HubDb, nowMs: number): Promise<void> {
  const rows = [
    ...DEMO_CITIES.map((c) => ({
      kind: 'city' as const,
      slug: c.slug,
      name: c.name,
      nameEn: c.nameEn,
      regionCode: c.regionCode,
    })),
    {
      kind: 'group' as const,
      slug: 'joint-health',
      name: '澄鹭槐医疗卫生协调组',
      nameEn: 'Chengyan–Luting–Huaiyi health coordination',
      regionCode: 'jjj',
    },
    {
      kind: 'assessor' as const,
      slug: 'hengzhun',
      name: '衡准评估中心',
      nameEn: 'Hengzhun Assessment Centre',
      regionCode: null,
    },
    { kind: 'operator' as const, slug: 'junheng', name: '均衡平台', nameEn: 'Junheng platform', regionCode: null },
  ].map((o) => ({ ...o, id: orgId(o.slug), isDemo: true, status: 'active' as const, createdAt: nowMs }))
  const slugOf = new Map(rows.map((r) => [r.name, r.slug]))
  // One hash for all: the password is public anyway, and scrypt is slow on purpose.
  const passwordHash = await hashPassword(DEMO_PASSWORD, SCRYPT_COST)
  const people = DEMO_ACCOUNTS.map((a, i) => ({
    account: a,
    id: `usr_demo_${String(i + 1).padStart(2, '0')}`,
    organisationId: orgId(slugOf.get(a.organisation) ?? ''),
  }))
  const keys = await Promise.all(
    DEMO_KEYS.map(async (k, i) => ({
      id: `key_demo_${i + 1}`,
      organisationId: orgId(k.organisation),
      name: k.name,
      prefix: k.key.slice(0, 16),
      hash: await sha256Hex(k.key),
      scopes: [...k.scopes],
      isDemo: true,
      createdBy: null,
      createdAt: nowMs,
      expiresAt: null,
      revokedAt: null,
      lastUsedAt: null,
    })),
  )
  await seedAct(hub, nowMs, 'demo.organisations', [
    ...rows.map((row) => hub.insert(organisations).values(row).onConflictDoNothing()),
    ...people.map((p) =>
      hub
        .insert(users)
        .values({
          id: p.id,
          email: p.account.email,
          name: p.account.name,
          passwordHash,
          status: 'active',
          createdAt: nowMs,
        })
        .onConflictDoNothing(),
    ),
    ...people.map((p, i) =>
      hub
        .insert(memberships)
        .values({ organisationId: p.organisationId, userId: p.id, role: p.account.role, createdAt: nowMs + i })
        .onConflictDoNothing(),
    ),
    ...keys.map((k) => hub.insert(apiKeys).values(k).onConflictDoNothing()),
    ...DEMO_CITIES.filter((c) => c.jointHealth).map((c) =>
      hub
        .insert(groupMembers)
        .values({ groupId: orgId('joint-health'), cityId: orgId(c.slug), joinedAt: nowMs })
        .onConflictDoNothing(),
    ),
    ...['chengyan', 'xiuchuan'].map((slug) =>
      hub
        .insert(assignments)
        .values({
          id: `asg_demo_${slug}`,
          assessorId: orgId('hengzhun'),
          cityId: orgId(slug),
          purpose: '2024 年度均等化评价核验 · verification of the 2024 evaluation',
          actions: ['city:read', 'data:read', 'evaluation:read'],
          startsAt: nowMs - 1000,
          endsAt: nowMs + 2 * YEAR_MS,
          createdAt: nowMs,
        })
        .onConflictDoNothing(),
    ),
  ])
}

const seedAct = (
  hub: HubDb,
  nowMs: number,
  name: 'demo.organisations' | typeof MARK,
  statements: readonly Statement[],
): Promise<void> => {
  const act: Act<ActContext, readonly Statement[], void> = {
    name,
    by: { system: ['seed'] },
    where: 'hub',
    plan: (_, rows) => Promise.resolve({ target: 'demo', statements: rows, result: () => undefined }),
  }
  return perform(act, systemContext('seed', hub, nowMs), statements)
}
