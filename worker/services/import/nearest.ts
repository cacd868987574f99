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
  readonly isCode: boolean
}

/** Prepared once for all the names of a file. */
export function nearestAmong(entries: readonly Nameable[]): (text: string) => Nearest {
  const spellings = entries.flatMap((e, index): Spelling[] =>
    [...new Set([e.code, e.name, e.nameEn].map(folded))].flatMap((text, i) =>
      text === '' ? [] : [{ index, text: text.slice(0, LONGEST), isCode: i === 0 }],
    ),
  )
  return (raw) => {
    const whole = folded(raw).slice(0, LONGEST)
    const stem = folded(splitHeader(plainText(raw)).name).slice(0, LONGEST)
    const best = new Map<number, { distance: number; share: number; spelling: Spelling; statesUnit: boolean }>()
    let least = Infinity
    for (const [text, statesUnit] of stem === whole
      ? [[whole, false] as const]
      : [[whole, false] as const, [stem, true] as const]) {
      if (text === '') continue
      for (const spelling of spellings) {
        const longer = Math.max(text.length, spelling.text.length)
        // A code says little about what was meant unless it is nearly the same.
        const most = Math.min(least, spelling.isCode ? 1 : Math.max(1, Math.floor(longer * NAMED)))
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

const opposes = (a: string, b: string): boolean =>
  OPPOSITES.some((word) => (a.match(word) ?? []).sort().join() !== (b.match(word) ?? []).sort().join())

/** Levenshtein's distance with swapped neighbours counted once; anything above `most` is answered as `most + 1`. O(|a|·|b|). */
export function editDistance(a: string, b: string, most = Infinity): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let d = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) d = Math.min(d, (before[j - 2] ?? 0) + 1)
      row.push(d)
      if (d < least) least = d
    }
    if (least > most) return most + 1
    before = last
    last = row
  }
  return last[b.length] ?? 0
}
