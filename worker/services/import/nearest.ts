/** The known name that a misspelt one most likely means: edit distance over every spelling of every entry (code, name, English name), the
 * text taken whole and without a unit in brackets at its end. Pure. Its surprise: a unique nearest entry is still not `sure` when the two
 * differ in a word that changes the meaning (城 / 乡, 男 / 女, a digit): 农村 is two letters from 城镇 and the opposite of it. */
import { plainText } from './dictionary.ts'
import { splitHeader } from './statedUnit.ts'

export interface Nameable {
  readonly code: string
  readonly name: string
  readonly nameEn: string
}
export interface Near {
  /** Position in the entries. */
  readonly index: number
  /** The bracket at the end of the text is a unit, not part of the name. */
  readonly statesUnit: boolean
}
export interface Nearest {
  readonly near: readonly Near[]
  /** One entry alone is nearest, by name, closely, and no word of opposite meaning stands between. */
  readonly isSure: boolean
}

const MOST_TIES = 5
/** Cells of all the tables of one file; beyond it nothing more is suggested. A few tenths of a second. */
const BUDGET = 8_000_000
const LONGEST = 80
/** Share of the longer text that may differ: for an entry to be named at all, and to be offered as the one meant. */
const NAMED = 0.45
const SURE = 0.3
const OPPOSITES = [
  /城|urban/gi,
  /乡|农|rural/gi,
  /男|\bmale/gi,
  /女|female/gi,
  /小学|primary/gi,
  /初中|junior/gi,
  /高中|senior/gi,
  /新生儿|neonatal/gi,
  /婴儿|infant/gi,
  /孕产妇|产妇|maternal/gi,
  /儿童|child/gi,
  /老年|elder|older/gi,
  /不|未|无|非|\b(?:no|not|un)/gi,
  /低|low/gi,
  /高|high/gi,
  /减|降|增|升/g,
  /[0-9一二三四五六七八九十百千万亿]/g,
]

interface Spelling {
  readonly index: number
  readonly text: string
  /** One bit for each of its characters, several to a bit: what the other text has beside them must be edited away. */
  readonly bits: number
  readonly isCode: boolean
}

/** Prepared once for all the names of a file. */
export function nearestAmong(entries: readonly Nameable[]): (text: string) => Nearest {
  const spellings = entries.flatMap((e, index): Spelling[] =>
    [...new Set([e.code, e.name, e.nameEn].map(folded))].flatMap((text, i) =>
      text === ''
        ? []
        : [{ index, text: text.slice(0, LONGEST), bits: bitsOf(text.slice(0, LONGEST)), isCode: i === 0 }],
    ),
  )
  let spent = 0
  return (raw) => {
    const whole = folded(raw).slice(0, LONGEST)
    const stem = folded(splitHeader(plainText(raw)).name).slice(0, LONGEST)
    const best = new Map<number, { distance: number; share: number; spelling: Spelling; statesUnit: boolean }>()
    let least = Infinity
    for (const [text, statesUnit] of stem === whole
      ? [[whole, false] as const]
      : [[whole, false] as const, [stem, true] as const]) {
      if (text === '') continue
      const bits = bitsOf(text)
      for (const spelling of spellings) {
        const longer = Math.max(text.length, spelling.text.length)
        // A code says little about what was meant unless it is nearly the same.
        const most = Math.min(least, spelling.isCode ? 1 : Math.max(1, Math.floor(longer * NAMED)))
        if (extra(bits, spelling.bits) > most || extra(spelling.bits, bits) > most || spent > BUDGET) continue
        spent += text.length * (2 * most + 1)
        const distance = editDistance(text, spelling.text, most)
        if (distance > most || distance >= longer) continue
        least = Math.min(least, distance)
        const known = best.get(spelling.index)
        if (known === undefined || distance < known.distance)
          best.set(spelling.index, { distance, share: distance / longer, spelling, statesUnit })
      }
    }
    const ties = [...best].filter(([, b]) => b.distance === least)
    const [first] = ties
    const isSure =
      ties.length === 1 &&
      first !== undefined &&
      !first[1].spelling.isCode &&
      first[1].share <= SURE &&
      !opposes(first[1].statesUnit ? stem : whole, first[1].spelling.text)
    return { near: ties.slice(0, MOST_TIES).map(([index, b]) => ({ index, statesUnit: b.statesUnit })), isSure }
  }
}

/** Whether a bracket at the end of `text` is a unit when it is read as the entry: asked again when a person has said that it is. */
export function statesUnit(text: string, entry: Nameable): boolean {
  return nearestAmong([entry])(text).near[0]?.statesUnit ?? splitHeader(plainText(text)).unit !== null
}

const folded = (text: string): string =>
  plainText(text)
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]/gu, '')

function bitsOf(text: string): number {
  let bits = 0
  for (let i = 0; i < text.length; i++) bits |= 1 << (text.charCodeAt(i) % 31)
  return bits
}

/** How many bits of `a` are not in `b`. */
function extra(a: number, b: number): number {
  let rest = a & ~b
  let n = 0
  for (; rest !== 0; rest &= rest - 1) n++
  return n
}

const opposes = (a: string, b: string): boolean =>
  OPPOSITES.some((word) => (a.match(word) ?? []).sort().join() !== (b.match(word) ?? []).sort().join())

/** Levenshtein's distance with swapped neighbours counted once; anything above `most` is answered as `most + 1`, after looking only at the
 * band of cells that could lead to less. O(|a|·min(|b|, most)). */
export function editDistance(a: string, b: string, most = Math.max(a.length, b.length)): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  const width = b.length + 1
  if (rows.length < 3 * width) rows = new Int32Array(3 * width)
  const beyond = most + 1
  for (let j = 0; j < width; j++) rows[j] = j
  for (let i = 1; i <= a.length; i++) {
    const [now, last, before] = [(i % 3) * width, ((i + 2) % 3) * width, ((i + 1) % 3) * width]
    const from = Math.max(1, i - most)
    const to = Math.min(b.length, i + most)
    rows[now + from - 1] = from === 1 ? i : beyond
    let least = rows[now + from - 1] ?? 0
    for (let j = from; j <= to; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1
      const above = j === i + most ? beyond : (rows[last + j] ?? 0)
      let d = Math.min(above + 1, (rows[now + j - 1] ?? 0) + 1, (rows[last + j - 1] ?? 0) + same)
      if (i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1))
        d = Math.min(d, (rows[before + j - 2] ?? 0) + 1)
      rows[now + j] = d
      if (d < least) least = d
    }
    if (least > most) return beyond
  }
  return Math.min(beyond, rows[(a.length % 3) * width + b.length] ?? 0)
}

/** Three rows of the table, used again from call to call. */
let rows = new Int32Array(0)
