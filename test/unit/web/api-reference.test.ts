import { describe, expect, it } from 'vitest'
import type { ApiDocument } from '../../../web/features/api-reference/document.types.ts'
import { curlOf, exampleOf, limitsText, typeText } from '../../../web/features/api-reference/example.ts'
import { operationGroups } from '../../../web/features/api-reference/operations.ts'

const document: ApiDocument = {
  tags: [{ name: 'Data' }, { name: 'Empty' }],
  security: [{ bearer: [] }],
  components: {
    schemas: {
      Node: {
        type: 'object',
        properties: {
          code: { type: 'string', example: 'A' },
          children: { type: 'array', items: { $ref: '#/components/schemas/Node' } },
        },
        required: ['code'],
      },
    },
    responses: { NotFound: { description: 'No such thing' } },
    parameters: {
      Limit: { name: 'limit', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 100, default: 50 } },
    },
  },
  paths: {
    '/api/v1/health': { get: { summary: 'Health', security: [] } },
    '/api/v1/cities/{city}/areas': {
      parameters: [{ name: 'city', in: 'path', required: true, schema: { type: 'string' } }],
      get: {
        tags: ['Data'],
        parameters: [{ $ref: '#/components/parameters/Limit' }],
        responses: { '200': { description: 'Areas' }, '404': { $ref: '#/components/responses/NotFound' } },
      },
      put: {
        tags: ['Data'],
        parameters: [{ name: 'period', in: 'query', required: true }],
        requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Node' } } } },
      },
    },
  },
}

describe('operationGroups', () => {
  const groups = operationGroups(document)
  it('lists every operation once: declared tags first, empty ones left out, the untagged under their resource', () => {
    expect(groups.map((group) => [group.tag, group.operations.length])).toEqual([
      ['Data', 2],
      ['health', 1],
    ])
  })
  it('joins shared, referenced and own parameters, and reads who needs a credential', () => {
    const [list, write] = groups[0]?.operations ?? []
    expect(list?.parameters.map((parameter) => parameter.name)).toEqual(['city', 'limit'])
    expect(write?.secured).toBe(true)
    expect(groups[1]?.operations[0]?.secured).toBe(false)
    expect(list?.id).toBe('get-cities-city-areas')
    expect(list?.responses.map(([status, { description }]) => [status, description])).toEqual([
      ['200', 'Areas'],
      ['404', 'No such thing'],
    ])
  })
})

describe('examples and types', () => {
  it('follows references and ends a cycle', () => {
    expect(exampleOf(document, { $ref: '#/components/schemas/Node' })).toEqual({ code: 'A', children: [null] })
  })
  it('prefers given examples, then defaults, then the first choice', () => {
    expect(exampleOf(document, { type: 'integer', default: 50 })).toBe(50)
    expect(exampleOf(document, { enum: ['x', 'y'] })).toBe('x')
    expect(exampleOf(document, { anyOf: [{ type: 'null' }, { type: 'string' }] })).toBe('string')
    expect(exampleOf(document, { type: 'object', additionalProperties: { type: 'number' } })).toEqual({ key: 0.5 })
  })
  it('writes types and limits shortly', () => {
    expect(typeText({ type: 'array', items: { anyOf: [{ type: 'number' }, { type: 'null' }] } })).toBe(
      '(number | null)[]',
    )
    expect(typeText({ type: 'array', items: { $ref: '#/components/schemas/Node' } })).toBe('Node[]')
    expect(limitsText({ type: 'integer', minimum: 1, maximum: 100, default: 50 })).toBe('1–100, = 50')
    expect(limitsText({ type: 'integer', minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER })).toBe('')
  })
})

describe('curlOf', () => {
  it('is a command that can be pasted: method, required query, credential, body', () => {
    const write = operationGroups(document)[0]?.operations[1]
    expect(write === undefined ? '' : curlOf(document, write, 'https://junheng.example')).toBe(
      [
        "curl -X PUT 'https://junheng.example/api/v1/cities/{city}/areas?period={period}'",
        "-H 'Authorization: Bearer jh_…'",
        "-H 'Content-Type: application/json'",
        `-d '{"code":"A","children":[null]}'`,
      ].join(' \\\n  '),
    )
  })
})
