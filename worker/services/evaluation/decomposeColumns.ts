/** Theil between and within, by urban/rural and by the city's own grouping. An attribute that no area has is left out; one that some areas lack is a reason. */
import { decomposeTheil } from '../../engine/decompose/decomposeTheil.ts'
import type { Values, Weights } from '../../engine/types.ts'
import type { Decomposition, EvaluationArea, TheilSplit } from '../../contract/evaluations.ts'

/** More groups than a chart or a reader can hold say nothing that the areas do not. */
export const MOST_GROUPS = 50

export interface Attribute {
  readonly by: Decomposition['by']
  readonly labels: readonly (string | null)[]
  /** The same with '' for none, as the engine takes them. */
  readonly keys: readonly string[]
}

export function attributesOf(areas: readonly EvaluationArea[]): Attribute[] {
  const all = [
    { by: 'setting' as const, labels: areas.map((a) => a.setting) },
    { by: 'grouping' as const, labels: areas.map((a) => (a.grouping === '' ? null : a.grouping)) },
  ]
  return all
    .filter((a) => a.labels.some((label) => label !== null))
    .map((a) => ({ ...a, keys: a.labels.map((label) => label ?? '') }))
}

export function decomposeColumn(
  code: string,
  values: Values,
  weights: Weights | null,
  attribute: Attribute,
): Decomposition {
  const { by, labels, keys } = attribute
  const counts = new Map<string, number>()
  let complete = true
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i]
    if (value === null || value === undefined || Number.isNaN(value)) continue
    const label = labels[i]
    if (label === null || label === undefined) complete = false
    else counts.set(label, (counts.get(label) ?? 0) + 1)
  }
  const none = (reason: string): Decomposition => ({
    by,
    code,
    weighted: weights !== null,
    theilT: null,
    theilL: null,
    reason,
  })
  if (!complete) return none('missing-group')
  if (counts.size < 2) return none('one-group')
  if (counts.size > MOST_GROUPS) return none('too-many-groups')
  const { theilT, theilL } = decomposeTheil(values, keys, weights ?? undefined)
  const reason = theilT.reason ?? theilL.reason
  return {
    by,
    code,
    weighted: weights !== null,
    theilT: split(theilT, counts),
    theilL: split(theilL, counts),
    ...(reason === undefined ? {} : { reason }),
  }
}

type Parts = ReturnType<typeof decomposeTheil>['theilT']

function split(parts: Parts, counts: ReadonlyMap<string, number>): TheilSplit | null {
  if (parts.total === null) return null
  const groups = parts.groups.map(({ key, share, mean, value, contribution }) => ({
    key,
    n: counts.get(key) ?? 0,
    share,
    mean,
    value,
    contribution,
  }))
  return { total: parts.total, between: parts.between, within: parts.within, groups }
}
