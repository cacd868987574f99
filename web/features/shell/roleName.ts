/** A role in words. */
import type { Role } from '../../../worker/contract/names.ts'
import type { WordsOf } from '../../i18n/area.ts'
import type { shellWords } from '../../words/shell.ts'

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
} as const satisfies Record<Role, keyof WordsOf<typeof shellWords>>

export function roleName(role: Role, words: WordsOf<typeof shellWords>): string {
  return words[KEYS[role]]
}
