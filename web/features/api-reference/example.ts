/** Schemas in words and as examples, and requests as curl commands. Pure. References are followed; a cycle ends in null. */
import type { ApiDocument, Schema } from './document.types.ts'
import type { Operation } from './operations.ts'

export function refName(ref: string): string {
  return decodeURIComponent(ref.split('/').pop() ?? ref)
}

export function resolve(document: ApiDocument, schema: Schema): Schema {
  return schema.$ref === undefined ? schema : (document.components?.schemas?.[refName(schema.$ref)] ?? {})
}

/** "string | null", "Area[]", "integer (1–100)". */
export function typeText(schema: Schema): string {
  if (schema.$ref !== undefined) return refName(schema.$ref)
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum !== undefined) return schema.enum.map((value) => JSON.stringify(value)).join(' | ')
  const options = schema.anyOf ?? schema.oneOf
  if (options !== undefined) return options.map(typeText).join(' | ')
  if (schema.allOf !== undefined) return schema.allOf.map(typeText).join(' & ')
  if (schema.prefixItems !== undefined) return `[${schema.prefixItems.map(typeText).join(', ')}]`
  if (schema.items !== undefined) return arrayText(typeText(schema.items))
  if (typeof schema.additionalProperties === 'object' && schema.properties === undefined)
    return `{ [key]: ${typeText(schema.additionalProperties)} }`
  if (schema.type === undefined) return schema.properties === undefined ? 'any' : 'object'
  return typeof schema.type === 'string' ? schema.type : schema.type.join(' | ')
}

function arrayText(inner: string): string {
  return inner.includes(' ') ? `(${inner})[]` : `${inner}[]`
}

/** Limits in the notation of intervals: "1–100", "≤ 200 characters" is written "length ≤ 200". */
export function limitsText(schema: Schema): string {
  const parts: string[] = []
  const bounds = (name: string, low: number | undefined, high: number | undefined): void => {
    // JSON Schema's safe-integer bounds say nothing to people.
    const from = low === undefined || low <= Number.MIN_SAFE_INTEGER ? undefined : low
    const to = high === undefined || high >= Number.MAX_SAFE_INTEGER ? undefined : high
    if (from !== undefined && to !== undefined) parts.push(`${name}${from}–${to}`)
    else if (from !== undefined) parts.push(`${name}≥ ${from}`)
    else if (to !== undefined) parts.push(`${name}≤ ${to}`)
  }
  bounds('', schema.minimum, schema.maximum)
  bounds('length ', schema.minLength, schema.maxLength)
  bounds('items ', schema.minItems, schema.maxItems)
  if (schema.exclusiveMinimum !== undefined) parts.push(`> ${schema.exclusiveMinimum}`)
  if (schema.exclusiveMaximum !== undefined) parts.push(`< ${schema.exclusiveMaximum}`)
  if (schema.format !== undefined) parts.push(schema.format)
  if (schema.pattern !== undefined) parts.push(`/${schema.pattern}/`)
  if (schema.default !== undefined) parts.push(`= ${JSON.stringify(schema.default)}`)
  return parts.join(', ')
}

export function exampleOf(document: ApiDocument, schema: Schema, seen: readonly string[] = []): unknown {
  if (schema.$ref !== undefined) {
    const name = refName(schema.$ref)
    return seen.includes(name) ? null : exampleOf(document, resolve(document, schema), [...seen, name])
  }
  if (schema.example !== undefined) return schema.example
  if (schema.examples?.[0] !== undefined) return schema.examples[0]
  if (schema.const !== undefined) return schema.const
  if (schema.default !== undefined) return schema.default
  if (schema.enum !== undefined) return schema.enum[0]
  const options = schema.anyOf ?? schema.oneOf
  if (options !== undefined) return exampleOf(document, options.find((option) => option.type !== 'null') ?? {}, seen)
  if (schema.allOf !== undefined)
    return Object.assign({}, ...schema.allOf.map((part) => exampleOf(document, part, seen)))
  if (schema.properties !== undefined)
    return Object.fromEntries(
      Object.entries(schema.properties).map(([key, value]) => [key, exampleOf(document, value, seen)]),
    )
  if (schema.prefixItems !== undefined) return schema.prefixItems.map((item) => exampleOf(document, item, seen))
  if (schema.items !== undefined) return [exampleOf(document, schema.items, seen)]
  if (typeof schema.additionalProperties === 'object')
    return { key: exampleOf(document, schema.additionalProperties, seen) }
  return plainExample(
    typeof schema.type === 'string' ? schema.type : schema.type?.find((type) => type !== 'null'),
    schema,
  )
}

function plainExample(type: string | undefined, schema: Schema): unknown {
  if (type === 'integer' || type === 'number')
    return schema.minimum !== undefined && schema.minimum > Number.MIN_SAFE_INTEGER
      ? schema.minimum
      : type === 'integer'
        ? 1
        : 0.5
  if (type === 'boolean') return true
  if (type === 'array') return []
  if (type === 'object') return {}
  if (type === 'null' || type === undefined) return null
  return schema.format === 'email' ? 'name@example.cn' : 'string'
}

/** A command that works when pasted: only the key and the ids have to be put in. */
export function curlOf(document: ApiDocument, operation: Operation, origin: string): string {
  const lines = [
    `curl${operation.method === 'GET' ? '' : ` -X ${operation.method}`} '${origin}${operation.route}${queryOf(operation)}'`,
  ]
  if (operation.secured) lines.push(`-H 'Authorization: Bearer jh_…'`)
  const media = Object.entries(operation.raw.requestBody?.content ?? {})[0]
  if (media !== undefined) {
    const [type, content] = media
    lines.push(`-H 'Content-Type: ${type}'`)
    if (type.includes('json'))
      lines.push(
        `-d '${JSON.stringify(content.example ?? exampleOf(document, content.schema ?? {})).replaceAll("'", String.raw`'\''`)}'`,
      )
    else lines.push(`--data-binary @file`)
  }
  return lines.join(' \\\n  ')
}

function queryOf(operation: Operation): string {
  const required = operation.parameters.filter((parameter) => parameter.in === 'query' && parameter.required === true)
  return required.length === 0
    ? ''
    : `?${required.map((parameter) => `${parameter.name}={${parameter.name}}`).join('&')}`
}
