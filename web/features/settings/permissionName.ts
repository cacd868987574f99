/** A permission in words. */
import type { Permission } from '../../../worker/contract/names.ts'
import type { WordsOf } from '../../i18n/area.ts'
import type { settingsWords } from '../../words/settings.ts'

const KEYS = {
  'city:read': 'scopeCityRead',
  'data:read': 'scopeDataRead',
  'data:write': 'scopeDataWrite',
  'framework:write': 'scopeFrameworkWrite',
  'evaluation:read': 'scopeEvaluationRead',
  'evaluation:write': 'scopeEvaluationWrite',
  'evaluation:review': 'scopeEvaluationReview',
  'evaluation:publish': 'scopeEvaluationPublish',
  'policy:manage': 'scopePolicyManage',
  'member:read': 'scopeMemberRead',
  'key:manage': 'scopeKeyManage',
  'audit:read': 'scopeAuditRead',
  'group:read': 'scopeGroupRead',
  'assignment:read': 'scopeAssignmentRead',
  'operator:manage': 'scopeOperatorManage',
} as const satisfies Record<Permission, keyof WordsOf<typeof settingsWords>>

function isPermission(name: string): name is Permission {
  return name in KEYS
}

/** Unknown names (of a newer server) are shown as they are. */
export function permissionName(name: string, words: WordsOf<typeof settingsWords>): string {
  return isPermission(name) ? words[KEYS[name]] : name
}
