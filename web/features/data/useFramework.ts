/** Which framework the table follows: from the address, else the city's largest; "all" means every indicator of the city. */
import { useResource } from '../../api/useResource.ts'
import type { Option } from '../../components/index.ts'
import { locale } from '../../i18n/locale.ts'
import { nameIn } from '../../i18n/nameIn.ts'
import { dataWords } from '../../words/data.ts'
import { useWords } from '../../i18n/useWords.ts'
import { useQueryState } from '../../router/useQueryState.ts'

const ALL = 'all'

export interface FrameworkChoice {
  /** False until it is known which one is the largest. */
  readonly ready: boolean
  /** Null: all indicators. */
  readonly id: string | null
  readonly value: string
  readonly options: readonly Option[]
  readonly set: (value: string | null) => void
}

export function useFramework(city: string): FrameworkChoice {
  const words = useWords(dataWords)
  const { data, error } = useResource(`/api/v1/cities/${city}/frameworks`)
  const [asked, set] = useQueryState('framework', '')
  const items = [...(data?.items ?? [])].sort((a, b) => b.indicatorCount - a.indicatorCount)
  const value = asked !== '' ? asked : (items[0]?.id ?? ALL)
  return {
    ready: asked !== '' || data !== null || error !== null,
    id: value === ALL ? null : value,
    value,
    options: [
      ...items.map((f) => ({ value: f.id, label: nameIn(locale.value, f) })),
      { value: ALL, label: words.allIndicators },
    ],
    set,
  }
}
