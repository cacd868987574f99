/** A tag of the document in the reader's language; tags of a newer server are shown as they are. */
import type { WordsOf } from '../../i18n/area.ts'
import type { apiWords } from '../../words/apiReference.ts'

const KEYS = {
  Service: 'tagService',
  Session: 'tagSession',
  Public: 'tagPublic',
  Reference: 'tagReference',
  Compute: 'tagCompute',
  City: 'tagCity',
  Data: 'tagData',
  Frameworks: 'tagFrameworks',
  Templates: 'tagTemplates',
  Evaluations: 'tagEvaluations',
  Comparison: 'tagComparison',
  Keys: 'tagKeys',
  Group: 'tagGroup',
  Assessor: 'tagAssessor',
  Operator: 'tagOperator',
} as const satisfies Record<string, keyof WordsOf<typeof apiWords>>

function isKnown(tag: string): tag is keyof typeof KEYS {
  return tag in KEYS
}

export function tagName(tag: string, words: WordsOf<typeof apiWords>): string {
  return isKnown(tag) ? words[KEYS[tag]] : tag
}
