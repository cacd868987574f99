/** Every act, performed without HTTP by every kind of actor upon objects of two cities: the act itself asks who may, whatever door led to it. */
import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { ACTS } from '../../worker/acts/index.ts'
import { perform } from '../../worker/acts/perform.ts'
import { ROLE_PERMISSIONS } from '../../worker/authority/roles.ts'
import { readConfig } from '../../worker/env.ts'
import { AppError } from '../../worker/contract/problems.ts'
import { sql } from 'drizzle-orm'
import { abortUnless, ConflictError } from '../../db/commit.ts'
import { mintCity, type TestCity } from '../support/worker-city.ts'
import { fillSmall, run } from '../support/worker-evaluation.ts'
import { SMALL_FRAMEWORK } from '../support/worker-framework.ts'
import type { Act, By } from '../../worker/acts/act.types.ts'
import type { Actor } from '../../worker/authority/actor.types.ts'
import type { OrganisationContext, TenantContext } from '../../worker/context.ts'
import type { Permission, Role } from '../../worker/contract/names.ts'
import { PutAreas } from '../../worker/contract/areas.ts'
import { NO_MAPPING } from '../../worker/services/import/mapping.ts'
import { CommitImport, type ImportRecord } from '../../worker/contract/imports.ts'

type Room = 'city' | 'organisation' | 'platform'
type AnyContext = TenantContext & OrganisationContext

/** One act: an object to do it to, and what a second doing of the same says ('again' = it may be done again). */
interface Scene {
  readonly room: Room
  readonly input: (city: TestCity) => Promise<unknown>
  readonly twice: 'again' | 'conflict' | 'not-found' | 'precondition-failed' | 'already-exists'
  /** The input names an object by its id: another city's is not found. */
  readonly namesObject: boolean
  /** The same act upon an object that is in no state for it. */
  readonly wrongState?: (city: TestCity) => Promise<unknown>
}

const CSV = '地区代码,时期,每千人口医师数\nA01,2024,2.8\nA02,2024,3.1\n'
const body = new TextEncoder().encode(CSV)
const onProgress = (): undefined => undefined

async function stage(city: TestCity): Promise<string> {
  const res = await city.request('imports?fileName=a.csv', {
    method: 'POST',
    headers: { 'content-type': 'text/csv' },
    body: CSV,
  })
  expect(res.status, await res.clone().text()).toBe(201)
  return (await res.json<ImportRecord>()).id
}
async function committed(city: TestCity): Promise<string> {
  const id = await stage(city)
  const res = await city.request(`imports/${id}/commit`, { method: 'POST', json: { reason: '核对无误' } })
  expect(res.status, await res.clone().text()).toBe(200)
  return id
}
async function brought(city: TestCity, ...steps: readonly ('review' | 'approve')[]): Promise<string> {
  const { id } = await run(city)
  for (const step of steps) {
    const res = await city.request(`evaluations/${id}/${step}`, { method: 'POST' })
    expect(res.status, await res.clone().text()).toBe(200)
  }
  return id
}
async function published(city: TestCity): Promise<string> {
  const { id } = await run(city)
  const res = await city.request(`evaluations/${id}/publish`, { method: 'POST', json: { raw: 'published' } })
  expect(res.status, await res.clone().text()).toBe(200)
  return id
}
const keyOf = async (city: TestCity): Promise<string> => {
  const res = await city.request(`/api/v1/organisations/${city.organisation.id}/keys`, {
    method: 'POST',
    json: { name: '对接', scopes: ['data:read'], expiresInDays: 30 },
  })
  expect(res.status, await res.clone().text()).toBe(201)
  return (await res.json<{ apiKey: { id: string } }>()).apiKey.id
}
let made = 0
const anyTime = { first: false, tags: null } as const
const reasons = CommitImport.parse({ reason: '核对无误' })

