/** A region's code as its name in the language in use; the code itself only until the list is here. */
import { useResource } from '../../api/useResource.ts'
import type { RegionList } from './wireTypes.ts'
import { locale } from '../../i18n/locale.ts'
import { nameIn } from '../../i18n/nameIn.ts'

export function useRegionName(): (code: string | null) => string {
  const regions = useResource<RegionList>('/api/v1/regions')
  return (code) => {
    const found = regions.data?.items.find((region) => region.code === code)
    return found === undefined ? (code ?? '—') : nameIn(locale.value, found)
  }
}
