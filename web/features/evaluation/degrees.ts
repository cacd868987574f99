/** 均等化程度 of a node, indicator by indicator: what each adds, what is left out and why, and both standard deviations on demand. Pure. */
import { equalityMaximum } from '../../../worker/engine/equality/equalityMaximum.ts'
import { indicatorEquality, type MeasuringScale } from '../../../worker/engine/equality/indicatorEquality.ts'
import type { EqualityConvention, EvaluationNode, PeriodResult } from '../../../worker/contract/evaluations.ts'
import { decimalsFor } from '../../charts/numbers.ts'
import { leavesUnder, type Lang } from './model.ts'
import { nameIn } from '../../i18n/nameIn.ts'

export const RATIO: MeasuringScale = { kind: 'ratio' }

export interface DegreeRow {
  readonly code: string
  readonly name: string
  readonly unit: string | null
  readonly scale: MeasuringScale
  /** Share of the node's weight. */
  readonly weight: number | null
  readonly degree: number | null
  readonly reason: string | undefined
  readonly clipped: boolean
  readonly index: number | null
  readonly n: number
  /** Of I, were the areas to count alike. */
  readonly maximum: number | null
  readonly mean: number | null
  readonly digits: number
}

type Read = Pick<PeriodResult, 'equality' | 'values'>

/** The indicators at or below a node, the least equal first; those without a degree last. */
export function degreeRows(
  nodes: readonly EvaluationNode[],
  result: Read,
  convention: EqualityConvention,
  code: string,
  lang: Lang,
): DegreeRow[] {
  const inside = leavesUnder(nodes, code)
  const whole = nodes.find((node) => node.code === code)?.effectiveWeight ?? 0
  return nodes
    .filter((node) => inside.has(node.code))
    .map((node) => {
      const line = result.equality[node.code]
      const scale = node.scale ?? RATIO
      const n = line?.n ?? 0
      return {
        code: node.code,
        name: nameIn(lang, node),
        unit: node.unit,
        scale,
        weight: whole > 0 ? node.effectiveWeight / whole : null,
        degree: line?.degree ?? null,
        reason: line?.reason,
        clipped: line?.clipped ?? false,
        index: n < convention.fewest ? null : (line?.index ?? null),
        n,
        maximum: n < convention.fewest ? null : equalityMaximum(scale, convention.family, n),
        mean: line?.mean ?? null,
        digits: decimalsFor(result.values[node.code] ?? []),
      }
    })
    .sort((a, b) => (a.degree ?? Infinity) - (b.degree ?? Infinity))
}

/** I and degree of areas that count alike, by both standard deviations. */
export interface TwoConventions {
  readonly n: number
  readonly population: { readonly sd: number; readonly index: number; readonly degree: number } | null
  readonly sample: { readonly sd: number; readonly index: number; readonly degree: number } | null
}

export function twoConventions(
  values: readonly (number | null)[],
  scale: MeasuringScale,
  fewest: number,
): TwoConventions {
  const { n, sd, sampleSd, index, degree } = indicatorEquality(values, { scale, family: 'cv', fewest })
  if (index === null || degree === null || sd === null) return { n, population: null, sample: null }
  const population = { sd, index, degree }
  if (sampleSd === null) return { n, population, sample: null }
  const wide = sd === 0 ? 0 : index * (sampleSd / sd)
  return { n, population, sample: { sd: sampleSd, index: wide, degree: 100 * Math.max(0, 1 - wide) } }
}