const SCENES: Readonly<Record<string, Scene>> = {
  putAreas: {
    room: 'city',
    namesObject: false,
    twice: 'again',
    input: async () => ({
      body: PutAreas.parse({ areas: [{ code: 'N1', name: '新区' }] }),
      condition: anyTime,
    }),
  },
  putPopulations: {
    room: 'city',
    namesObject: false,
    twice: 'again',
    input: async () => ({
      body: { populations: [{ areaCode: 'A01', period: '2024', value: 1000 }] },
      condition: anyTime,
    }),
  },
  deleteArea: {
    room: 'city',
    // By its code, which every city may use for an area of its own.
    namesObject: false,
    twice: 'not-found',
    input: async (city) => {
      const code = `D${++made}`
      const res = await city.request('areas', {
        method: 'PUT',
        headers: { 'if-match': '*' },
        json: { areas: [{ code, name: '旧区' }] },
      })
      expect(res.status, await res.clone().text()).toBe(200)
      return code
    },
    wrongState: async () => 'A01',
  },
  createFramework: {
    room: 'city',
    namesObject: false,
    twice: 'again',
    input: async () => ({ name: '自建', nameEn: 'Own', body: SMALL_FRAMEWORK }),
  },
  updateFramework: {
    room: 'city',
    namesObject: true,
    // Saved as it is already: nothing to do.
    twice: 'again',
    input: async (city) => ({
      id: city.frameworkId,
      seen: null,
      input: { body: SMALL_FRAMEWORK, name: `改名${++made}`, note: '' },
    }),
    wrongState: async (city) => ({
      id: city.frameworkId,
      seen: ['sha256:0'],
      input: { body: SMALL_FRAMEWORK, name: '另一名', note: '' },
    }),
  },
  uploadValues: {
    room: 'city',
    namesObject: false,
    twice: 'again',
    input: async () => ({ file: { bytes: body, fileName: 'a.csv', period: null, mapping: NO_MAPPING }, onProgress }),
  },
  uploadAreas: {
    room: 'city',
    namesObject: false,
    twice: 'again',
    input: async () => ({ bytes: new TextEncoder().encode('code,name\nU1,新区\n'), fileName: 'areas.csv' }),
  },
  commitImport: {
    room: 'city',
    namesObject: true,
    twice: 'conflict',
    input: async (city) => ({ id: await stage(city), given: reasons, onProgress }),
    wrongState: async (city) => ({ id: await committed(city), given: reasons, onProgress }),
  },
  discardImport: { room: 'city', namesObject: true, twice: 'conflict', input: stage, wrongState: committed },
  revertImport: { room: 'city', namesObject: true, twice: 'conflict', input: committed, wrongState: stage },
  runEvaluation: {
    room: 'city',
    namesObject: true,
    twice: 'again',
    input: async (city) => ({ title: '评价', frameworkId: city.frameworkId, periods: ['2023', '2024'] }),
  },
  deleteEvaluation: {
    room: 'city',
    namesObject: true,
    twice: 'not-found',
    input: async (city) => (await run(city)).id,
    wrongState: published,
  },
  publishEvaluation: {
    room: 'city',
    namesObject: true,
    twice: 'conflict',
    input: async (city) => ({ id: (await run(city)).id, raw: 'published' }),
    wrongState: async (city) => ({ id: await published(city), raw: 'published' }),
  },
  reviewEvaluation: {
    room: 'city',
    namesObject: true,
    twice: 'conflict',
    input: async (city) => ({ id: await brought(city), reason: '' }),
    wrongState: async (city) => ({ id: await published(city), reason: '' }),
  },
  approveEvaluation: {
    room: 'city',
    namesObject: true,
    twice: 'conflict',
    input: async (city) => ({ id: await brought(city, 'review'), reason: '' }),
    wrongState: async (city) => ({ id: await brought(city), reason: '' }),
  },
  returnEvaluation: {
    room: 'city',
    namesObject: true,
    twice: 'conflict',
    input: async (city) => ({ id: await brought(city, 'review', 'approve'), reason: '口径有误' }),
    wrongState: async (city) => ({ id: await published(city), reason: '口径有误' }),
  },
  withdrawEvaluation: {
    room: 'city',
    namesObject: true,
    twice: 'conflict',
    input: async (city) => ({ id: await published(city), reason: '数据有误' }),
    wrongState: async (city) => ({ id: await brought(city, 'review'), reason: '数据有误' }),
  },
  putPolicies: {
    room: 'city',
    namesObject: false,
    // Set as it is already: nothing to do.
    twice: 'again',
    input: async (city) => {
      const now = await (await city.request('policies')).json<{ review: string }>()
      return { review: now.review === 'one-step' ? 'four-eyes' : 'one-step' }
    },
  },
  createKey: {
    room: 'organisation',
    namesObject: false,
    twice: 'again',
    input: async () => ({ name: '对接', scopes: ['data:read'], expiresInDays: 30 }),
  },
  revokeKey: { room: 'organisation', namesObject: true, twice: 'not-found', input: keyOf },
  rotateSigningKey: { room: 'organisation', namesObject: false, twice: 'again', input: async () => undefined },
  rotatePlatformSigningKey: { room: 'platform', namesObject: false, twice: 'again', input: async () => undefined },
  createOrganisation: {
    room: 'platform',
    namesObject: false,
    twice: 'already-exists',
    input: async () => {
      const slug = `group-of-acts-${++made}`
      return {
        kind: 'group',
        slug,
        name: '联合组',
        nameEn: '',
        regionCode: null,
        owner: { email: `${slug}@example.test`, name: '甲', password: 'long-enough-password' },
      }
    },
  },
}

