/** Units as a header writes them: 亿元 is a power of ten and a base. A column in 亿元 fits an indicator in 万元 by shifting the
 * decimal point; one in another base does not fit, and nothing is guessed. Pure. */
export interface Unit {
  /** Power of ten of the leading 万 or 亿. */
  readonly exponent: number
  readonly base: string
}

const PREFIXES: readonly (readonly [string, number])[] = [
  ['万亿', 12],
  ['千亿', 11],
  ['百亿', 10],
  ['十亿', 9],
  ['亿', 8],
  ['千万', 7],
  ['百万', 6],
  ['万', 4],
]

export function parseUnit(text: string): Unit {
  const clean = text.normalize('NFKC').replace(/\s+/g, '').toLowerCase()
  for (const [prefix, exponent] of PREFIXES)
    if (clean.startsWith(prefix)) return { exponent, base: clean.slice(prefix.length) }
  return { exponent: 0, base: clean }
}

/** How far to shift the decimal point of a value in `stated` to get one in `own`; undefined when they are not the same kind. */
export function unitShift(stated: string, own: string): number | undefined {
  const from = parseUnit(stated)
  const to = parseUnit(own)
  return from.base === to.base ? from.exponent - to.exponent : undefined
}

/** `教育经费（亿元）` → name and unit; unit null when the header ends in no brackets. */
export function splitHeader(header: string): { readonly name: string; readonly unit: string | null } {
  const match = /^(.*\S)\s*[（(]([^（）()]*)[)）]$/.exec(header.trim())
  const unit = match?.[2]?.trim().replace(/^单位[：:]\s*/, '')
  return match === null || unit === undefined || unit === ''
    ? { name: header.trim(), unit: null }
    : { name: match[1] ?? '', unit }
}
