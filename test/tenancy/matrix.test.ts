/** Every mounted route × every actor. What an actor may not know of must look exactly like what does not exist. */
import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../support/worker-app.ts'
import { ROLE_PERMISSIONS } from '../../worker/authority/roles.ts'
import { KEY_SCOPES, type KeyScope, type Permission, type Role } from '../../worker/contract/names.ts'
import { mintAssignment, mintKey, mintOrganisation, mintPerson, type Credential } from '../support/worker-actors.ts'
import { ROOMS, type Room } from './rooms.ts'

const app = createApp()
const NOBODY = {}
const mounted = [...new Set(app.routes.filter((r) => r.method !== 'ALL').map((r) => `${r.method} ${r.path}`))]

const CITY_ROLES: readonly Role[] = ['owner', 'data_officer', 'reviewer', 'analyst', 'viewer']
type Where = { city: string; org: string; group: string }
interface Cast {
  own: Where
  person: Record<Role, Credential>
  stranger: Record<string, Credential>
  refused: Record<string, Credential>
  keyWith: (scopes: readonly KeyScope[]) => Promise<Credential>
  cityId: string
  suspended: { slug: string; owner: Credential }
  assigned: Credential
  overdue: Credential
  narrow: Credential
  /** Assigned twice, for one thing each. */
  twice: Credential
  noCity: string
}
let cast: Cast

beforeAll(async () => {
  const city = await mintOrganisation('city')
  const other = await mintOrganisation('city')
  const group = await mintOrganisation('group')
  const otherGroup = await mintOrganisation('group')
  const assessor = await mintOrganisation('assessor')
  const late = await mintOrganisation('assessor')
  const early = await mintOrganisation('assessor')
  const both = await mintOrganisation('assessor')
  const operator = await mintOrganisation('operator')
  const suspended = await mintOrganisation('city', { status: 'suspended' })
  await mintAssignment(assessor.id, city.id)
  await mintAssignment(late.id, city.id, { startsInMs: -5000, endsInMs: -1 })
  await mintAssignment(early.id, city.id, { actions: ['city:read'] })
  await mintAssignment(both.id, city.id, { actions: ['city:read'] })
  await mintAssignment(both.id, city.id, { actions: ['evaluation:read'] })
  const person = Object.fromEntries(
    await Promise.all([
      ...CITY_ROLES.map(async (role) => [role, await mintPerson(city.id, role)] as const),
      (async () => ['coordinator', await mintPerson(group.id, 'coordinator')] as const)(),
      (async () => ['representative', await mintPerson(group.id, 'representative')] as const)(),
      (async () => ['assessor', await mintPerson(assessor.id, 'assessor')] as const)(),
      (async () => ['operator', await mintPerson(operator.id, 'operator')] as const)(),
    ]),
  ) as Record<Role, Credential>
  cast = {
    own: { city: city.slug, org: city.id, group: group.slug },
    person,
    stranger: {
      'owner of another city': await mintPerson(other.id, 'owner'),
      'key of another city': await mintKey(other.id),
      'coordinator of another group': await mintPerson(otherGroup.id, 'coordinator'),
    },
    refused: {
      'garbage key': { authorization: 'Bearer jh_live_0000000000000000000000' },
      'not a bearer': { authorization: 'Basic dTpw' },
      'expired key': await mintKey(city.id, { expired: true }),
      'revoked key': await mintKey(city.id, { revoked: true }),
      'demo key on a server that is no demonstration': await mintKey(city.id, { demo: true }),
      'key of a suspended city': await mintKey(suspended.id),
    },
    keyWith: (scopes) => mintKey(city.id, { scopes }),
    cityId: city.id,
    suspended: { slug: suspended.slug, owner: await mintPerson(suspended.id, 'owner') },
    assigned: person.assessor,
    overdue: await mintPerson(late.id, 'assessor'),
    narrow: await mintPerson(early.id, 'assessor'),
    twice: await mintPerson(both.id, 'assessor'),
    noCity: 'no-such-city',
  }
})

