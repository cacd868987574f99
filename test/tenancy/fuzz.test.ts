/** Whatever is sent to whichever door, the answer is a good one or a problem of the 400s: never a 500, never something half-said. */
import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import * as fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../support/worker-app.ts'
import { mintOrganisation, mintPerson, type Credential } from '../support/worker-actors.ts'
import { ROOMS } from './rooms.ts'

const app = createApp()
/** Ten thousand requests take as long as the machine lets them. */
const LONG_MS = 300_000
let owner: Credential
let coordinator: Credential
let operator: Credential
let assessor: Credential
let where: { city: string; org: string; group: string }

beforeAll(async () => {
  const city = await mintOrganisation('city')
  const group = await mintOrganisation('group')
  where = { city: city.slug, org: city.id, group: group.slug }
  owner = await mintPerson(city.id, 'owner')
  coordinator = await mintPerson(group.id, 'coordinator')
  operator = await mintPerson((await mintOrganisation('operator')).id, 'operator')
  assessor = await mintPerson((await mintOrganisation('assessor')).id, 'assessor')
})

const segment = fc
  .oneof(
    fc.constantFrom('none', '1', '-1', '2024', '%00', '..', "'; --", '中文', '💥', 'x'.repeat(300)),
    fc.string({ maxLength: 20 }),
  )
  .map((s) => encodeURIComponent(s.replaceAll('/', '') || 'x'))
const query = fc.dictionary(
  fc.constantFrom(
    'period',
    'frameworkId',
    'cursor',
    'limit',
    'region',
    'city',
    'latest',
    'publications',
    'edition',
    'against',
    'layout',
    'fileName',
  ),
  fc.oneof(fc.constantFrom('2024', '', '0', '1e9', 'x.y', '0.a', 'zz', '\u0000', '2023'), fc.string({ maxLength: 30 })),
  { maxKeys: 3 },
)
const body = fc.oneof(
  { weight: 3, arbitrary: fc.json({ maxDepth: 4 }) },
  { weight: 1, arbitrary: fc.string({ maxLength: 200, unit: 'binary' }) },
  {
    weight: 2,
    arbitrary: fc
      .record(
        {
          values: fc.oneof(
            fc.array(fc.oneof(fc.double(), fc.constant(null), fc.string())),
            fc.dictionary(fc.string(), fc.array(fc.double({ noNaN: true }))),
          ),
          areas: fc.array(fc.string()),
          framework: fc.anything(),
          method: fc.anything(),
          weights: fc.anything(),
          groups: fc.anything(),
          systems: fc.anything(),
          subgroups: fc.anything(),
          matrix: fc.anything(),
        },
        { requiredKeys: [] },
      )
      .map((x) => safeJson(x)),
  },
)
/** Shapes that have cost somebody a server: long lists of nonsense, deep brackets, names every object has, numbers that are none. */
const COLUMNS = [
  'values',
  'systems',
  'populations',
  'areas',
  'subgroups',
  'rounds',
  'matrix',
  'codes',
  'scopes',
  'body',
]
const bomb = fc
  .tuple(
    fc.constantFrom(...COLUMNS),
    fc.constantFrom('""', '{}', '[]', 'null', '1e999', '-0', '"＝1"', '{"__proto__":1}', '[[[[[[]]]]]]'),
    fc.constantFrom(1, 200, 20_000),
    fc.constantFrom('list', 'table', 'deep', 'columns'),
  )
  .map(([field, item, n, form]) => {
    const many = Array.from({ length: n }, () => item)
    if (form === 'list') return `{"${field}":[${many.join(',')}]}`
    if (form === 'table') return `{"${field}":{${many.map((one, i) => `"${i}":${one}`).join(',')}}}`
    if (form === 'columns') return `{"${field}":{"a":[${many.join(',')}],"constructor":[]},"method":"pca"}`
    return `{"framework":${'{"code":"x","children":['.repeat(n)}${']}'.repeat(n)}}`
  })
