/** How one indicator's raw values become scores: the method, and the numbers it needs once it has been fitted.
 * Mutable on purpose: Monte Carlo refits the same object to perturbed data without allocating. */
import type { Bounds, CompositeMethod, Normalisation } from '../composite.types.ts'
import { normalisationFacts } from './catalogue.ts'
import type { LeafSpec } from '../tree/indexTree.ts'

export interface ColumnRule {
  readonly kind: Normalisation
  readonly sign: -1 | 0 | 1
  /** The method's own number u is shown as base + span·u (u in [0, 1], a z-score, or borda's count). */
  readonly base: number
  readonly span: number
  /** The u that is shown as the lowest score: 0, below it for efficacy, whose line goes on under the floor. */
  readonly lowest: number
  /** lo and hi are goalposts or explicit bounds, not taken from data. */
  readonly fixed: boolean
  readonly clip: boolean
  readonly cap: boolean
  readonly averageTies: boolean
  /** The target is a range [low, high]; otherwise low = high = T, NaN when there is none. */
  readonly range: boolean
  readonly targetLow: number
  readonly targetHigh: number
  lo: number
  hi: number
  mean: number
  sd: number
  /** Present values, ascending, in [0, count): the areas that rank and borda count. */
  readonly sorted: Float64Array
  count: number
  /** The reference holds one value only, so this indicator cannot tell areas apart. */
  constant: boolean
}

export type Scale = number | readonly [number, number]

/** Makes an unfitted rule. `room`: cells of the reference (areas, or areas × periods), kept only for rank and borda.
 * O(room). Example: a `minmax` rule on the 0–100 scale has base 0 and span 100. */
export function columnRule(
  leaf: LeafSpec,
  kind: Normalisation,
  options: NonNullable<CompositeMethod['normalisationOptions']>,
  bounds: Bounds,
  scale: Scale,
  room: number,
): ColumnRule {
  const [base, span] = shownScale(kind, options, scale)
  const posts = postsOf(leaf, bounds)
  const facts = normalisationFacts(kind)
  const fixed = posts !== undefined && facts.takesBounds
  const [a, b] = typeof leaf.target === 'object' ? leaf.target : [leaf.target ?? NaN, leaf.target ?? NaN]
  return {
    kind,
    sign: leaf.sign,
    base,
    span,
    lowest: facts.floor === undefined ? 0 : 1 - 1 / (1 - (options.floor ?? facts.floor)),
    fixed,
    clip: fixed && options.clip !== false,
    cap: options.cap !== false,
    averageTies: options.ties !== 'min',
    range: typeof leaf.target === 'object',
    targetLow: a,
    targetHigh: b,
    lo: fixed ? posts[0] : NaN,
    hi: fixed ? posts[1] : NaN,
    mean: NaN,
    sd: NaN,
    sorted: new Float64Array(facts.fit === 'ranks' ? room : 0),
    count: 0,
    constant: false,
  }
}

/** [lo, hi] that does not come from data: goalposts, anchors in rising order, or explicit bounds. */
function postsOf(leaf: LeafSpec, bounds: Bounds): readonly [number, number] | undefined {
  if (typeof bounds === 'object') return bounds[leaf.code]
  if (bounds === 'goalposts') return leaf.goalposts
  if (bounds !== 'anchors' || leaf.anchors === undefined) return undefined
  const [floor, target] = leaf.anchors
  return floor < target ? [floor, target] : [target, floor]
}

/** base and span of the shown scale: z-scores have a mean and s.d. of their own, borda's counts are shown as they are. */
function shownScale(
  kind: Normalisation,
  options: NonNullable<CompositeMethod['normalisationOptions']>,
  scale: Scale,
): readonly [number, number] {
  const { shown, floor: usual } = normalisationFacts(kind)
  if (shown === 'moments') return [options.mean ?? 0, options.sd ?? 1]
  if (shown === 'counts') return [0, 1]
  const [lo, hi] = typeof scale === 'number' ? [0, scale] : scale
  const floor = usual === undefined ? 0 : (options.floor ?? usual)
  return [lo + floor * (hi - lo), (1 - floor) * (hi - lo)]
}
