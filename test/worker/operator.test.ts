/** The operator's room: who comes second with a name or an address is told so, however close behind. */
import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { createApp } from '../support/worker-app.ts'
import { mintOrganisation, mintPerson, type Credential } from '../support/worker-actors.ts'
import { parkFirstBatch } from '../support/worker-d1.ts'
import type { Env } from '../../worker/env.ts'

const app = createApp()

const count = async (table: string): Promise<number> =>
  (await env.HUB.prepare(`SELECT count(*) AS n FROM ${table}`).first<number>('n')) ?? -1

async function create(actor: Credential, slug: string, email: string, bindings: Env = env): Promise<Response> {
  const ctx = createExecutionContext()
  const body = JSON.stringify({
    kind: 'group',
    slug,
    name: '联合组',
    owner: { email, name: '甲', password: 'long-enough-password' },
  })
  const res = await app.request(
    '/api/v1/operator/organisations',
    { method: 'POST', headers: { ...actor, 'content-type': 'application/json' }, body },
    bindings,
    ctx,
  )
  await waitOnExecutionContext(ctx)
  return res
}

it.each([
  ['slug', 'race-slug', 'race-slug', 'a1@example.test', 'b1@example.test'],
  ['owner.email', 'race-mail-a', 'race-mail-b', 'both@example.test', 'both@example.test'],
])(
  'of two who take the same %s at once one is told that it is taken, and leaves nothing',
  async (path, slug, otherSlug, email, otherEmail) => {
    const actor = await mintPerson((await mintOrganisation('operator')).id, 'operator')
    const parked = parkFirstBatch('HUB', 'insert into "organisations"')
    const slow = create(actor, slug, email, parked.env)
    await parked.reached
    expect((await create(actor, otherSlug, otherEmail)).status).toBe(201)
    const before = [await count('organisations'), await count('users'), await count('hub_audit')]
    parked.release()
    const res = await slow
    expect([res.status, await res.json()]).toMatchObject([
      409,
      { code: 'already-exists', errors: [{ path, code: 'taken' }] },
    ])
    expect([await count('organisations'), await count('users'), await count('hub_audit')]).toEqual(before)
  },
)
