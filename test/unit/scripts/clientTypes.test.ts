import { describe, expect, it } from 'vitest'
import { clientTypes } from '../../../scripts/openapi/clientTypes.ts'
import { typeOf, type Schema } from '../../../scripts/openapi/typeOf.ts'

describe('a schema as a type', () => {
  const cases: readonly (readonly [string, Schema, string])[] = [
    ['plain', { type: 'integer' }, 'number'],
    ['nullable', { type: ['string', 'null'] }, 'string | null'],
    ['an enumeration', { type: 'string', enum: ['a', 'b'] }, '"a" | "b"'],
    ['a constant', { type: 'boolean', const: true }, 'true'],
    [
      'alternatives, each once',
      { anyOf: [{ type: 'number' }, { type: 'integer' }, { type: 'null' }] },
      'number | null',
    ],
    ['a list of alternatives', { type: 'array', items: { type: ['number', 'null'] } }, '(number | null)[]'],
    [
      'a pair',
      { type: 'array', prefixItems: [{ type: 'number' }, { type: 'number' }], items: false },
      '[number, number]',
    ],
    ['a record', { type: 'object', additionalProperties: { type: 'number' } }, 'Record<string, number>'],
    ['a name', { $ref: '#/components/schemas/Area' }, 'Area'],
    ['anything', {}, 'unknown'],
  ]
  it.each(cases)('%s', (_, schema, type) => expect(typeOf(schema)).toBe(type))

  it('has what is required, and in an answer what has a default', () => {
    const schema: Schema = {
      type: 'object',
      required: ['a'],
      properties: { a: { type: 'string' }, b: { type: 'string', default: 'x' }, c: { type: 'string' } },
    }
    expect(typeOf(schema)).toBe('{ "a": string; "b": string; "c"?: string | undefined }')
    expect(typeOf(schema, true)).toBe('{ "a": string; "b"?: string | undefined; "c"?: string | undefined }')
  })
  it('in a body takes read-only lists and names of its own', () => {
    expect(typeOf({ type: 'array', items: { $ref: '#/components/schemas/Area' } }, true)).toBe('readonly (AreaSent)[]')
  })
  it('refuses a form it does not know', () => {
    expect(() => typeOf({ type: 'file' })).toThrow(/file/)
  })
})

it('the document as types: paths by method, routes, and only the schemas they speak of', () => {
  const schema = { $ref: '#/components/schemas/Area' }
  const text = clientTypes(
    JSON.stringify({
      paths: {
        '/areas/{code}': {
          get: {
            parameters: [
              { name: 'all', in: 'query', schema: { type: 'string', enum: ['true', 'false'] } },
              { name: 'page', in: 'query', required: true, schema: { type: 'integer' } },
              { $ref: '#/components/parameters/AcceptLanguage' },
            ],
            responses: { 200: { content: { 'application/json': { schema } } }, 404: {} },
          },
          delete: { responses: { 204: {} } },
        },
      },
      components: {
        schemas: {
          Area: { type: 'object', required: ['kind'], properties: { kind: { $ref: '#/components/schemas/Kind' } } },
          Kind: { type: 'string', enum: ['county'] },
          Unused: { type: 'string' },
        },
      },
    }),
  )
  expect(text).toContain('export type GetPath = `/areas/${string}`')
  expect(text).toContain('export type DeletePath = `/areas/${string}`')
  expect(text).toContain(
    'get: { "/areas/{code}": { query: { "all"?: boolean; "page": number }; body: null; answer: Area } }',
  )
  expect(text).toContain('delete: { "/areas/{code}": { query: {}; body: null; answer: null } }')
  expect(text).toContain('export type Kind = "county"')
  expect(text).not.toContain('Unused')
  expect(text).not.toContain('PostPath')
})
