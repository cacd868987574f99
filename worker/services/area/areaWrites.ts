/** Checked area inputs → rows to write: ids for the new ones, parents as ids, parents before children. */
import { newId } from '../../lib/id.ts'
import type { AreaRow, AreaWrite } from '../../../db/region/queries/areas.ts'
import type { AreaEntry } from '../../contract/areas.ts'

export function areaWrites(input: readonly AreaEntry[], present: readonly AreaRow[], nowMs: number): AreaWrite[] {
  const idOf = new Map(present.map((a) => [a.code, a.id]))
  for (const a of input) if (!idOf.has(a.code)) idOf.set(a.code, newId('area', nowMs))
  const last = present.reduce((most, a) => Math.max(most, a.sort), 0)
  const placeOf = new Map(present.map((a) => [a.code, a.sort]))
  const named = new Map(input.map((a, i) => [a.code, { area: a, sort: a.sort ?? placeOf.get(a.code) ?? last + 1 + i }]))
  const rows = new Map<string, AreaWrite>()
  const write = (code: string): void => {
    const entry = named.get(code)
    if (entry === undefined || rows.has(code)) return
    const { parentCode, ...facts } = entry.area
    // The inputs form no cycle and are at most MOST_LEVELS deep: checkAreas came first.
    if (parentCode !== null) write(parentCode)
    rows.set(code, {
      ...facts,
      id: idOf.get(code) ?? '',
      parentId: parentCode === null ? null : (idOf.get(parentCode) ?? null),
      sort: entry.sort,
    })
  }
  for (const a of input) write(a.code)
  return [...rows.values()]
}
