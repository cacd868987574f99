/** A role in the language in use. */
import { ROLE_NAMES } from '../../../worker/authority/roles.ts'
import type { Role } from '../../../worker/contract/names.ts'
import { locale } from '../../i18n/locale.ts'
import { pairIn } from '../../i18n/pairs.ts'

export const roleName = (role: Role): string => pairIn(locale.value, ROLE_NAMES[role])
