/** Every sign-in and key of the demonstration. The surprise: hashing keeps the server busy for seconds, so this file's name puts it first, where
 * the browser has other work; at the end everything would wait for it. */
import { expect, test } from '@playwright/test'
import { DEMO_ACCOUNTS, DEMO_KEYS, DEMO_PASSWORD } from '../../db/seed/demo/accounts.ts'

test('every demo account signs in', async ({ playwright, baseURL }) => {
  for (const account of DEMO_ACCOUNTS) {
    const person = await playwright.request.newContext({ baseURL: baseURL ?? '' })
    const res = await person.post('/api/v1/session', { data: { email: account.email, password: DEMO_PASSWORD } })
    expect(res.status(), account.email).toBe(200)
    const body = (await res.json()) as { memberships: { role: string; organisation: { isDemo: boolean } }[] }
    expect(body.memberships.map((m) => [m.role, m.organisation.isDemo])).toEqual([[account.role, true]])
    await person.dispose()
  }
})

test('every demo key opens its organisation', async ({ request }) => {
  for (const { key, organisation, scopes } of DEMO_KEYS) {
    const path =
      {
        chengyan: '/cities/chengyan/frameworks',
        luting: '/cities/luting/frameworks',
        'joint-health': '/session',
        hengzhun: '/assignments',
      }[organisation] ?? ''
    const res = await request.get(`/api/v1${path}`, { headers: { authorization: `Bearer ${key}` } })
    expect(res.status(), `${organisation} ${scopes.join(' ')}`).toBe(200)
  }
  expect(
    (
      await request.get('/api/v1/session', { headers: { authorization: 'Bearer jh_demo_nobody_at_all_2026' } })
    ).status(),
  ).toBe(401)
})
