/** Holds a real answer against the OpenAPI document the same application serves: status, content type, body and headers must be declared. */
import { dereference, validate, type Schema } from '@cfworker/json-schema'
import { expect } from 'vitest'

interface MediaType {
  readonly schema?: Schema
}
interface Answer {
  readonly headers?: Readonly<Record<string, unknown>>
  readonly content?: Readonly<Record<string, MediaType>>
}
interface Operation {
  readonly responses: Readonly<Record<string, Answer | { readonly $ref: string }>>
}
export interface OpenApi {
  readonly openapi: string
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>
    readonly responses: Readonly<Record<string, Answer>>
  }
}

/** Headers that say something a client may act on: an answer that carries one declares it. */
const DECLARED = ['ETag', 'Location', 'Idempotency-Replayed', 'WWW-Authenticate', 'Retry-After', 'Content-Disposition']

/** Entries at either end of a list. */
const LOOKED_AT = 8

/** /cities/x/areas → the templated path of the document that fits it best (literal segments win over parameters). */
export function operationOf(document: OpenApi, method: string, path: string): Operation | undefined {
  const segments = path.split('/')
  const fits = Object.keys(document.paths).filter((p) => {
    const own = p.split('/')
    return (
      own.length === segments.length &&
      own.every((s, i) => (s.startsWith('{') ? segments[i] !== '' : s === segments[i])) &&
      document.paths[p]?.[method.toLowerCase()] !== undefined
    )
  })
  const best = fits.sort((a, b) => (a.match(/\{/g)?.length ?? 0) - (b.match(/\{/g)?.length ?? 0))[0]
  return best === undefined ? undefined : document.paths[best]?.[method.toLowerCase()]
}

type Lookup = ReturnType<typeof dereference>
const lookups = new WeakMap<OpenApi, Lookup>()
const resolved = new WeakSet<object>()

/** References are resolved once for all components, and then once for each answer's own schema: doing it all per answer would cost more than
 * the answers. */
function lookupOf(document: OpenApi, schema: Schema): Lookup {
  let lookup = lookups.get(document)
  if (lookup === undefined) {
    lookup = dereference({ components: { schemas: document.components.schemas } } as Schema)
    lookups.set(document, lookup)
  }
  if (!resolved.has(schema)) {
    resolved.add(schema)
    dereference(schema, lookup, undefined, `/answers/${Object.keys(lookup).length}`)
  }
  return lookup
}

export async function expectConforms(document: OpenApi, method: string, path: string, res: Response): Promise<void> {
  const said = `${method} ${path}`
  expect(res.headers.get('x-request-id'), `${said} has no request id`).toMatch(/^req_/)
  const type = (res.headers.get('content-type') ?? '').split(';')[0] ?? ''
  const operation = operationOf(document, method === 'HEAD' ? 'GET' : method, path)
  if (operation === undefined) return expectRefused(document, said, type, res)

  const declared = operation.responses[String(res.status)]
  const answer =
    declared !== undefined && '$ref' in declared
      ? document.components.responses[declared.$ref.split('/').pop() ?? '']
      : declared
  if (answer === undefined)
    expect.fail(`${said} answered an undocumented ${res.status}: ${(await textOf(res, type)).slice(0, 400)}`)
  for (const name of DECLARED)
    if (res.headers.has(name))
      expect(Object.keys(answer.headers ?? {}), `${said} ${res.status} carries ${name}`).toContain(name)
  if (method === 'HEAD' || res.status === 204 || res.status === 304) return
  const media = answer.content?.[type]
  if (media === undefined) expect.fail(`${said} ${res.status} answered an undocumented type “${type}”`)
  if (type.endsWith('/json') || type.endsWith('+json')) await expectShape(document, said, media.schema ?? {}, res)
}

/** An address that has no such operation: 404, 405 with Allow, or the answer to OPTIONS. */
async function expectRefused(document: OpenApi, said: string, type: string, res: Response): Promise<void> {
  if (said.endsWith('/api/v1/openapi.json') && (res.ok || res.status === 304)) return
  if (res.status === 204) {
    expect(said).toMatch(/^OPTIONS /)
    return
  }
  expect([400, 401, 403, 404, 405, 413], `${said} is not documented and answered ${res.status}`).toContain(res.status)
  if (res.status === 405) expect(res.headers.get('allow'), said).not.toBeNull()
  if (said.startsWith('HEAD ')) return
  expect(type, said).toBe('application/problem+json')
  await expectShape(document, said, document.components.schemas['Problem'] ?? {}, res)
}

/** The entries of a long list have one shape: its beginning and its end are looked at. Whole, the long answers take a fifth of the run's time. */
function shortened(value: unknown): unknown {
  if (Array.isArray(value)) {
    const looked = value.length > 2 * LOOKED_AT ? [...value.slice(0, LOOKED_AT), ...value.slice(-LOOKED_AT)] : value
    return looked.map(shortened)
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, shortened(entry)]))
}

async function expectShape(document: OpenApi, said: string, schema: Schema, res: Response): Promise<void> {
  const result = validate(shortened(await res.clone().json()), schema, '2020-12', lookupOf(document, schema), false)
  expect(result.valid, `${said} ${res.status}: ${JSON.stringify(result.errors.slice(-4))}`).toBe(true)
}

/** A stream is its reader's: looking at it here would hold it open. */
const textOf = async (res: Response, type: string): Promise<string> =>
  type.includes('ndjson') ? '(a stream)' : res.clone().text()
