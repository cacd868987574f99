/** A checked file of areas against what is stored: what is new, what changes from what to what, what stays, and what the file does not name.
 * Both as the changes to be staged and as the preview a person reads. Pure but for new ids. */
import { newId } from '../../lib/id.ts'
import type { AreaChange, AreaState, PopulationChange } from '../../../db/region/queries/areaImports.ts'
import type { AreaRow } from '../../../db/region/queries/areas.ts'
import type { PopulationRow } from '../../../db/region/queries/populations.ts'
import type { AreaInput } from '../../contract/areas.ts'
import type { AreaChanges } from '../../contract/imports.ts'

const MOST_ITEMS = 500
const MOST_FIELDS = 12
const MOST_ABSENT = 100

interface CheckedAreas {
  readonly areas: readonly AreaInput[]
  readonly rows: readonly number[]
  readonly populations: readonly PopulationRow[]
}
export interface AreaDifferences {
  readonly areas: readonly AreaChange[]
  readonly populations: readonly PopulationChange[]
  readonly changes: AreaChanges
}
type Item = AreaChanges['items'][number]
type Change = Item['fields'][number]

export function areaDifferences(
  file: CheckedAreas,
  present: readonly AreaRow[],
  people: readonly PopulationRow[],
  nowMs: number,
): AreaDifferences {
  const stored = new Map(present.map((a) => [a.code, a]))
  const idOf = new Map(present.map((a) => [a.code, a.id]))
  for (const a of file.areas) if (!idOf.has(a.code)) idOf.set(a.code, newId('area', nowMs))
  const parentId = (code: string | null): string | null => (code === null ? null : (idOf.get(code) ?? null))
  const counted = new Map(people.map((p) => [`${p.period} ${p.areaCode}`, p.value]))
  const last = present.reduce((most, a) => Math.max(most, a.sort), 0)
  const byArea = new Map<string, PopulationRow[]>()
  for (const p of file.populations) byArea.set(p.areaCode, [...(byArea.get(p.areaCode) ?? []), p])

  const areas: AreaChange[] = []
  const populations: PopulationChange[] = []
  const items: Item[] = []
  let newCount = 0
  let changedCount = 0
  for (const [i, area] of file.areas.entries()) {
    const before = stored.get(area.code)
    const id = idOf.get(area.code) ?? ''
    const fields: Change[] = before === undefined ? [] : changedFields(before, area)
    if (before === undefined || fields.length > 0)
      areas.push({
        id,
        code: area.code,
        sort: last + 1 + i,
        before: before === undefined ? null : stateOf(before, parentId(before.parentCode)),
        after: stateOf(area, parentId(area.parentCode)),
      })
    for (const p of byArea.get(area.code) ?? []) {
      const old = counted.get(`${p.period} ${p.areaCode}`) ?? null
      if (old === p.value) continue
      populations.push([id, p.period, old, p.value])
      fields.push({
        field: 'population',
        period: p.period,
        old: old === null ? null : String(old),
        new: String(p.value),
      })
    }
    if (before !== undefined && fields.length === 0) continue
    if (before === undefined) newCount++
    else changedCount++
    if (items.length < MOST_ITEMS)
      items.push({
        row: file.rows[i] ?? 0,
        code: area.code,
        name: area.name,
        nameEn: area.nameEn,
        isNew: before === undefined,
        fields: fields.slice(0, MOST_FIELDS),
        fieldCount: fields.length,
      })
  }
  const named = new Set(file.areas.map((a) => a.code))
  const absent = present.filter((a) => !named.has(a.code))
  return {
    areas,
    populations,
    changes: {
      newCount,
      changedCount,
      sameCount: file.areas.length - newCount - changedCount,
      absentCount: absent.length,
      items,
      absent: absent.slice(0, MOST_ABSENT).map(({ code, name, nameEn }) => ({ code, name, nameEn })),
    },
  }
}

const stateOf = (a: Omit<AreaInput, 'code' | 'parentCode'>, parent: string | null): AreaState => [
  a.name,
  a.nameEn,
  parent,
  a.setting,
  a.grouping,
]

function changedFields(before: AreaRow, after: AreaInput): Change[] {
  return (['name', 'nameEn', 'parentCode', 'setting', 'grouping'] as const).flatMap((field) => {
    const [old, now] = [before[field] ?? '', after[field] ?? '']
    return old === now ? [] : [{ field, period: null, old: old === '' ? null : old, new: now === '' ? null : now }]
  })
}
