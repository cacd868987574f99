/** What every tab of the data page is given. */
import type { CityContext } from '../evaluation/useCity.ts'

export interface DataTabProps {
  readonly slug: string
  readonly city: CityContext
}
