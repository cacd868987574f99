/** Which group labels count as urban and which as rural, and the two weighted means that the urban–rural indices compare.
 * Towns count as urban, as in the Bureau of Statistics' 城镇. Labels are compared without case and outer blanks; any other
 * label belongs to neither side. */
import { Column } from '../numeric/column.ts'
import type { Reason, Values, Weights } from '../types.ts'

export const URBAN_LABELS: readonly string[] = [
  'urban',
  'city',
  'town',
  '城',
  '城市',
  '城镇',
  '城区',
  '市区',
  '镇',
  '镇区',
]
export const RURAL_LABELS: readonly string[] = [
  'rural',
  'village',
  'countryside',
  '乡',
  '农',
  '村',
  '乡村',
  '农村',
  '村庄',
]

export function urbanOrRural(label: string): 'urban' | 'rural' | undefined {
  const plain = label.trim().toLowerCase()
  if (URBAN_LABELS.includes(plain)) return 'urban'
  return RURAL_LABELS.includes(plain) ? 'rural' : undefined
}

export type UrbanRuralMeans = { readonly urban: number; readonly rural: number } | { readonly reason: Reason }

/** Weighted means in the unit of the data; a side with no area that has a value and weight is `missing-group`. */
export function urbanRuralMeans(values: Values, groups: readonly string[], weights?: Weights): UrbanRuralMeans {
  const sides = groups.map(urbanOrRural)
  const urban = meanOf(values, weights, (i) => sides[i] === 'urban')
  const rural = meanOf(values, weights, (i) => sides[i] === 'rural')
  return urban === undefined || rural === undefined ? { reason: 'missing-group' } : { urban, rural }
}

function meanOf(values: Values, weights: Weights | undefined, belongs: (i: number) => boolean): number | undefined {
  const members = Array.from({ length: values.length }, (_, i) => i).filter(belongs)
  const column = new Column(
    members.map((i) => values[i] ?? null),
    weights && members.map((i) => weights[i] as number),
  )
  return column.x.length === 0 || column.fault === 'overflow' ? undefined : column.meanValue
}
