/** What every tab of the workspace receives: the evaluation, one period's results, the selection and the shared hover. */
import type { Evaluation, PeriodResult } from '../../../worker/contract/evaluations.ts'
import type { CityContext } from './useCity.ts'
import type { Selection } from './useSelection.ts'

export interface TabProps {
  readonly evaluation: Evaluation
  readonly result: PeriodResult
  readonly selection: Selection
  readonly city: CityContext
  readonly slug: string
  /** One sentence for every chart's source line. */
  readonly source: string
  /** Area (or node) pointed at in any chart or table. */
  readonly active: string | null
  readonly onActive: (key: string | null) => void
}
