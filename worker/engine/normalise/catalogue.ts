/** The catalogue of normalisations: each is born here, with its name and what the rest of the house needs to know of it. How its
 * numbers are computed is normaliseColumn.ts; how to read it, the methods page; how one value is written out, the web's formula.ts.
 * `distanceToTarget` is (x − worst)/(T − worst), another convention than `target` (x/T); `borda` is rank − 1 (0 = worst). */

type Both = readonly [zh: string, en: string]

interface NormalisationFacts {
  /** In tables, and in full. Absent: only the engine's own requests may ask for it. */
  readonly words?: { readonly name: Both; readonly full: Both }
  /** What it takes from a reference sample. `target`: nothing, a score depends on its own cell alone. `range`: lo and hi, which
   * goalposts, anchors or explicit bounds may replace if `takesBounds`. */
  readonly fit: 'target' | 'range' | 'moments' | 'ranks'
  readonly takesBounds: boolean
  /** What a leaf has to have: a target (a number or a range), or a single number. */
  readonly target?: 'any' | 'number'
  /** Scores stand on the method's scale, about a mean of their own (possibly negative), or are counts. */
  readonly shown: 'scale' | 'moments' | 'counts'
  /** Score of lo as a share of the scale, unless told otherwise; below it the line goes on down. */
  readonly floor?: number
}

export const NORMALISATION_FACTS = {
  minmax: {
    words: { name: ['极差法', 'Min–max'], full: ['极差标准化', 'Min–max'] },
    fit: 'range',
    takesBounds: true,
    shown: 'scale',
  },
  target: {
    words: { name: ['目标实现度', 'Attainment of target'], full: ['达标法（实现度）', 'Attainment of targets'] },
    fit: 'target',
    takesBounds: false,
    target: 'any',
    shown: 'scale',
  },
  zscore: {
    words: { name: ['Z 分数', 'Z-score'], full: ['Z 分数', 'z-score'] },
    fit: 'moments',
    takesBounds: false,
    shown: 'moments',
  },
  efficacy: {
    words: { name: ['功效系数', 'Efficacy coefficient'], full: ['功效系数法', 'Efficacy coefficient'] },
    fit: 'range',
    takesBounds: true,
    shown: 'scale',
    floor: 0.6,
  },
  rank: {
    words: { name: ['名次法', 'Rank'], full: ['排序法', 'Rank'] },
    fit: 'ranks',
    takesBounds: false,
    shown: 'scale',
  },
  borda: { fit: 'ranks', takesBounds: false, shown: 'counts' },
  distanceToTarget: { fit: 'range', takesBounds: false, target: 'number', shown: 'scale' },
} as const satisfies Readonly<Record<string, NormalisationFacts>>

type Facts = typeof NORMALISATION_FACTS
export type Normalisation = keyof Facts
/** Those that a framework may choose. */
export type OfferedNormalisation = {
  [key in Normalisation]: Facts[key] extends { readonly words: unknown } ? key : never
}[Normalisation]

/** Guarantee: exactly the keys of the catalogue, in their order. */
export const NORMALISATIONS = Object.keys(NORMALISATION_FACTS) as Normalisation[]
export const normalisationFacts = (kind: Normalisation): NormalisationFacts => NORMALISATION_FACTS[kind]
const isOffered = (kind: Normalisation): kind is OfferedNormalisation => normalisationFacts(kind).words !== undefined
export const OFFERED_NORMALISATIONS: readonly OfferedNormalisation[] = NORMALISATIONS.filter(isOffered)
