/** Ordering areas for a ranked chart: ranks with shared ties, windows over thousands of areas, search. Pure.
 * Missing areas get no rank and come last; they are never drawn as zero. */

export type Better = 'high' | 'low'

export interface RankItem {
  readonly key: string
  readonly label: string
  readonly value: number | null
  /** Ends of the interval drawn as a whisker. */
  readonly low?: number | null
  readonly high?: number | null
  readonly note?: string
}

export type Ranked<T extends RankItem = RankItem> = T & { readonly rank: number | null; readonly tied: boolean }

/** Best first. Equal values share the smaller rank (1, 2, 2, 4), keep the given order and are marked as tied. */
export function rankItems<T extends RankItem>(items: readonly T[], better: Better = 'high'): Ranked<T>[] {
  const sign = better === 'high' ? -1 : 1
  const known = items
    .filter((item) => item.value !== null && Number.isFinite(item.value))
    .sort((a, b) => sign * ((a.value ?? 0) - (b.value ?? 0)))
  const missing = items.filter((item) => item.value === null || !Number.isFinite(item.value))
  const counts = new Map<number, number>()
  for (const item of known) counts.set(item.value ?? 0, (counts.get(item.value ?? 0) ?? 0) + 1)
  let rank = 0
  const ranked = known.map((item, i) => {
    if (i === 0 || known[i - 1]?.value !== item.value) rank = i + 1
    return { ...item, rank, tied: (counts.get(item.value ?? 0) ?? 0) > 1 }
  })
  return [...ranked, ...missing.map((item) => ({ ...item, value: null, rank: null, tied: false }))]
}

export interface RankWindow<T> {
  readonly rows: readonly T[]
  readonly start: number
  readonly total: number
  readonly hasBefore: boolean
  readonly hasAfter: boolean
}

/** The rows from `start`, `size` of them, moved back inside the list when it would run past an end. */
export function windowOf<T>(rows: readonly T[], start: number, size: number): RankWindow<T> {
  const most = Math.max(0, rows.length - size)
  const from = Math.min(Math.max(0, Math.floor(start)), most)
  const shown = rows.slice(from, from + size)
  return {
    rows: shown,
    start: from,
    total: rows.length,
    hasBefore: from > 0,
    hasAfter: from + shown.length < rows.length,
  }
}

/** Where the window must start to show `index` in its middle. */
export function startFor(index: number, size: number): number {
  return Math.max(0, index - Math.floor(size / 2))
}

/** Index of the first row whose label holds the query (case and width ignored), or -1. */
export function findByLabel(rows: readonly { readonly label: string }[], query: string): number {
  const wanted = fold(query)
  if (!wanted) return -1
  const starts = rows.findIndex((row) => fold(row.label).startsWith(wanted))
  return starts >= 0 ? starts : rows.findIndex((row) => fold(row.label).includes(wanted))
}

function fold(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase()
}

/** The whisker's ends when both are known. */
export function intervalOf(item: Pick<RankItem, 'low' | 'high'>): readonly [number, number] | null {
  const { low, high } = item
  return low === null || low === undefined || high === null || high === undefined ? null : [low, high]
}
