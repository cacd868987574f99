/** A value of a framework as people read it, whatever its field: an anchor's source, a scale, breaks, a range, a choice. Pure. */
import { isRecord } from '../../api/problem.ts'
import type { WordsOf } from '../../i18n/area.ts'
import type { frameworkWords } from '../../words/frameworks.ts'
import type { meaningWords } from '../../words/meaning.ts'
import { targetText } from './targetText.ts'

type MeaningText = WordsOf<typeof meaningWords>

const CHOICES = {
  cv: 'family.cv',
  gini: 'family.gini',
  population: 'weighting.population',
  none: 'weighting.none',
} as const satisfies Record<string, keyof MeaningText>

export function valueText(value: unknown, words: WordsOf<typeof frameworkWords>, meaning: MeaningText): string {
  if (value === null || value === undefined || value === '') return '—'
  if (value === 'benefit' || value === 'cost') return words[value]
  if (typeof value === 'string' && Object.hasOwn(CHOICES, value)) return meaning[CHOICES[value as keyof typeof CHOICES]]
  if (Array.isArray(value) && value.length === 0) return '—'
  if (Array.isArray(value) && typeof value[0] === 'number' && typeof value[1] === 'number')
    return targetText([value[0], value[1]])
  if (Array.isArray(value)) return value.map((one) => valueText(one, words, meaning)).join('; ')
  if (isRecord(value)) return recordText(value, meaning)
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value)
}

function recordText(value: Readonly<Record<string, unknown>>, meaning: MeaningText): string {
  const { kind, document, year, low, high, period, note } = value
  if (typeof period === 'string' && typeof note === 'string') return `${period} ${note}`
  if (kind === 'ratio') return meaning['scale.ratio']
  if (kind === 'bounded') return meaning['scale.bounded'](String(low), String(high))
  if (kind === 'standard' || kind === 'plan' || kind === 'estimated')
    return [meaning[`kind.${kind}`], document, year]
      .filter((part) => part !== '' && part !== null && part !== undefined)
      .join(' ')
  return JSON.stringify(value)
}
