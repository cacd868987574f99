/** The 21 cases of WHO's measures, through the entry point that the API calls. */
import { describe, expect, it } from 'vitest'
import { computeGroups } from '../../worker/engine/computeGroups.ts'
import type { GoldenCase } from '../support/golden.ts'
import { expectGolden, loadGolden } from '../support/golden.ts'

const { cases } = loadGolden('who')

function answer(golden: GoldenCase): Record<string, number | null | undefined> {
  const { input } = golden
  const population = input['population'] as number[]
  const order = input['subgroupOrder'] as number[] | undefined
  const subgroups = (input['estimate'] as (number | null)[]).map((value, i) => ({
    name: `g${i}`,
    value,
    population: population[i] as number,
    ...(order && { order: order[i] as number }),
    ...(input['referenceIndex'] === i && { reference: true }),
  }))
  const { measures } = computeGroups({
    subgroups,
    favourable: input['favourable'] === 1,
    ordered: input['ordered'] === 1,
  })
  return Object.fromEntries(Object.entries(measures).map(([key, measure]) => [key, measure.value]))
}

describe('golden: WHO', () => {
  it('has its 21 cases', () => expect(cases).toHaveLength(21))

  it.each(cases)('$id', (golden) => {
    const got = answer(golden)
    expectGolden(golden, got)
    expect(Object.keys(got).toSorted()).toEqual(Object.keys(golden.expected as object).toSorted())
  })
})
