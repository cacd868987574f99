/** What the workspace looks at, all of it in the URL: period, node or indicator, index, weighting, area. */
import type { Evaluation } from '../../../worker/contract/evaluations.ts'
import type { KeptKey } from '../../../worker/engine/indexCatalogue.ts'
import { isShownIndex } from '../methods/catalogueWords.ts'
import { useQueryState, type SetQuery } from '../../router/useQueryState.ts'
import { rootOf, type EvaluationBody } from './model.ts'

export interface Selection {
  readonly period: string
  readonly setPeriod: SetQuery
  readonly node: string
  readonly setNode: SetQuery
  readonly index: KeptKey
  readonly setIndex: SetQuery
  readonly weighted: boolean
  readonly canWeigh: boolean
  readonly setWeighting: SetQuery
  /** Area code, or '' for all. */
  readonly area: string
  readonly setArea: SetQuery
}

export function useSelection(evaluation: EvaluationBody & Partial<Pick<Evaluation, 'headline'>>): Selection {
  const { periods, nodes, areas, method, weightedPeriods } = evaluation
  const last = periods[periods.length - 1] ?? ''
  const root = rootOf(nodes)?.code ?? ''
  const [askedPeriod, setPeriod] = useQueryState('period', last)
  const [askedNode, setNode] = useQueryState('node', root)
  const [askedIndex, setIndex] = useQueryState('index', method.equalityFamily)
  const [askedWeights, setWeighting] = useQueryState('weights', 'population')
  const [askedArea, setArea] = useQueryState('area', '')
  const period = periods.includes(askedPeriod) ? askedPeriod : last
  const canWeigh = weightedPeriods[period] === true
  return {
    period,
    setPeriod,
    node: nodes.some((node) => node.code === askedNode) ? askedNode : root,
    setNode,
    index: isShownIndex(askedIndex) ? askedIndex : method.equalityFamily,
    setIndex,
    weighted: canWeigh && askedWeights !== 'areas',
    canWeigh,
    setWeighting,
    area: areas.some((area) => area.code === askedArea) ? askedArea : '',
    setArea,
  }
}
