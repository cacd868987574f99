/** Makes a request's schema safe against lists and tables of any size: the length is looked at before the items, checking stops after 100
 * faults, and plain numbers are checked in a loop. Zod itself would check everything and hand each fault on through a spread argument list,
 * which overflows the stack at about 120,000 of them: a body of `""` would be a 500. The surprise: schemas are changed in place, at start. */
import type { z } from 'zod'

export const MOST_FAULTS = 100

/** What is used of Zod's insides; the same for every kind of schema. */
interface Internals {
  readonly def: Definition
  parse: Parse
  run: Parse
}
interface Definition {
  readonly type: string
  readonly [part: string]: unknown
}
interface Payload {
  value: unknown
  issues: { path?: PropertyKey[] }[]
}
type Parse = (payload: Payload, context: unknown) => Payload | Promise<Payload>

const done = new WeakSet<object>()

export function boundSchema<S extends z.ZodType>(schema: S): S {
  visit(schema)
  return schema
}

function visit(schema: unknown): void {
  if (!isSchema(schema) || done.has(schema)) return
  done.add(schema)
  const { _zod: zod } = schema
  const { def } = zod
  if (def.type === 'array') replaceParse(zod, arrayParse(zod))
  if (def.type === 'record') replaceParse(zod, cutFaults(zod.parse))
  // Only what is reachable is changed: the parts of every kind of schema that a request is built from.
  if (def.type === 'lazy' && typeof def['getter'] === 'function') visit((def['getter'] as () => unknown)())
  for (const part of ['element', 'innerType', 'keyType', 'valueType', 'in', 'out', 'rest', 'left', 'right'])
    visit(def[part])
  for (const part of ['options', 'items']) if (Array.isArray(def[part])) for (const each of def[part]) visit(each)
  if (def.type === 'object') for (const each of Object.values(def['shape'] as object)) visit(each)
}

/** Zod installs its own functions anew when a schema is first used; what is put here stays. */
function replaceParse(zod: Internals, parse: Parse): void {
  const stay = { get: () => parse, set: () => undefined, configurable: true, enumerable: true }
  // A schema without checks runs by the very function it parses by.
  const isBare = zod.run === zod.parse
  Object.defineProperty(zod, 'parse', stay)
  if (isBare) Object.defineProperty(zod, 'run', stay)
}

function arrayParse(zod: Internals): Parse {
  const original = zod.parse
  const most = mostItems(zod.def)
  return (payload, context) => {
    const input = payload.value
    if (!Array.isArray(input)) return original(payload, context)
    // Its own check then says that it is too long.
    if (input.length > most) return payload
    const element = insideOf(zod.def['element'])
    const isPlain = plainNumber(element)
    const output: unknown[] = Array.from({ length: input.length })
    for (let i = 0; i < input.length; i += 1) {
      const item: unknown = input[i]
      if (isPlain?.(item) === true) {
        output[i] = item
        continue
      }
      const result = element.run({ value: item, issues: [] }, context)
      if (result instanceof Promise) throw new Error('a request is checked without waiting')
      for (const issue of result.issues.slice(0, MOST_FAULTS)) {
        issue.path = [i, ...(issue.path ?? [])]
        payload.issues.push(issue)
      }
      output[i] = result.value
      if (payload.issues.length >= MOST_FAULTS) return payload
    }
    payload.value = output
    return payload
  }
}

/** What `.max(n)` said; without one, any number. */
function mostItems({ checks }: Definition): number {
  const limits = (Array.isArray(checks) ? checks : []).map((check: unknown) => insideOf(check).def)
  return Math.min(...limits.map((d) => (d['check'] === 'max_length' ? Number(d['maximum']) : Number.POSITIVE_INFINITY)))
}

function cutFaults(original: Parse): Parse {
  return (payload, context) => {
    const result = original(payload, context)
    if (result instanceof Promise) throw new Error('a request is checked without waiting')
    if (result.issues.length > MOST_FAULTS) result.issues.length = MOST_FAULTS
    return result
  }
}

/** `z.number()` and `z.number().nullable()` without further checks. */
function plainNumber({ def }: Internals): ((item: unknown) => boolean) | undefined {
  const inner = def.type === 'nullable' ? insideOf(def['innerType']).def : def
  const checks = inner['checks']
  if (inner.type !== 'number' || inner['format'] !== undefined || (Array.isArray(checks) && checks.length > 0))
    return undefined
  return def.type === 'nullable' ? (item) => item === null || Number.isFinite(item) : (item) => Number.isFinite(item)
}

/** Guarantee: the part of a schema that is a schema. */
function insideOf(part: unknown): Internals {
  const { _zod: inside } = part as { readonly _zod: Internals }
  return inside
}

const isSchema = (value: unknown): value is { readonly _zod: Internals } =>
  typeof value === 'object' && value !== null && '_zod' in value