function fill(path: string, where: Where): string {
  return path
    .replace(':city', where.city)
    .replace(':org', where.org)
    .replace(':group', where.group)
    .replace(':period', '2024')
    .replace(':version', '1')
    .replace(/:[a-z]+/g, 'none')
}

async function call(route: string, where: Where, credential: Credential | typeof NOBODY): Promise<Response> {
  const [method = 'GET', path = ''] = route.split(' ')
  const ctx = createExecutionContext()
  const res = await app.request(
    fill(path, where),
    {
      method,
      headers: {
        ...credential,
        ...(method === 'GET' || method === 'DELETE' ? {} : { 'content-type': 'application/json' }),
      },
      ...(method === 'GET' || method === 'DELETE' ? {} : { body: '{}' }),
    },
    env,
    ctx,
  )
  await waitOnExecutionContext(ctx)
  return res
}

/** Passed the door: neither refused nor, where nothing but the room itself is named, absent. */
async function expectInside(route: string, res: Response): Promise<void> {
  expect(res.status, await res.clone().text()).not.toBe(401)
  expect(res.status, await res.clone().text()).not.toBe(403)
  expect(res.status, await res.clone().text()).toBeLessThan(500)
  const namesMore = /:(id|code|period|version)/.test(route)
  if (!namesMore) expect(res.status, await res.clone().text()).not.toBe(404)
}

async function expectAbsent(res: Response): Promise<void> {
  expect(res.status).toBe(404)
  expect(await res.json()).toMatchObject({ code: 'not-found', status: 404 })
}

const protectedRooms = Object.entries(ROOMS).filter(([, room]) => room.kind !== 'public')
const cityRooms = Object.entries(ROOMS).flatMap(([route, room]) =>
  room.kind === 'city' ? [[route, room.permission] as const] : [],
)

describe('the table of rooms', () => {
  it('lists every mounted route', () => expect(mounted.filter((r) => ROOMS[r] === undefined)).toEqual([]))
  it('lists nothing that is not mounted', () =>
    expect(Object.keys(ROOMS).filter((r) => !mounted.includes(r))).toEqual([]))
})

describe.each(Object.entries(ROOMS).map(([route, room]) => ({ route, room })))(
  '$route',
  ({ route, room }: { route: string; room: Room }) => {
    it('refuses every bad key with 401', async () => {
      for (const [name, credential] of Object.entries(cast.refused))
        expect((await call(route, cast.own, credential)).status, name).toBe(401)
    })

    if (room.kind === 'public') {
      it('lets anybody in', async () => {
        const res = await call(route, cast.own, NOBODY)
        await expectInside(route, res)
      })
      return
    }

    it('asks nobody-in-particular for a credential', async () =>
      expect((await call(route, cast.own, NOBODY)).status).toBe(401))

    it('treats an expired session as nobody', async () => {
      const expired = await mintPerson(cast.cityId, 'owner', { expired: true })
      const disabled = await mintPerson(cast.cityId, 'owner', { disabled: true })
      expect((await call(route, cast.own, expired)).status).toBe(401)
      expect((await call(route, cast.own, disabled)).status).toBe(401)
    })

    it('does not exist for strangers', async () => {
      if (room.kind === 'holder') {
        await expectAbsent(await call(route, cast.own, cast.stranger['owner of another city'] ?? NOBODY))
        return
      }
      for (const credential of Object.values(cast.stranger)) await expectAbsent(await call(route, cast.own, credential))
    })
  },
)

