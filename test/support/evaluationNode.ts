/** What a node of an evaluation holds besides its place in the tree, empty. */
import type { EvaluationNode } from '../../worker/contract/evaluations.ts'

export const NO_FACTS: Omit<
  EvaluationNode,
  'code' | 'parent' | 'kind' | 'name' | 'nameEn' | 'localWeight' | 'effectiveWeight'
> = {
  unit: null,
  direction: null,
  target: null,
  targetSource: null,
  floor: null,
  floorSource: null,
  scale: null,
  denominator: null,
  caution: null,
  breaks: [],
  estimatedShare: 0,
}

/** The equality options of a method, at their defaults. */
export const EQUALITY_DEFAULTS = {
  equalityFamily: 'cv',
  equalityWeighting: 'population',
  realizationCoverage: 0.5,
} as const
