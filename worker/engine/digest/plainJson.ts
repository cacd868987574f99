/**
 * Canonical JSON of a value that is JSON beyond doubt; undefined for any other, whose fault canonicalJson then names.
 *
 * Idea: keeping track of where the writer stands costs more than the writing, and is needed only for values that are
 * refused. Source: RFC 8785, as canonicalJson. Edge policy: whatever is unusual (a number that is not finite, a lone
 * surrogate, a class instance, a symbol key, undefined, more than 60 levels, hence any cycle) gives undefined.
 * Complexity: O(size · log keys), about a third of canonicalJson's time.
 *
 * @example plainJson({ b: [1, null], a: 'x' }) // '{"a":"x","b":[1,null]}'
 */
const MOST_DEPTH = 60

export function plainJson(value: unknown, depth = 0): string | undefined {
  if (value === null) return 'null'
  switch (typeof value) {
    case 'number':
      return Number.isFinite(value) ? String(value) : undefined
    case 'string':
      return value.isWellFormed() ? JSON.stringify(value) : undefined
    case 'boolean':
      return String(value)
    case 'object':
      if (depth >= MOST_DEPTH) return undefined
      return Array.isArray(value) ? arrayText(value, depth) : objectText(value, depth)
    default:
      return undefined
  }
}

function arrayText(items: readonly unknown[], depth: number): string | undefined {
  if (items.every(isNumberOrNull) && !Object.hasOwn(items, 'toJSON'))
    return items.includes(undefined) ? undefined : JSON.stringify(items)
  let text = ''
  for (let i = 0; i < items.length; i += 1) {
    const item = plainJson(items[i], depth + 1)
    if (item === undefined) return undefined
    text += i === 0 ? item : `,${item}`
  }
  return `[${text}]`
}

const isNumberOrNull = (item: unknown): boolean => item === null || (typeof item === 'number' && Number.isFinite(item))

function objectText(value: object, depth: number): string | undefined {
  const prototype: unknown = Object.getPrototypeOf(value)
  if ((prototype !== Object.prototype && prototype !== null) || Object.getOwnPropertySymbols(value).length > 0)
    return undefined
  let text = ''
  // Without a comparator `sort` compares UTF-16 code units, which is the order RFC 8785 asks for.
  for (const key of Object.keys(value).sort()) {
    const item = key.isWellFormed() ? plainJson(Reflect.get(value, key), depth + 1) : undefined
    if (item === undefined) return undefined
    text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${item}`
  }
  return `{${text}}`
}