describe('city rooms', () => {
  it.each(cityRooms)('%s opens by role for %s', async (route, permission) => {
    for (const role of CITY_ROLES) {
      const res = await call(route, cast.own, cast.person[role])
      if (ROLE_PERMISSIONS[role].includes(permission)) await expectInside(route, res)
      else expect(res.status, role).toBe(403)
    }
  })

  it.each(cityRooms)('%s opens by the id as by the slug (%s)', async (route, permission) => {
    const holder = CITY_ROLES.find((r) => ROLE_PERMISSIONS[r].includes(permission)) ?? 'owner'
    await expectInside(route, await call(route, { ...cast.own, city: cast.cityId }, cast.person[holder]))
  })

  it.each(cityRooms)('%s opens to a key with %s alone and to no key without it', async (route, permission) => {
    const scope = KEY_SCOPES.find((s) => s === permission)
    if (scope !== undefined) await expectInside(route, await call(route, cast.own, await cast.keyWith([scope])))
    expect((await call(route, cast.own, await cast.keyWith(KEY_SCOPES.filter((s) => s !== permission)))).status).toBe(
      403,
    )
  })

  it.each(cityRooms)('%s opens to an assessor as far as the assignment goes (%s)', async (route, permission) => {
    const readable = new Set<Permission>(['city:read', 'data:read', 'evaluation:read'])
    const res = await call(route, cast.own, cast.assigned)
    if (readable.has(permission)) await expectInside(route, res)
    else expect(res.status).toBe(403)
    const twice = await call(route, cast.own, cast.twice)
    if (readable.has(permission) && permission !== 'data:read') await expectInside(route, twice)
    else expect(twice.status).toBe(403)
    const narrow = await call(route, cast.own, cast.narrow)
    if (permission === 'city:read') await expectInside(route, narrow)
    else expect(narrow.status).toBe(403)
    await expectAbsent(await call(route, cast.own, cast.overdue))
  })

  it.each(cityRooms)('%s is not told apart from a city that does not exist', async (route) => {
    for (const role of ['coordinator', 'representative', 'operator'] as const)
      await expectAbsent(await call(route, cast.own, cast.person[role]))
    await expectAbsent(await call(route, { ...cast.own, city: cast.noCity }, cast.person.owner))
    await expectAbsent(await call(route, { ...cast.own, city: cast.suspended.slug }, cast.suspended.owner))
  })
})

describe('rooms of the hub', () => {
  it.each(protectedRooms.filter(([, r]) => r.kind !== 'city'))('%s opens by role', async (route, room) => {
    if (room.kind === 'public') throw new Error('a public room among the protected ones')
    const expected: Partial<Record<Role, 'in' | 'forbidden' | 'absent'>> =
      room.kind === 'organisation'
        ? {
            owner: 'in',
            analyst: 'forbidden',
            viewer: 'forbidden',
            data_officer: 'forbidden',
            reviewer: 'forbidden',
            coordinator: 'absent',
            assessor: 'absent',
            operator: 'absent',
          }
        : room.kind === 'group'
          ? {
              coordinator: 'in',
              representative: 'in',
              owner: 'absent',
              viewer: 'absent',
              assessor: 'absent',
              operator: 'absent',
            }
          : room.permission === 'operator:manage'
            ? { operator: 'in', owner: 'absent', coordinator: 'absent', assessor: 'absent', viewer: 'absent' }
            : { assessor: 'in', owner: 'absent', coordinator: 'absent', operator: 'absent', viewer: 'absent' }
    for (const [role, outcome] of Object.entries(expected) as [Role, string][]) {
      const res = await call(route, cast.own, cast.person[role])
      if (outcome === 'in') await expectInside(route, res)
      else if (outcome === 'forbidden') expect(res.status, role).toBe(403)
      else await expectAbsent(res)
    }
  })

  it('lets no key manage keys or the platform', async () => {
    const key = await cast.keyWith(KEY_SCOPES)
    for (const [route, room] of protectedRooms) {
      if (room.kind === 'organisation') expect((await call(route, cast.own, key)).status).toBe(403)
      if (room.kind === 'holder' && room.permission === 'operator:manage')
        await expectAbsent(await call(route, cast.own, key))
    }
  })

  it('refuses a write that comes from another site', async () => {
    const owner = cast.person.owner
    const ctx = createExecutionContext()
    const res = await app.request(
      `/api/v1/organisations/${cast.own.org}/keys`,
      {
        method: 'POST',
        body: '{}',
        headers: {
          ...owner,
          'content-type': 'application/json',
          origin: 'https://elsewhere.example',
          'sec-fetch-site': 'cross-site',
        },
      },
      env,
      ctx,
    )
    expect(res.status).toBe(403)
    expect(await res.json()).toMatchObject({ code: 'cross-site' })
  })
})
