/** A role in the language in use. */
import { ROLE_NAMES } from '../../../worker/authority/roles.ts'
import type { Role } from '../../../worker/contract/names.ts'
import { pick } from '../../i18n/locale.ts'

export const roleName = (role: Role): string => pick(...ROLE_NAMES[role])
