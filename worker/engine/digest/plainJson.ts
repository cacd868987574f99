/**
 * Canonical JSON of a value that is JSON beyond doubt; undefined for any other, whose fault canonicalJson then names.
 *
 * Idea: the host's own JSON.stringify writes numbers and strings as RFC 8785 asks and is the fastest writer there is; only the order of keys is
 * missing, so objects whose keys are out of order are copied in order and everything else is handed over as it is. Keeping track of where the
 * writer stands costs more than the writing, and is needed only for values that are refused. Source: RFC 8785, as canonicalJson. Edge policy:
 * whatever is unusual (a number that is not finite, a lone surrogate, a class instance, a symbol key, undefined, `__proto__` or numbers as keys
 * that no object keeps in this order, more than 60 levels, hence any cycle) gives undefined. Complexity: O(size · log keys); within a fifth of
 * JSON.stringify on results of a city.
 *
 * @example plainJson({ b: [1, null], a: 'x' }) // '{"a":"x","b":[1,null]}'
 */
const MOST_DEPTH = 60
const UNUSUAL = Symbol('no plain JSON')

export function plainJson(value: unknown): string | undefined {
  const inOrder = ordered(value, 0)
  if (inOrder === UNUSUAL) return undefined
  const text = JSON.stringify(inOrder)
  // A lone surrogate is written as its escape. So may be a backslash before these letters: that one is then written the long way.
  return text.includes('\\ud') ? undefined : text
}

/** The value itself where its keys are in order, a copy where they are not. */
function ordered(value: unknown, depth: number): unknown {
  switch (typeof value) {
    case 'number':
      return Number.isFinite(value) ? value : UNUSUAL
    case 'string':
    case 'boolean':
      return value
    case 'object':
      if (value === null) return value
      if (depth >= MOST_DEPTH) return UNUSUAL
      return Array.isArray(value) ? orderedArray(value, depth) : orderedObject(value, depth)
    default:
      return UNUSUAL
  }
}

function orderedArray(items: readonly unknown[], depth: number): unknown {
  if (Object.hasOwn(items, 'toJSON')) return UNUSUAL
  let copy: unknown[] | undefined
  for (let i = 0; i < items.length; i += 1) {
    const item = items[i]
    if (isNumberOrNull(item)) continue
    const next = ordered(item, depth + 1)
    if (next === UNUSUAL) return UNUSUAL
    if (next === item) continue
    copy ??= [...items]
    copy[i] = next
  }
  return copy ?? items
}

function orderedObject(value: object, depth: number): unknown {
  const prototype: unknown = Object.getPrototypeOf(value)
  if ((prototype !== Object.prototype && prototype !== null) || Object.getOwnPropertySymbols(value).length > 0)
    return UNUSUAL
  const keys = Object.keys(value)
  const inOrder = isSorted(keys)
  // Without a comparator `sort` compares UTF-16 code units, which is the order RFC 8785 asks for.
  if (!inOrder) keys.sort()
  let copy: Record<string, unknown> | undefined = inOrder ? undefined : {}
  for (const key of keys) {
    if (key === '__proto__') return UNUSUAL
    const item: unknown = Reflect.get(value, key)
    const next = isNumberOrNull(item) ? item : ordered(item, depth + 1)
    if (next === UNUSUAL) return UNUSUAL
    if (inOrder && next !== item) copy ??= { ...value }
    if (copy !== undefined) copy[key] = next
  }
  // An object lists whole numbers among its keys first and by size, whatever order they came in.
  return copy === undefined || inOrder || isSorted(Object.keys(copy)) ? (copy ?? value) : UNUSUAL
}

function isSorted(keys: readonly string[]): boolean {
  for (let i = 1; i < keys.length; i += 1) if ((keys[i - 1] ?? '') > (keys[i] ?? '')) return false
  return true
}

const isNumberOrNull = (item: unknown): boolean => item === null || (typeof item === 'number' && Number.isFinite(item))
