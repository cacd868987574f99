/** The OpenAPI document as web/api/routes.gen.ts: the paths of each method as template literals, and each operation's query, body and answer.
 * Pure: the same document always gives the same text, before formatting. */
import { SENT, typeOf, type Schema } from './typeOf.ts'

interface Media {
  readonly schema?: Schema
}
interface Parameter {
  readonly name?: string
  readonly in?: string
  readonly required?: boolean
  readonly schema?: Schema
}
interface Operation {
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly required?: boolean; readonly content: Readonly<Record<string, Media>> }
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, Media>> }>>
}
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const
const JSON_TYPE = 'application/json'
const HEAD = `/** The routes of the API, printed from its OpenAPI document by \`npm run client\`: do not edit. Types only, nothing of this file is loaded. */`

export function clientTypes(text: string): string {
  const document = JSON.parse(text) as Document
  const operations = METHODS.map((method) => ({
    method,
    routes: Object.entries(document.paths).flatMap(([path, item]) => {
      const operation = item[method]
      return operation === undefined ? [] : [{ path, operation }]
    }),
  })).filter(({ routes }) => routes.length > 0)
  const paths = operations.map(
    ({ method, routes }) =>
      `export type ${method[0]?.toUpperCase()}${method.slice(1)}Path = ${routes.map(({ path }) => template(path)).join(' | ')}`,
  )
  const table = operations.map(
    ({ method, routes }) =>
      `${method}: { ${routes.map(({ path, operation }) => `${JSON.stringify(path)}: ${routeOf(operation)}`).join('\n')} }`,
  )
  const routes = `/** What each operation takes and answers, by the document's own path. */\nexport interface Routes { ${table.join('\n')} }`
  return [HEAD, ...paths, routes, ...named(routes, document.components.schemas)].join('\n\n')
}

function template(path: string): string {
  return path.includes('{') ? `\`${path.replace(/\{[^}]+\}/g, '${string}')}\`` : `'${path}'`
}

function routeOf(operation: Operation): string {
  const given = Object.entries(operation.responses).flatMap(([status, response]) =>
    status.startsWith('2') ? Object.entries(response.content ?? {}) : [],
  )
  const answers = given.flatMap(([type, { schema }]) =>
    type === JSON_TYPE && schema !== undefined ? [typeOf(schema)] : [],
  )
  const body = operation.requestBody?.content[JSON_TYPE]?.schema
  // Nothing at all, or nothing that could be read as JSON.
  const none = given.length === 0 ? 'null' : 'never'
  const answer = answers.length === 0 ? none : [...new Set(answers)].join(' | ')
  return `{ query: ${queryOf(operation)}; body: ${body === undefined ? 'null' : typeOf(body, true)}; answer: ${answer} }`
}

function queryOf({ parameters = [] }: Operation): string {
  const members = parameters.flatMap(({ name, in: place, required, schema }) =>
    place === 'query' && name !== undefined && schema !== undefined
      ? [`${JSON.stringify(name)}${required === true ? '' : '?'}: ${queryValue(schema)}`]
      : [],
  )
  return members.length === 0 ? '{}' : `{ ${members.join('; ')} }`
}

/** An address holds text: the words true and false may be given as a boolean. */
function queryValue(schema: Schema): string {
  return schema.enum?.includes('true') ? 'boolean' : typeOf(schema)
}

/** The named schemas that the routes speak of, directly or through another one, in the document's order. */
function named(routes: string, schemas: Readonly<Record<string, Schema>>): readonly string[] {
  const types = new Map(
    Object.entries(schemas).flatMap(([name, schema]) => [
      [name, typeOf(schema)],
      [`${name}${SENT}`, typeOf(schema, true)],
    ]),
  )
  const found = new Set<string>()
  const visit = (text: string): void => {
    for (const name of text.match(/\b[A-Z]\w+\b/g) ?? []) {
      const type = types.get(name)
      if (type === undefined || found.has(name)) continue
      found.add(name)
      visit(type)
    }
  }
  visit(routes)
  return [...types].filter(([name]) => found.has(name)).map(([name, type]) => `export type ${name} = ${type}`)
}
