/** The audit log's codes in words: actions, actors and details. Codes of a newer server are shown as they are. */
import type { AuditEntry } from '../../../worker/contract/audit.ts'
import type { WordsOf } from '../../i18n/area.ts'
import { fieldName } from '../../i18n/fields.ts'
import { locale } from '../../i18n/locale.ts'
import { labelled } from '../../i18n/punctuation.ts'
import type { settingsWords } from '../../words/settings.ts'

type SettingsText = WordsOf<typeof settingsWords>

const ACTIONS = {
  'area.csv': 'actAreaCsv',
  'area.put': 'actAreaPut',
  'area.delete': 'actAreaDelete',
  'population.put': 'actPopulationPut',
  'evaluation.run': 'actEvaluationRun',
  'evaluation.delete': 'actEvaluationDelete',
  'evaluation.review': 'actEvaluationReview',
  'evaluation.approve': 'actEvaluationApprove',
  'evaluation.return': 'actEvaluationReturn',
  'evaluation.publish': 'actEvaluationPublish',
  'evaluation.withdraw': 'actEvaluationWithdraw',
  'policy.put': 'actPolicyPut',
  'framework.create': 'actFrameworkCreate',
  'framework.rename': 'actFrameworkRename',
  'framework.update': 'actFrameworkUpdate',
  'import.upload': 'actImportUpload',
  'import.commit': 'actImportCommit',
  'import.discard': 'actImportDiscard',
  'import.revert': 'actImportRevert',
  'key.create': 'actKeyCreate',
  'key.revoke': 'actKeyRevoke',
  'organisation.create': 'actOrganisationCreate',
  'publication.accept': 'actPublicationAccept',
  'publication.withdraw': 'actPublicationWithdraw',
} as const satisfies Record<string, keyof SettingsText>

function isKnown(action: string): action is keyof typeof ACTIONS {
  return action in ACTIONS
}

export function actionName(action: string, words: SettingsText): string {
  return isKnown(action) ? words[ACTIONS[action]] : action
}

/** `user:<id>` by the member's name where the reader may see members, `key:<id>` as a key, everything else as it is. */
export function actorName(actor: string, members: ReadonlyMap<string, string>, words: SettingsText): string {
  const cut = actor.indexOf(':')
  const [kind, id] = cut < 0 ? [actor, ''] : [actor.slice(0, cut), actor.slice(cut + 1)]
  if (kind === 'user') return members.get(id) ?? id
  if (kind === 'key') return words.byKey(id)
  return kind === 'system' ? words.bySystem : actor
}

/** `short` cuts digests to their first characters, for the screen; the export keeps them whole. */
export function detailText(detail: AuditEntry['detail'], short: boolean): string {
  return Object.entries(detail)
    .map(([key, value]) => {
      const text = typeof value === 'string' ? value : Array.isArray(value) ? value.join(', ') : JSON.stringify(value)
      return `${labelled(fieldName(key, locale.value), '')}${short && text.startsWith('sha256:') ? `${text.slice(0, 15)}…` : text}`
    })
    .join(' · ')
}
