/** The city an address names and what the reader may do in it: from the person's membership, or for an assessor from
 * the city's overview (the server decides either way). */
import type { Overview } from '../../../worker/contract/overview.ts'
import { ROLE_PERMISSIONS } from '../../../worker/authority/roles.ts'
import type { Permission } from '../../../worker/contract/names.ts'
import { membershipOf, session } from '../../api/session.ts'
import { useResource } from '../../api/useResource.ts'
import { locale } from '../../i18n/locale.ts'
import { nameIn } from '../../i18n/nameIn.ts'

export interface CityContext {
  readonly name: string
  readonly isDemo: boolean
  readonly can: (permission: Permission) => boolean
}

export function useCity(slug: string): CityContext {
  const membership = membershipOf('city', slug)
  const known = session.value !== null
  const overview = useResource<Overview>(membership === undefined && known ? `/api/v1/cities/${slug}/overview` : null)
  const city = membership?.organisation ?? overview.data?.city
  const permissions: readonly string[] = membership
    ? ROLE_PERMISSIONS[membership.role]
    : (overview.data?.permissions ?? [])
  return {
    name: city ? nameIn(locale.value, city) : slug,
    isDemo: city?.isDemo ?? false,
    can: (permission) => permissions.includes(permission),
  }
}