let own: TestCity
let other: TestCity
beforeAll(async () => {
  own = await mintCity({ areas: 3, framework: true })
  other = await mintCity({ areas: 3, framework: true, region: 'csj' })
  await fillSmall(own)
  await fillSmall(other)
})

const member = (city: TestCity, role: Role): Actor => ({
  kind: 'user',
  userId: city.userId,
  name: '测试员',
  email: 'a@example.test',
  memberships: [{ organisation: city.organisation, role }],
  assignments: [],
})
const operator = (): Actor => ({
  kind: 'user',
  userId: own.userId,
  name: '运营',
  email: 'o@example.test',
  memberships: [{ organisation: { ...own.organisation, kind: 'operator', id: 'org_operator' }, role: 'operator' }],
  assignments: [],
})

function contextOf(room: Room, city: TestCity, actor: Actor): AnyContext {
  const service = {
    requestId: 'req_acts',
    locale: 'zh-CN',
    now: () => Date.now(),
    hub: city.hub,
    config: readConfig(env),
    env,
    actor,
    defer: (work: Promise<unknown>) => void afterwards.push(work),
  } as const
  const place =
    room === 'city'
      ? { city: city.organisation, tenantId: city.tenantId, region: city.region, role: null, permissions: [] }
      : room === 'organisation'
        ? { organisation: city.organisation, role: 'owner' }
        : {}
  // Guarantee: each act's own room; the compiler knows only that it is one of three.
  return { ...service, ...place } as unknown as AnyContext
}

const afterwards: Promise<unknown>[] = []

async function attempt(name: string, ctx: AnyContext, input: unknown): Promise<string> {
  try {
    // Guarantee: SCENES gives the act's own input.
    await perform(ACTS[name] as unknown as Act<AnyContext, unknown, unknown>, ctx, input)
    await Promise.all(afterwards.splice(0))
    return 'done'
  } catch (error) {
    if (error instanceof AppError) return error.code
    if (error instanceof ConflictError) return 'conflict'
    throw error
  }
}

const permissionOf = (by: By): Permission | undefined =>
  typeof by === 'object' && 'permission' in by ? by.permission : undefined
const HOLDER: Readonly<Record<Room, (city: TestCity) => Actor>> = {
  city: (city) => member(city, 'owner'),
  organisation: (city) => member(city, 'owner'),
  platform: operator,
}
const scenes = Object.entries(SCENES).map(([name, scene]) => ({ name, scene }))
const countAudit = async (): Promise<number> => {
  const [here, hub] = await Promise.all([
    env.REGION_JJJ.prepare('SELECT count(*) AS n FROM audit').first<{ n: number }>(),
    env.HUB.prepare(
      "SELECT count(*) AS n FROM hub_audit WHERE action NOT IN ('publication.accept', 'publication.withdraw')",
    ).first<{ n: number }>(),
  ])
  return (here?.n ?? 0) + (hub?.n ?? 0)
}

describe('the list of acts', () => {
  it('has a scene here for each that a permission opens', () => {
    const opened = Object.keys(ACTS).filter((name) => permissionOf(ACTS[name]?.by ?? 'anybody') !== undefined)
    expect(Object.keys(SCENES).toSorted()).toEqual(opened.toSorted())
  })
  it('lets a person do no act of the system, and the system none of a person', async () => {
    const system = { kind: 'system', name: 'sweep' } as const
    const expire = await attempt('expireImport', contextOf('city', own, member(own, 'owner')), {
      id: 'x',
      createdAt: 0,
    })
    expect(expire).toBe('forbidden')
    expect(
      await attempt('expireImport', contextOf('city', own, { ...system, name: 'seed' }), { id: 'x', createdAt: 0 }),
    ).toBe('forbidden')
    for (const { name, scene } of scenes)
      expect(await attempt(name, contextOf(scene.room, own, system), null), name).toBe('unauthenticated')
  })
})

const sample = (more: Partial<Act<AnyContext, string, string>>): Act<AnyContext, string, string> => ({
  name: 'population.put',
  by: { permission: 'data:write' },
  where: 'region',
  plan: (_, target) => Promise.resolve({ target, statements: [], result: () => 'written' }),
  ...more,
})
const unchanged = sample({ plan: () => Promise.resolve({ unchanged: 'as it is' }) })
const againstPolicy = sample({
  policy: () => {
    throw new AppError('conflict', '需要另一人批准')
  },
})
const withoutRoom = (refuse: () => Promise<unknown>): Act<AnyContext, string, string> =>
  sample({
    plan: (_, target) =>
      Promise.resolve({
        target,
        statements: [],
        quota: { guard: abortUnless(sql`1 = 2`), refuse },
        onConflict: () => new AppError('conflict', 'something else'),
        result: () => 'written',
      }),
  })