const headers = fc.dictionary(
  fc.constantFrom(
    'accept',
    'accept-language',
    'if-match',
    'if-none-match',
    'idempotency-key',
    'origin',
    'sec-fetch-site',
    'content-length',
    'transfer-encoding',
    'x-forwarded-for',
    'cf-connecting-ip',
    'range',
  ),
  fc.oneof(
    fc.constantFrom(
      '*',
      '"a"',
      'W/"a"',
      'application/x-ndjson',
      'text/csv',
      'en',
      '-1',
      '99999999999',
      'chunked',
      '::1',
      '',
    ),
    fc.string({ maxLength: 30, unit: fc.integer({ min: 0x20, max: 0x7e }).map((n) => String.fromCharCode(n)) }),
  ),
  { maxKeys: 3 },
)
const type = fc.constantFrom(
  'application/json',
  'text/csv',
  'text/plain',
  'application/octet-stream',
  'multipart/form-data; boundary=x',
  'application/json; charset=gbk',
)

function safeJson(x: unknown): string {
  try {
    return JSON.stringify(x, (_, v: unknown) => (typeof v === 'bigint' ? String(v) : v)) ?? 'null'
  } catch {
    return '{}'
  }
}

function credentialFor(route: string): Credential {
  if (route.includes(':group')) return coordinator
  if (route.includes('/operator')) return operator
  return route.includes('/assignments') ? assessor : owner
}

describe.each(Object.keys(ROOMS))('%s', (route) => {
  it('never answers with a fault of its own', { timeout: LONG_MS }, async () => {
    const [method = 'GET', path = ''] = route.split(' ')
    await fc.assert(
      fc.asyncProperty(
        fc.array(segment, { minLength: 4, maxLength: 4 }),
        query,
        fc.oneof({ weight: 4, arbitrary: body }, { weight: 1, arbitrary: bomb }),
        type,
        headers,
        async (segments, params, text, contentType, more) => {
          let i = 0
          const url = `${path
            .replace(':city', where.city)
            .replace(':org', where.org)
            .replace(':group', where.group)
            .replace(/:[a-z]+/g, () => segments[i++] ?? 'x')}?${new URLSearchParams(params).toString()}`
          const ctx = createExecutionContext()
          const res = await app.request(
            url,
            {
              method,
              headers: { ...more, ...credentialFor(route), 'content-type': contentType },
              ...(method === 'GET' || method === 'DELETE' ? {} : { body: text }),
            },
            env,
            ctx,
          )
          await waitOnExecutionContext(ctx)
          const answer = await res.text()
          expect(res.status, `${method} ${url} ${text.slice(0, 500)} → ${answer.slice(0, 500)}`).toBeLessThan(500)
          if (res.status >= 400)
            expect(JSON.parse(answer), answer).toMatchObject({
              status: res.status,
              code: expect.any(String),
              requestId: expect.stringMatching(/^req_/),
            })
        },
      ),
      { numRuns: route.includes('POST /api/v1/session') ? 5 : env.FUZZ_RUNS, seed: 20261122 },
    )
  })
})

it('an address that nobody knows is not found, whatever it looks like', { timeout: LONG_MS }, async () => {
  const odd = fc.oneof(
    fc.string({ maxLength: 60 }),
    fc.constantFrom('//', '/%', '/%ff', '/..%2f', '/api/v1/', '/.//host', '/\u0000', `/${'a/'.repeat(500)}`),
  )
  await fc.assert(
    fc.asyncProperty(
      odd,
      fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD'),
      async (path, method) => {
        const ctx = createExecutionContext()
        const url = `http://localhost/api/v1/${path.replaceAll(/[\s#?]/g, '')}`
        const res = await app.request(url, { method, headers: { ...owner } }, env, ctx)
        await waitOnExecutionContext(ctx)
        expect(res.status, `${method} ${url}`).toBeLessThan(500)
      },
    ),
    { numRuns: 4 * env.FUZZ_RUNS, seed: 20261124 },
  )
})
