/** An example that fits a schema, from the examples of the glossary where a word has one. Optional properties without one are left out; a
 * reference that leads back to itself ends there. Pure. */
import { lookUp } from './glossary/index.ts'
import type { Document, JsonSchema } from './openapi.types.ts'

const NOTHING = Symbol('no example')

export function exampleOf(document: Document, schema: JsonSchema): unknown {
  const made = make(document, schema, [], [])
  return made === NOTHING ? null : made
}

function make(document: Document, schema: JsonSchema, path: readonly string[], seen: readonly string[]): unknown {
  if (schema.$ref !== undefined) {
    const name = schema.$ref.split('/').pop() ?? ''
    if (seen.includes(name)) return NOTHING
    return make(document, document.components.schemas[name] ?? {}, [name], [...seen, name])
  }
  if (schema.example !== undefined) return schema.example
  if (schema.examples?.[0] !== undefined) return schema.examples[0]
  if (schema.const !== undefined) return schema.const
  const known = lookUp(path)?.[1]
  if (known !== undefined && fits(known, schema)) return known
  if (schema.enum !== undefined) return schema.enum[0]
  const options = schema.anyOf ?? schema.oneOf
  if (options !== undefined) {
    for (const option of [...options.filter((o) => o.type !== 'null'), { type: 'null' }]) {
      const made = make(document, option, path, seen)
      if (made !== NOTHING) return made
    }
    return NOTHING
  }
  if (schema.properties !== undefined || schema.type === 'object') return makeObject(document, schema, path, seen)
  if (schema.prefixItems !== undefined) return schema.prefixItems.map((item) => make(document, item, path, seen))
  if (schema.items !== undefined) {
    const item = make(document, schema.items, path, seen)
    if (item === NOTHING) return (schema.minItems ?? 0) > 0 ? NOTHING : []
    return Array.from({ length: Math.max(1, schema.minItems ?? 0) }, () => item)
  }
  return plain(schema)
}

function makeObject(document: Document, schema: JsonSchema, path: readonly string[], seen: readonly string[]): unknown {
  const out: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(schema.properties ?? {})) {
    const isRequired = schema.required?.includes(key) === true
    if (!isRequired && value.example === undefined && lookUp([...path, key])?.[1] === undefined) continue
    const made = make(document, value, [...path, key], seen)
    if (made !== NOTHING) out[key] = made
    else if (isRequired) return NOTHING
  }
  if (typeof schema.additionalProperties === 'object' && schema.properties === undefined) {
    const made = make(document, schema.additionalProperties, path, seen)
    if (made !== NOTHING) out['health'] = made
  }
  return out
}

/** A word's example is for its usual type; elsewhere the same word may hold another. */
function fits(value: unknown, schema: JsonSchema): boolean {
  if (schema.enum !== undefined) return schema.enum.includes(value)
  const options = schema.anyOf ?? schema.oneOf
  if (options !== undefined) return options.some((o) => o.$ref === undefined && fits(value, o))
  const types = new Set([schema.type ?? []].flat())
  if (value === null) return types.has('null')
  if (Array.isArray(value)) return types.has('array') && value.every((v) => fits(v, schema.items ?? {}))
  if (typeof value === 'number')
    return (
      (types.has('number') || (types.has('integer') && Number.isInteger(value))) &&
      value >= (schema.minimum ?? -Infinity)
    )
  if (typeof value === 'string')
    return types.has('string') && (schema.pattern === undefined || new RegExp(schema.pattern, 'u').test(value))
  return typeof value === 'boolean' ? types.has('boolean') : types.has('object')
}

function plain(schema: JsonSchema): unknown {
  const type = [schema.type ?? 'null'].flat()[0]
  if (schema.default !== undefined) return schema.default
  if (type === 'integer') return Math.max(1, schema.minimum ?? 1)
  if (type === 'number') return Math.max(0.5, schema.minimum ?? 0.5)
  if (type === 'boolean') return true
  if (type === 'array') return []
  return type === 'string' ? 'string' : null
}