const ownerHere = (): AnyContext => contextOf('city', own, member(own, 'owner'))
async function rowsOf(target: string): Promise<number> {
  const row = await env.REGION_JJJ.prepare('SELECT count(*) AS n FROM audit WHERE target = ?')
    .bind(target)
    .first<{ n: number }>()
  return row?.n ?? 0
}

describe('performing', () => {
  it('leaves one audit row, and none where nothing was to do', async () => {
    expect(await perform(sample({}), ownerHere(), 'target-once')).toBe('written')
    expect(await rowsOf('target-once')).toBe(1)
    expect(await perform(unchanged, ownerHere(), 'target-unchanged')).toBe('as it is')
    expect(await rowsOf('target-unchanged')).toBe(0)
  })
  it('asks the city’s own rules before it plans', async () => {
    await expect(perform(againstPolicy, ownerHere(), 'target-policy')).rejects.toThrow('需要另一人批准')
    expect(await rowsOf('target-policy')).toBe(0)
  })
  it('lets the batch decide about room, and says so before anything else', async () => {
    const full = withoutRoom(() => Promise.reject(new AppError('limit-reached', '已满')))
    await expect(perform(full, ownerHere(), 'target-full')).rejects.toThrow('已满')
    // There is room: the batch failed of something else.
    const other = withoutRoom(() => Promise.resolve())
    await expect(perform(other, ownerHere(), 'target-full')).rejects.toThrow('something else')
    expect(await rowsOf('target-full')).toBe(0)
  })
  it('refuses an act of a region where there is none', async () => {
    const act = sample({ by: { permission: 'operator:manage' } })
    const nowhere = contextOf('platform', own, operator())
    await expect(perform(act, nowhere, 'target-nowhere')).rejects.toThrow('belongs to a region')
  })
})

describe.each(scenes)('$name', ({ name, scene }) => {
  const { room } = scene
  const holder = HOLDER[room]

  it('asks who may before it looks at anything', async () => {
    const permission = permissionOf(ACTS[name]?.by ?? 'anybody')
    const before = await countAudit()
    expect(await attempt(name, contextOf(room, own, { kind: 'anonymous' }), null)).toBe('unauthenticated')
    expect(await attempt(name, contextOf(room, own, member(other, 'owner')), null)).toBe('not-found')
    const roles = (Object.keys(ROLE_PERMISSIONS) as Role[]).filter(
      (role) => permission === undefined || !ROLE_PERMISSIONS[role].includes(permission),
    )
    for (const role of roles)
      expect(await attempt(name, contextOf(room, own, member(own, role)), null), role).toBe(
        room === 'platform' ? 'not-found' : 'forbidden',
      )
    expect(await countAudit()).toBe(before)
  })

  if (scene.namesObject)
    it('does not find what belongs to another city', async () => {
      const foreign = await scene.input(other)
      const outcome = await attempt(name, contextOf(room, own, holder(own)), foreign)
      expect(['not-found', 'invalid']).toContain(outcome)
      // It is still there for whom it belongs to.
      expect(await attempt(name, contextOf(room, other, holder(other)), foreign)).toBe('done')
    })

  it('is done once, and says what a second time is', async () => {
    const input = await scene.input(own)
    const ctx = contextOf(room, own, holder(own))
    expect(await attempt(name, ctx, input)).toBe('done')
    expect(await attempt(name, ctx, input)).toBe(scene.twice === 'again' ? 'done' : scene.twice)
  })

  if (scene.wrongState !== undefined)
    it('refuses what is in no state for it', async () => {
      const input = await scene.wrongState?.(own)
      expect(['conflict', 'precondition-failed']).toContain(
        await attempt(name, contextOf(room, own, holder(own)), input),
      )
    })

  it('of two at once never leaves half of either', async () => {
    const input = await scene.input(own)
    const before = await countAudit()
    const outcomes = await Promise.all([1, 2].map(() => attempt(name, contextOf(room, own, holder(own)), input)))
    const done = outcomes.filter((outcome) => outcome === 'done').length
    expect(done).toBeGreaterThan(0)
    if (scene.twice !== 'again') expect(done, outcomes.join()).toBe(1)
    expect(
      outcomes.filter((outcome) => !/^(done|conflict|not-found|precondition-failed|already-exists)$/.test(outcome)),
    ).toEqual([])
    // One row for each that was done; a save that changed nothing leaves none.
    expect(await countAudit()).toBeLessThanOrEqual(before + done)
    expect(await countAudit()).toBeGreaterThan(before)
  })
})
