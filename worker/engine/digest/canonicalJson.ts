/**
 * Canonical JSON (RFC 8785, JCS): the one text a value has, so that its hash can name it.
 *
 * Idea: no white space; object keys sorted by UTF-16 code units; numbers and strings exactly as ECMAScript prints
 * them (-0 becomes 0). Source: RFC 8785 §3.2. Edge policy: whatever JSON cannot hold (NaN, ±Infinity, undefined,
 * functions, bigint, lone surrogates, class instances, typed arrays, holes, cycles) throws EngineInputError with
 * its JSON path; nothing is dropped or replaced, unlike JSON.stringify. Complexity: O(size · log keys).
 *
 * @example canonicalJson({ b: [1e21, -0], a: '区' }) // '{"a":"区","b":[1e+21,0]}'
 */
import { EngineInputError } from '../types.ts'
import { plainJson } from './plainJson.ts'

/** Deeper nesting is refused before it can exhaust the stack. */
const maxDepth = 500

export function canonicalJson(value: unknown): string {
  return plainJson(value) ?? write(value, '', [])
}

function write(value: unknown, path: string, parents: object[]): string {
  if (value === null) return 'null'
  switch (typeof value) {
    case 'boolean':
      return value ? 'true' : 'false'
    case 'number':
      if (!Number.isFinite(value)) throw notJson(path, `${String(value)} has no JSON form`)
      return JSON.stringify(value)
    case 'string':
      return writeString(value, path)
    case 'object':
      return writeContainer(value, path, parents)
    default:
      throw notJson(path, `a value of type ${typeof value} has no JSON form`)
  }
}

function writeString(text: string, path: string): string {
  if (!text.isWellFormed()) throw notJson(path, 'the text holds a lone surrogate, which no UTF-8 can carry')
  return JSON.stringify(text)
}

function writeContainer(value: object, path: string, parents: object[]): string {
  if (parents.includes(value)) throw notJson(path, 'the value contains itself')
  if (parents.length >= maxDepth) throw notJson(path, `nested deeper than ${maxDepth} levels`)
  parents.push(value)
  const text = Array.isArray(value) ? writeArray(value, path, parents) : writeObject(value, path, parents)
  parents.pop()
  return text
}

function writeArray(items: readonly unknown[], path: string, parents: object[]): string {
  const parts: string[] = []
  for (let i = 0; i < items.length; i += 1) parts.push(write(items[i], `${path}[${i}]`, parents))
  return `[${parts.join(',')}]`
}

function writeObject(value: object, path: string, parents: object[]): string {
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) {
    throw notJson(path, 'only plain objects and arrays have a JSON form')
  }
  if (Object.getOwnPropertySymbols(value).length > 0) throw notJson(path, 'a symbol key has no JSON form')
  // JavaScript's `<` on strings compares UTF-16 code units, which is the order RFC 8785 asks for.
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  const parts = entries.map(([key, item]) => {
    const at = path === '' ? key : `${path}.${key}`
    return `${writeString(key, at)}:${write(item, at, parents)}`
  })
  return `{${parts.join(',')}}`
}

function notJson(path: string, message: string): EngineInputError {
  return new EngineInputError([{ path: path === '' ? '$' : path, code: 'not-json', message }])
}
