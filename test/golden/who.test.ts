/** The 21 cases of WHO's measures, through the entry point that the API calls, with each case's other conventions: D and R
 * of a reference group, and the slope of a logistic curve weighted once. */
import { describe, expect, it } from 'vitest'
import { computeGroups } from '../../worker/engine/computeGroups.ts'
import type { GoldenCase, GoldenValue } from '../support/golden.ts'
import { expectGolden, loadGolden } from '../support/golden.ts'

const { cases } = loadGolden('who')

const referenced = cases.filter((golden) => golden.input['referenceIndex'] !== undefined)
const slopes = cases.filter((golden) => alternativesOf(golden)['logitSingleWeight'] !== undefined)

function alternativesOf(golden: GoldenCase): Record<string, GoldenValue> {
  return (golden.alternatives ?? {}) as Record<string, GoldenValue>
}

interface Asked {
  readonly reference: boolean
  readonly logit?: boolean
}

function answer(golden: GoldenCase, { reference, logit }: Asked): Record<string, number | null | undefined> {
  const { input } = golden
  const population = input['population'] as number[]
  const order = input['subgroupOrder'] as number[] | undefined
  const subgroups = (input['estimate'] as (number | null)[]).map((value, i) => ({
    name: `g${i}`,
    value,
    population: population[i] as number,
    ...(order && { order: order[i] as number }),
    ...(reference && input['referenceIndex'] === i && { reference: true }),
  }))
  const { measures } = computeGroups({
    subgroups,
    favourable: input['favourable'] === 1,
    ordered: input['ordered'] === 1,
    ...(logit && { slope: 'logit', scale: peerScale(input['estimate'] as (number | null)[]) }),
  })
  return Object.fromEntries(Object.entries(measures).map(([key, measure]) => [key, measure.value]))
}

/** The peer guesses the scale from the largest estimate (1, 100, 1000 …), whatever scale it is told: 48.7 per 1000 counts
 * as 48.7 %. Ours is always given; these values were printed under the guess. */
function peerScale(estimates: readonly (number | null)[]): number {
  const most = Math.max(...estimates.map((value) => value ?? 0))
  return [1, 100, 1000, 10_000, 100_000].find((scale) => most <= scale) ?? Number.NaN
}

/** `expected` holds D and R of the extremes, and the rest with the reference: each is asked for as it was printed. */
function expectedOf(golden: GoldenCase, keep: (key: string) => boolean): GoldenValue {
  const expected = Object.entries(golden.expected as Record<string, GoldenValue>)
  return Object.fromEntries(expected.filter(([key]) => keep(key)))
}

describe('golden: WHO', () => {
  it('has its 21 cases', () => {
    expect(cases).toHaveLength(21)
    expect(referenced).toHaveLength(10)
    expect(slopes).toHaveLength(11)
  })

  it.each(cases)('$id', (golden) => {
    const got = answer(golden, { reference: true })
    const pairs = golden.input['referenceIndex'] === undefined ? [] : ['D', 'R']
    expectGolden(
      golden,
      got,
      expectedOf(golden, (key) => !pairs.includes(key)),
    )
    expect(Object.keys(got).toSorted()).toEqual(Object.keys(golden.expected as object).toSorted())
  })

  it.each(referenced)('$id: D and R of the extremes when no reference is named', (golden) => {
    expectGolden(
      golden,
      answer(golden, { reference: false }),
      expectedOf(golden, (key) => ['D', 'R'].includes(key)),
    )
  })

  it.each(referenced)('$id: D and R of the reference group', (golden) => {
    const got = answer(golden, { reference: true })
    expectGolden(golden, got, alternativesOf(golden)['referenceSubgroup'] as GoldenValue)
  })

  it.each(slopes)('$id: SII and RII of the logistic curve', (golden) => {
    const got = answer(golden, { reference: false, logit: true })
    expectGolden(golden, got, alternativesOf(golden)['logitSingleWeight'] as GoldenValue)
  })
})
