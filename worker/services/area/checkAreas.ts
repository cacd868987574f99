/** Would these areas, laid over the present ones, still be a tree? Pure. Faults carry the place the caller wrote them at. */
import type { AreaInput } from '../../contract/areas.ts'
import type { Fault } from '../../contract/problems.ts'
import type { Say } from '../../lib/say.ts'

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
  say: Say,
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
        message: say(
          `代码“${area.code}”在本次提交中重复（第 ${earlier + 1} 条与第 ${i + 1} 条）。请保留一条；尚未写入。`,
          `Code “${area.code}” appears twice in this request (entries ${earlier + 1} and ${i + 1}). Keep one; nothing was written.`,
        ),
      })
    parents.set(area.code, area.parentCode)
  }
  if (parents.size > MOST_AREAS)
    faults.push({
      path: 'areas',
      code: 'too-many-areas',
      message: say(
        `一个城市最多 ${MOST_AREAS} 个地区，写入后将有 ${parents.size} 个。请先删除不用的地区；尚未写入。`,
        `A city holds at most ${MOST_AREAS} areas; this would make ${parents.size}. Delete unused ones first; nothing was written.`,
      ),
    })
  for (const [i, area] of input.entries()) {
    if (area.parentCode === null) continue
    if (!parents.has(area.parentCode))
      faults.push({
        path: place(i, 'parentCode'),
        code: 'unknown-parent',
        message: say(
          `上级代码“${area.parentCode}”不存在。请先建立它，或放在同一次提交中；尚未写入。`,
          `There is no area with the parent code “${area.parentCode}”. Add it first or in the same request; nothing was written.`,
        ),
      })
  }
  const { inCycle, depthOf } = walkUp(parents)
  for (const [i, area] of input.entries()) {
    if ((depthOf.get(area.code) ?? 0) > MOST_LEVELS)
      faults.push({
        path: place(i, 'parentCode'),
        code: 'too-deep',
        message: say(
          `“${area.name}”上面超过 ${MOST_LEVELS} 级。请核对上级代码；尚未写入。`,
          `More than ${MOST_LEVELS} levels lie above “${area.name}”. Check the parent codes; nothing was written.`,
        ),
      })
    if (inCycle.has(area.code))
      faults.push({
        path: place(i, 'parentCode'),
        code: 'parent-cycle',
        message: say(
          `“${area.name}”的上级最终又指回它自己。请更正上级代码；尚未写入。`,
          `The parents of “${area.name}” lead back to itself. Correct the parent code; nothing was written.`,
        ),
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
