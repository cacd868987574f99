import { describe, expect, it } from 'vitest'
import type { ComparabilityNote, ComparedCity } from '../../../../worker/contract/comparison.ts'
import { periodOf, severityOf, sortedNotes, valueOf } from '../../../../web/features/comparison/compared.ts'

const city: Pick<ComparedCity, 'periods' | 'values'> = {
  periods: ['2021', '2022', '2023'],
  values: { R: { score: [60, 65, null], gini: [0.2, 0.1, null], degree: [80, 90, null], cv: [0.4, 0.3, null] } },
}
const compared = city as ComparedCity
const note = (severity: ComparabilityNote['severity'], publicationIds: string[]): ComparabilityNote => ({
  code: 'different-periods',
  severity,
  publicationIds,
  message: severity,
})

describe('a compared city', () => {
  it('answers along its own periods', () => {
    expect(valueOf(compared, 'R', 'score', '2022')).toBe(65)
    expect(valueOf(compared, 'R', 'score', '2019')).toBeNull()
    expect(valueOf(compared, 'X', 'score', '2022')).toBeNull()
    expect(valueOf(compared, 'R', 'score', null)).toBeNull()
  })
  it('uses its latest period with a score, or the one asked for', () => {
    expect(periodOf(compared, 'R', '')).toBe('2022')
    expect(periodOf(compared, 'R', '2021')).toBe('2021')
    expect(periodOf(compared, 'R', '2019')).toBeNull()
  })
  it('gives one index for all, or each city’s own', () => {
    expect(valueOf(compared, 'R', 'degree', '2021')).toBe(80)
  })
})

describe('notes', () => {
  const notes = [note('info', ['p', 'q']), note('not-comparable', ['q']), note('caution', ['p'])]
  it('mark a city by the gravest that names it', () => {
    expect(severityOf(notes, 'q')).toBe('not-comparable')
    expect(severityOf(notes, 'p')).toBe('caution')
    expect(severityOf(notes, 'r')).toBeNull()
  })
  it('come gravest first', () =>
    expect(sortedNotes(notes).map((one) => one.severity)).toEqual(['not-comparable', 'caution', 'info']))
})
