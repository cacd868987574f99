/** 均等化程度 of every indicator and node in one period: from raw values on each indicator's own scale, carried up by effective weight.
 * Never from scores: a composite has no true zero. */
import { indicatorEquality, type MeasuringScale } from '../../engine/equality/indicatorEquality.ts'
import { rollUp } from '../../engine/tree/rollUp.ts'
import type { EqualityConvention, EqualityLine, EvaluationNode, SnapshotPeriod } from '../../contract/evaluations.ts'
import type { MethodOptions } from '../../contract/frameworks.ts'

/** Below three areas a dispersion says nothing that the two values would not. */
export const FEWEST_AREAS = 3

/** One convention for the whole evaluation: a period without populations would otherwise put two weightings into one series. */
export function equalityConvention(
  { equalityFamily, equalityWeighting }: MethodOptions,
  weightedPeriods: Readonly<Record<string, boolean>>,
): EqualityConvention {
  const weighted = equalityWeighting === 'population' && Object.values(weightedPeriods).every(Boolean)
  return { family: equalityFamily, weighting: weighted ? 'population' : 'none', sd: 'population', fewest: FEWEST_AREAS }
}

const RATIO: MeasuringScale = { kind: 'ratio' }
const NOTHING = { index: null, n: 0, mean: null, sd: null, sampleSd: null, meanDifference: null }

/** `weights` are the period's populations; read only under population weighting. */
export function measureEquality(
  data: SnapshotPeriod,
  nodes: readonly EvaluationNode[],
  convention: EqualityConvention,
  weights: Float64Array | null,
  minCoverage: number,
): Record<string, EqualityLine> {
  const lines: Record<string, EqualityLine> = {}
  const degrees = new Map<string, Float64Array>()
  const clipped = new Set<string>()
  const parentOf = new Map(nodes.map((node) => [node.code, node.parent]))
  for (const { code, kind, scale } of nodes) {
    if (kind !== 'indicator') continue
    const { reason, ...measured } = indicatorEquality(data.values[code] ?? [], {
      scale: scale ?? RATIO,
      family: convention.family,
      fewest: convention.fewest,
      ...(convention.weighting === 'population' && weights !== null ? { weights } : {}),
    })
    lines[code] = {
      ...measured,
      coverage: measured.degree === null ? 0 : 1,
      ...(reason === undefined ? {} : { reason }),
    }
    degrees.set(code, Float64Array.of(measured.degree ?? Number.NaN))
    if (!measured.clipped) continue
    for (let up = parentOf.get(code) ?? null; up !== null; up = parentOf.get(up) ?? null) clipped.add(up)
  }
  const flat = nodes.map(({ code, parent, effectiveWeight }) => ({ code, parent, weight: effectiveWeight }))
  const rolled = rollUp(flat, degrees, 1, minCoverage)
  for (const { code, kind } of nodes) {
    if (kind === 'indicator') continue
    const value = rolled.get(code)?.value[0] ?? Number.NaN
    const degree = Number.isNaN(value) ? null : value
    lines[code] = {
      ...NOTHING,
      degree,
      coverage: rolled.get(code)?.coverage[0] ?? 0,
      clipped: clipped.has(code),
      ...(degree === null ? { reason: 'low-coverage' } : {}),
    }
  }
  return lines
}
