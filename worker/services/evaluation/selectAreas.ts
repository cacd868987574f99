/** Which areas a run compares: those without areas below them, or the ones named; an area and its own part are never counted together. */
import type { Fault } from '../../contract/problems.ts'
import type { SnapshotAreaRow } from '../../../db/region/queries/evaluations.ts'
import { sentence } from '../../words/sentence.ts'

const MOST_FAULTS = 50

/** `areas` in order of their codes; the answer holds their places in it, in that order whatever the order of `codes`. */
export function selectAreas(
  areas: readonly SnapshotAreaRow[],
  codes: readonly string[] | undefined,
): { places: number[]; faults: Fault[] } {
  const place = new Map(areas.map((a, i) => [a.code, i]))
  const faults: Fault[] = []
  const chosen = new Set<number>()
  if (codes === undefined)
    areas.forEach((a, i) => {
      if (a.isLeaf === 1) chosen.add(i)
    })
  else {
    codes.forEach((code, k) => {
      const at = place.get(code)
      if (at === undefined)
        faults.push({
          path: `areaCodes[${k}]`,
          code: 'unknown-area',
          message: sentence('evaluations.unknown-area', { code }),
        })
      else if (chosen.has(at))
        faults.push({
          path: `areaCodes[${k}]`,
          code: 'duplicate',
          message: sentence('evaluations.duplicate-area', { code }),
        })
      else chosen.add(at)
    })
    faults.push(...nested(areas, chosen, codes))
  }
  if (faults.length === 0 && chosen.size < 2) {
    faults.push({
      path: 'areaCodes',
      code: 'too-few-areas',
      message: sentence('evaluations.too-few-areas'),
    })
  }
  return { places: [...chosen].toSorted((a, b) => a - b), faults: faults.slice(0, MOST_FAULTS) }
}

function nested(areas: readonly SnapshotAreaRow[], chosen: ReadonlySet<number>, codes: readonly string[]): Fault[] {
  const byId = new Map(areas.map((a, i) => [a.id, i]))
  const faults: Fault[] = []
  for (const at of chosen) {
    // Parents form a tree (the areas room sees to it), so this climb ends.
    for (let up = areas[at]?.parentId ?? null; up !== null;) {
      const above = byId.get(up)
      const parent = above === undefined ? undefined : areas[above]
      if (above === undefined || parent === undefined) break
      if (chosen.has(above)) {
        const name = areas[at]?.name ?? ''
        faults.push({
          path: `areaCodes[${codes.indexOf(areas[at]?.code ?? '')}]`,
          code: 'nested-areas',
          message: sentence('evaluations.nested-areas', { name, parent: parent.name }),
        })
        break
      }
      up = parent.parentId
    }
  }
  return faults
}
