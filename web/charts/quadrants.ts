/** Which of the four quadrants a place stands in. On the line counts as the better side. Pure. */

export interface LevelPoint {
  readonly key: string
  readonly label: string
  readonly score: number | null
  readonly degree: number | null
}

export type Quadrant = 'highEven' | 'highUneven' | 'lowEven' | 'lowUneven'

export function quadrantOf(
  point: Pick<LevelPoint, 'score' | 'degree'>,
  cut: { readonly score: number; readonly degree: number },
): Quadrant | null {
  if (point.score === null || point.degree === null) return null
  if (point.score >= cut.score) return point.degree >= cut.degree ? 'highEven' : 'highUneven'
  return point.degree >= cut.degree ? 'lowEven' : 'lowUneven'
}
