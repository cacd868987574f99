/** The API document as a stranger needs it: every name chosen, every property explained, nothing left open. The rules that @redocly/cli knows
 * are its own part of the run (npm run check:openapi). */
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { operationGroups } from '../../web/features/api-reference/operations.ts'
import summaries from '../../web/words/zh-CN/summaries.ts'
import { ROOT } from '../support/sources.ts'

interface Schema {
  readonly [key: string]: unknown
  readonly properties?: Readonly<Record<string, Schema>>
  readonly description?: string
}
interface Media {
  readonly schema?: Schema
  readonly example?: unknown
}
interface Operation {
  readonly operationId: string
  readonly tags: readonly string[]
  readonly parameters: readonly { readonly name?: string; readonly description?: string }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, Media>> }
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, Media>> }>>
}
interface Document {
  readonly info: { readonly title: string; readonly license: { readonly name: string } }
  readonly tags: readonly { readonly name: string; readonly description: string }[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}

/** Loaded by their paths: the Worker's types are not this project's. */
const { createApp } = (await import(join(ROOT, 'worker/app.ts'))) as {
  createApp: () => { request: (path: string, init: object, env: object) => Promise<Response> }
}
const { GLOSSARY, keyOf } = (await import(join(ROOT, 'worker/routes/document/glossary/index.ts'))) as {
  GLOSSARY: ReadonlyMap<string, unknown>
  keyOf: (path: readonly string[]) => string | undefined
}
const read = async (env: object): Promise<Document> =>
  (await (await createApp().request('/api/v1/openapi.json', {}, env)).json()) as Document
const document = await read({})
const operations = Object.values(document.paths).flatMap((item) => Object.values(item))

/** Every schema in the document with the words that lead to it. */
const places: { readonly path: readonly string[]; readonly schema: Schema }[] = []
function walk(schema: Schema, path: readonly string[]): void {
  places.push({ path, schema })
  for (const [key, value] of Object.entries(schema.properties ?? {})) walk(value, [...path, key])
  for (const key of ['items', 'additionalProperties'])
    if (typeof schema[key] === 'object' && schema[key] !== null) walk(schema[key] as Schema, path)
  for (const key of ['anyOf', 'oneOf', 'allOf', 'prefixItems'])
    for (const part of (schema[key] ?? []) as readonly Schema[]) walk(part, path)
}
for (const [name, schema] of Object.entries(document.components.schemas)) walk(schema, [name])
for (const o of operations) {
  for (const media of Object.values(o.requestBody?.content ?? {}))
    walk(media.schema ?? {}, [`${o.operationId}.request`])
  for (const response of Object.values(o.responses))
    for (const media of Object.values(response.content ?? {})) walk(media.schema ?? {}, [`${o.operationId}.answer`])
}
const properties = places.flatMap(({ path, schema }) =>
  Object.entries(schema.properties ?? {}).map(([key, value]) => ({ path: [...path, key], schema: value })),
)

describe('operations', () => {
  it('have names that a person chose: a verb first, each once', () => {
    const ids = operations.map((o) => o.operationId)
    expect(ids.length).toBeGreaterThan(50)
    expect(ids.filter((id, i) => !/^[a-z]+[A-Z][A-Za-z]+$/.test(id) || ids.indexOf(id) !== i)).toEqual([])
    expect(ids).toEqual(expect.arrayContaining(['revertImport', 'listAreas', 'computeIndices']))
  })
  it('have a Chinese summary each, and none is kept for an operation that is gone', () => {
    const shown = operationGroups(document).flatMap((group) =>
      group.operations.map(({ method, route }) => `${method} ${route}`),
    )
    expect(Object.keys(summaries).sort()).toEqual(shown.sort())
  })
  it('explain every parameter', () => {
    const bare = operations.flatMap((o) =>
      o.parameters.filter((p) => p.name !== undefined && !p.description).map((p) => `${o.operationId} ${p.name}`),
    )
    expect(bare).toEqual([])
  })
  it('show an example of every body, sent or answered', () => {
    const without = operations.flatMap((o) =>
      [o.requestBody, ...Object.values(o.responses)]
        .flatMap((body) => Object.entries(body?.content ?? {}))
        .filter(([type, media]) => media.example === undefined && type !== 'application/octet-stream')
        .map(([type]) => `${o.operationId} ${type}`),
    )
    expect(without).toEqual([])
  })
  it('declare a malformed body only where JSON is read, and no answer of a library', () => {
    expect(
      operations.filter(
        (o) => (o.responses['400'] !== undefined) !== (o.requestBody?.content['application/json'] !== undefined),
      ),
    ).toEqual([])
    expect(JSON.stringify(document)).not.toContain('Validation Error')
  })
  it('stand under a section that is explained in both languages', () => {
    expect(document.tags.filter((t) => !/[\u4e00-\u9fff].*[a-z]{3}/.test(t.description))).toEqual([])
    expect(operations.flatMap((o) => o.tags).filter((name) => !document.tags.some((t) => t.name === name))).toEqual([])
  })
})

describe('schemas', () => {
  it('explain every property: in the schema, or in worker/routes/document/glossary', () => {
    expect(properties.length).toBeGreaterThan(500)
    const bare = properties.filter(({ schema }) => (schema.description ?? '') === '')
    expect([...new Set(bare.map(({ path }) => path.join('.')))]).toEqual([])
  })
  it('leave nothing open: no value and no object of any shape', () => {
    const said = ['type', '$ref', 'anyOf', 'oneOf', 'allOf', 'const', 'enum']
    const open = places.filter(
      ({ schema }) =>
        said.every((key) => schema[key] === undefined) ||
        (schema['type'] === 'object' &&
          schema.properties === undefined &&
          (typeof schema['additionalProperties'] !== 'object' ||
            said.every((key) => (schema['additionalProperties'] as Schema)[key] === undefined))) ||
        (schema.properties !== undefined && typeof schema['additionalProperties'] === 'object'),
    )
    expect([...new Set(open.map(({ path }) => path.join('.')))]).toEqual([])
  })
  it('need every word of the glossary', () => {
    const used = new Set(
      [
        ...properties.map(({ path }) => keyOf(path)),
        ...operations.flatMap((o) => o.parameters.map((p) => keyOf(['parameter', p.name ?? '']))),
      ].filter((key) => key !== undefined),
    )
    expect([...GLOSSARY.keys()].filter((key) => !used.has(key))).toEqual([])
  })
})

it('states the licence of public data as the operator set it', async () => {
  expect(document.info.license).toEqual({ name: '待定' })
  const licensed = await read({ PUBLIC_DATA_LICENCE: 'CC BY 4.0 https://creativecommons.org/licenses/by/4.0/' })
  expect(licensed.info.license).toEqual({ name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' })
})
