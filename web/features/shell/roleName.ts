/** A role in words. */
import type { Role } from '../../../worker/contract/names.ts'
import type { shellWords } from '../../i18n/shell.ts'

const KEYS = {
  owner: 'roleOwner',
  data_officer: 'roleDataOfficer',
  reviewer: 'roleReviewer',
  analyst: 'roleAnalyst',
  viewer: 'roleViewer',
  coordinator: 'roleCoordinator',
  representative: 'roleRepresentative',
  assessor: 'roleAssessor',
  operator: 'roleOperator',
} as const satisfies Record<Role, keyof (typeof shellWords)['zh']>

export function roleName(role: Role, words: (typeof shellWords)['zh'] | (typeof shellWords)['en']): string {
  return words[KEYS[role]]
}
