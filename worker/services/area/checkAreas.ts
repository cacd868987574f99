/** Would these areas, laid over the present ones, still be a tree? Pure. Faults carry the place the caller wrote them at. */
import type { AreaInput } from '../../contract/areas.ts'
import type { Fault } from '../../contract/problems.ts'
import { sentence } from '../../words/sentence.ts'

/** A city's areas: D1 reads them all at once, and no city in the country has more townships and streets. */
export const MOST_AREAS = 3500
/** Province, city, district, township, village and a few of a city's own: more steps are a mistake. */
export const MOST_LEVELS = 20

interface Present {
  readonly code: string
  readonly parentCode: string | null
}
export type PlaceOf = (index: number, field: 'code' | 'parentCode') => string

const jsonPlace: PlaceOf = (index, field) => `areas[${index}].${field}`

export function checkAreas(
  input: readonly AreaInput[],
  present: readonly Present[],
  place: PlaceOf = jsonPlace,
): Fault[] {
  const faults: Fault[] = []
  const parents = new Map<string, string | null>(present.map((a) => [a.code, a.parentCode]))
  const firstAt = new Map<string, number>()
  for (const [i, area] of input.entries()) {
    const earlier = firstAt.get(area.code)
    if (earlier === undefined) firstAt.set(area.code, i)
    else
      faults.push({
        path: place(i, 'code'),
        code: 'duplicate-code',
        message: sentence('areas.duplicate-code', { code: area.code, first: earlier + 1, second: i + 1 }),
      })
    parents.set(area.code, area.parentCode)
  }
  if (parents.size > MOST_AREAS)
    faults.push({
      path: 'areas',
      code: 'too-many-areas',
      message: sentence('areas.too-many-areas', { limit: MOST_AREAS, count: parents.size }),
    })
  for (const [i, area] of input.entries()) {
    if (area.parentCode === null) continue
    if (!parents.has(area.parentCode))
      faults.push({
        path: place(i, 'parentCode'),
        code: 'unknown-parent',
        message: sentence('areas.unknown-parent', { code: area.parentCode }),
      })
  }
  const { inCycle, depthOf } = walkUp(parents)
  for (const [i, area] of input.entries()) {
    if ((depthOf.get(area.code) ?? 0) > MOST_LEVELS)
      faults.push({
        path: place(i, 'parentCode'),
        code: 'too-deep',
        message: sentence('areas.too-deep', { name: area.name, limit: MOST_LEVELS }),
      })
    if (inCycle.has(area.code))
      faults.push({
        path: place(i, 'parentCode'),
        code: 'parent-cycle',
        message: sentence('areas.parent-cycle', { name: area.name }),
      })
  }
  return faults
}

/** Codes whose parents lead back to themselves, and how many levels lie above each other code. Each code is walked once. */
function walkUp(parents: ReadonlyMap<string, string | null>): { inCycle: Set<string>; depthOf: Map<string, number> } {
  const inCycle = new Set<string>()
  const depthOf = new Map<string, number>()
  for (const start of parents.keys()) {
    const trail: string[] = []
    const onTrail = new Map<string, number>()
    let code: string | null | undefined = start
    while (code !== null && code !== undefined && !depthOf.has(code)) {
      const seenAt = onTrail.get(code)
      if (seenAt !== undefined) {
        for (const c of trail.slice(seenAt)) inCycle.add(c)
        break
      }
      onTrail.set(code, trail.length)
      trail.push(code)
      code = parents.get(code)
    }
    const above = code === null || code === undefined || onTrail.has(code) ? -1 : (depthOf.get(code) ?? 0)
    for (const [i, c] of trail.entries()) depthOf.set(c, above + trail.length - i)
  }
  return { inCycle, depthOf }
}
