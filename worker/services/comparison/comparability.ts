/** Why publications cannot simply be read against each other, worked out from how each was computed. Pure.
 * A min-max, z- or rank score says where an area stands in its own city's sample and nothing of another city's; only scores against
 * the same targets or goalposts share a yardstick. Indices of an indicator's raw values need neither, which the notes say. */
import type { PublishedFacts } from '../publication/facts.ts'
import type { ComparabilityNote, Comparison } from '../../contract/comparison.ts'
import type { Words } from '../../words/sentence.ts'

export interface Compared {
  readonly id: string
  readonly facts: PublishedFacts
}

export function comparabilityNotes(compared: readonly Compared[], words: Words['comparison']): ComparabilityNote[] {
  const ids = compared.map((c) => c.id)
  const note = (
    code: ComparabilityNote['code'],
    severity: ComparabilityNote['severity'],
    message: string,
    publicationIds: readonly string[] = ids,
  ): ComparabilityNote => ({ code, severity, publicationIds: [...publicationIds], message })
  return [
    ...frameworkNotes(compared, note, words),
    ...scoreNotes(compared, note, words),
    ...meaningNotes(compared, note, words),
    ...periodNotes(compared, note, words),
  ]
}

type MakeNote = (
  code: ComparabilityNote['code'],
  severity: ComparabilityNote['severity'],
  message: string,
  ids?: readonly string[],
) => ComparabilityNote

const differ = (compared: readonly Compared[], key: (facts: PublishedFacts) => unknown): boolean =>
  new Set(compared.map((c) => JSON.stringify(key(c.facts)))).size > 1

function frameworkNotes(
  compared: readonly Compared[],
  note: MakeNote,
  words: Words['comparison'],
): ComparabilityNote[] {
  if (!differ(compared, (f) => f.scheme)) return []
  return differ(compared, (f) => f.lineage)
    ? [note('different-framework', 'not-comparable', words['different-framework'])]
    : [note('different-framework-version', 'caution', words['different-framework-version'])]
}

/** Is the yardstick the city's own data? */
const isRelative = (facts: PublishedFacts): boolean => facts.yardstick === null

function scoreNotes(compared: readonly Compared[], note: MakeNote, words: Words['comparison']): ComparabilityNote[] {
  const notes: ComparabilityNote[] = []
  const relative = compared.filter((c) => isRelative(c.facts)).map((c) => c.id)
  const absolute = compared.filter((c) => !isRelative(c.facts))
  if (differ(compared, (f) => f.method.normalisation)) {
    notes.push(note('different-normalisation', 'not-comparable', words['different-normalisation']))
  } else if (
    differ(compared, (f) => [f.method.treatment, f.method.imputation, isRelative(f) ? f.method.bounds : null])
  ) {
    notes.push(note('different-normalisation', 'caution', words['different-preparation']))
  }
  if (relative.length > 0) {
    notes.push(note('relative-scores', 'not-comparable', words['relative-scores'], relative))
  }
  if (absolute.length > 1 && differ(absolute, (f) => f.yardstick)) {
    notes.push(
      note(
        'relative-scores',
        'not-comparable',
        words['different-yardsticks'],
        absolute.map((c) => c.id),
      ),
    )
  }
  if (
    differ(compared, (f) => [
      f.method.aggregation,
      f.method.missing,
      f.method.missing === 'strict' ? null : f.method.minCoverage,
    ])
  ) {
    notes.push(note('different-aggregation', 'caution', words['different-aggregation']))
  }
  return notes
}

const convention = (f: PublishedFacts) => f.headline?.equality ?? null

/** 均等化程度 and 实现度 each have a convention of their own, apart from how scores were made. */
function meaningNotes(compared: readonly Compared[], note: MakeNote, words: Words['comparison']): ComparabilityNote[] {
  const notes: ComparabilityNote[] = []
  if (differ(compared, convention)) {
    notes.push(note('different-equality', 'not-comparable', words['different-equality']))
  }
  if (differ(compared, (f) => f.promises ?? null)) {
    notes.push(note('different-targets', 'not-comparable', words['different-targets']))
  }
  const counts = compared.map((c) => c.facts.headline?.areaCount ?? c.facts.areaCount)
  if (Math.max(...counts) > 1.5 * Math.min(...counts)) {
    notes.push(note('different-unit-count', 'caution', words['different-unit-count']({ counts })))
  }
  return notes
}

function periodNotes(compared: readonly Compared[], note: MakeNote, words: Words['comparison']): ComparabilityNote[] {
  const notes: ComparabilityNote[] = []
  if (differ(compared, (f) => f.periods)) {
    const shared = compared.map((c) => c.facts.periods).reduce((a, b) => a.filter((p) => b.includes(p)))
    notes.push(
      shared.length === 0
        ? note('different-periods', 'not-comparable', words['no-shared-period'])
        : note('different-periods', 'info', words['different-periods']({ shared })),
    )
  }
  const unweighted = compared.filter((c) => Object.values(c.facts.weightedPeriods).includes(false)).map((c) => c.id)
  if (unweighted.length > 0) {
    const mixed = unweighted.length < compared.length
    notes.push(note('unweighted', mixed ? 'caution' : 'info', words.unweighted, unweighted))
  }
  return notes
}

/** What may be ranked, titled and drawn on one axis. */
export function comparable(notes: readonly ComparabilityNote[]): Comparison['comparable'] {
  const has = (...codes: ComparabilityNote['code'][]): boolean =>
    notes.some((n) => n.severity === 'not-comparable' && codes.includes(n.code))
  const otherTree = has('different-framework', 'different-periods')
  return {
    score: !otherTree && !has('different-normalisation', 'relative-scores'),
    realization: !otherTree && !has('different-targets'),
    degree: !otherTree && !has('different-equality'),
  }
}
