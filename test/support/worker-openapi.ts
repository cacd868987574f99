/** Holds a real answer against the OpenAPI document the same application serves. */
import { Validator, type Schema } from '@cfworker/json-schema'
import { expect } from 'vitest'

interface MediaType {
  readonly schema?: Schema
}
interface Operation {
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, MediaType>> }>>
}
export interface OpenApi {
  readonly openapi: string
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}

/** /cities/x/areas → the templated path of the document that fits it best (literal segments win over parameters). */
export function operationOf(document: OpenApi, method: string, path: string): Operation | undefined {
  const segments = path.split('/')
  const fits = Object.keys(document.paths).filter((p) => {
    const own = p.split('/')
    return (
      own.length === segments.length &&
      own.every((s, i) => s.startsWith('{') || s === segments[i]) &&
      document.paths[p]?.[method.toLowerCase()] !== undefined
    )
  })
  const best = fits.sort((a, b) => (a.match(/\{/g)?.length ?? 0) - (b.match(/\{/g)?.length ?? 0))[0]
  return best === undefined ? undefined : document.paths[best]?.[method.toLowerCase()]
}

export async function expectConforms(document: OpenApi, method: string, path: string, res: Response): Promise<void> {
  const operation = operationOf(document, method, path)
  expect(operation, `${method} ${path} is not documented`).toBeDefined()
  const response = operation?.responses[String(res.status)]
  expect(
    response,
    `${method} ${path} answered an undocumented ${res.status}: ${(await res.clone().text()).slice(0, 400)}`,
  ).toBeDefined()
  const type = (res.headers.get('content-type') ?? '').split(';')[0] ?? ''
  if (res.status === 204 || res.status === 304) return
  const schema = response?.content?.[type]?.schema
  expect(schema, `${method} ${path} answered an undocumented type ${type}`).toBeDefined()
  if (schema === undefined || !type.endsWith('json')) return
  const validator = new Validator(
    { ...(schema as object), components: document.components } as Schema,
    '2020-12',
    false,
  )
  const result = validator.validate(await res.clone().json())
  expect(result.valid, `${method} ${path}: ${JSON.stringify(result.errors.slice(-4))}`).toBe(true)
}
