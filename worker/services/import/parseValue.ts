/** One cell → a number, null (missing) or what is wrong with it. Nothing is guessed: a percent sign counts only where the unit is %,
 * 亿 and 万 only where the header states such a unit. Values are shifted as decimals, so 1.1 亿 in 万元 is 11000 exactly. Pure. */
import { chineseNumeral } from './chineseNumeral.ts'
import { parseUnit, type Unit } from './statedUnit.ts'

export type ValueFault = 'not-a-number' | 'percent-not-allowed' | 'magnitude-not-allowed' | 'too-large-a-number'
export interface BadValue {
  readonly fault: ValueFault
  readonly suggestion: string | null
}

/** How a column's cells are to be read. */
export interface CellReading {
  readonly unit: Unit
  /** '%' or '‰' when the indicator is measured so. */
  readonly sign: string | null
  /** The header states a unit with 万 or 亿, so that cells may do so too. */
  readonly allowsMagnitude: boolean
  /** From the stated unit to the indicator's. */
  readonly shift: number
}

const LONGEST_CHARS = 100
const PLAIN = /^-?\d{1,15}(?:\.\d{1,15})?$/
const NUMBER = /^([+-]?)(\d+|\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+)?(\.\d+)?(?:e([+-]?\d{1,3}))?$/i
const MISSING = new Set([
  '',
  '-',
  '--',
  '---',
  '—',
  '——',
  '–',
  '−',
  '…',
  '……',
  '...',
  '......',
  '/',
  'na',
  'n/a',
  '#n/a',
  'null',
  '无',
  '缺失',
  '缺',
])
const MAGNITUDE = /^(.*?)\s*(万亿|亿|万)([^\d\s]*)$/

export function cellReading(ownUnit: string, statedUnit: string | null, shift: number): CellReading {
  const unit = parseUnit(ownUnit)
  return {
    unit,
    sign: unit.base === '%' || unit.base === '‰' ? unit.base : null,
    allowsMagnitude: statedUnit !== null && parseUnit(statedUnit).exponent > 0,
    shift,
  }
}

export function parseValue(raw: string, reading: CellReading): number | null | BadValue {
  // Adding zero turns -0 into 0.
  if (reading.shift === 0 && PLAIN.test(raw)) return Number(raw) + 0
  const trimmed = raw.trim()
  // No number is so long, and the patterns below take the square of what they are given.
  if (trimmed.length > LONGEST_CHARS) return { fault: 'not-a-number', suggestion: null }
  if (MISSING.has(trimmed.toLowerCase())) return null
  const text = trimmed.normalize('NFKC').replace(/[−–]/g, '-').trim()
  if (MISSING.has(text.toLowerCase())) return null
  const plain = decimal(text)
  if (plain !== undefined) return finite(shifted(plain, reading.shift))

  const sign = /^(.*?)\s*([%‰])$/.exec(text)
  if (sign !== null) {
    const number = decimal(sign[1] ?? '')
    if (number !== undefined)
      return sign[2] === reading.sign ? finite(number) : { fault: 'percent-not-allowed', suggestion: null }
  }
  const magnitude = MAGNITUDE.exec(text)
  if (magnitude !== null) {
    const number = decimal(magnitude[1] ?? '')
    const stated = parseUnit(`${magnitude[2] ?? ''}${magnitude[3] ?? ''}`)
    if (number !== undefined && (stated.base === '' || stated.base === reading.unit.base)) {
      const shift = stated.exponent - reading.unit.exponent
      return reading.allowsMagnitude
        ? finite(shifted(number, shift))
        : { fault: 'magnitude-not-allowed', suggestion: written(shifted(number, shift)) }
    }
  }
  return { fault: 'not-a-number', suggestion: suggestionFor(text) }
}

/** Sign, separators and all → decimal text that Number reads, or undefined. */
function decimal(text: string): string | undefined {
  const match = NUMBER.exec(text)
  if (match === null || (match[2] === undefined && match[3] === undefined)) return undefined
  return `${match[1] === '-' ? '-' : ''}${(match[2] ?? '0').replace(/[, ]/g, '')}${match[3] ?? ''}${match[4] === undefined ? '' : `e${match[4]}`}`
}

function shifted(text: string, shift: number): string {
  if (shift === 0) return text
  const [mantissa = '0', exponent = '0'] = text.toLowerCase().split('e')
  return `${mantissa}e${Number(exponent) + shift}`
}

function finite(text: string): number | BadValue {
  const value = Number(text)
  // Beyond 1e15 a double no longer holds every unit, and no service is counted so.
  return Math.abs(value) <= 1e15 ? (value === 0 ? 0 : value) : { fault: 'too-large-a-number', suggestion: null }
}

const written = (text: string): string | null => (Number.isFinite(Number(text)) ? String(Number(text)) : null)

function suggestionFor(text: string): string | null {
  const numeral = chineseNumeral(text)
  if (numeral !== undefined) return numeral
  // "约 2.8", "2.8人": one number among words, and nothing else that looks like one.
  const numbers = text.match(/-?\d+(?:\.\d+)?/g) ?? []
  return numbers.length === 1 && !/[万亿%‰]/.test(text) ? (numbers[0] ?? null) : null
}
