/** Sorting of table rows: numbers by size, texts by the reader's alphabet with digits by value, missing last either way. */
export interface Sort {
  readonly key: string
  readonly descending: boolean
}

interface Sortable<Row> {
  readonly key: string
  readonly value?: (row: Row) => string | number | null
}

const collator = new Intl.Collator('zh-CN', { numeric: true })

export function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly Sortable<Row>[],
  sort: Sort | undefined,
): readonly Row[] {
  const value = columns.find((column) => column.key === sort?.key)?.value
  if (sort === undefined || value === undefined) return rows
  const factor = sort.descending ? -1 : 1
  return rows
    .map((row) => ({ row, of: value(row) }))
    .sort((a, b) => compare(a.of, b.of, factor))
    .map((entry) => entry.row)
}

function compare(a: string | number | null, b: string | number | null, factor: number): number {
  const aMissing = a === null || a === '' || Number.isNaN(a)
  const bMissing = b === null || b === '' || Number.isNaN(b)
  if (aMissing || bMissing) return Number(aMissing) - Number(bMissing)
  if (typeof a === 'number' && typeof b === 'number') return factor * (a - b)
  return factor * collator.compare(String(a), String(b))
}
