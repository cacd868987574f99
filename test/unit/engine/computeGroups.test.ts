import { describe, expect, it } from 'vitest'
import type { GroupsRequest } from '../../../worker/engine/computeGroups.ts'
import { computeGroups } from '../../../worker/engine/computeGroups.ts'
import type { InputFault } from '../../../worker/engine/types.ts'
import { EngineInputError } from '../../../worker/engine/types.ts'

const quintiles = [20, 30, 40, 50, 60].map((value, i) => ({ name: `Q${i + 1}`, value, population: 100 }))

function faultsOf(request: GroupsRequest): readonly InputFault[] {
  try {
    computeGroups(request)
  } catch (error) {
    if (error instanceof EngineInputError) return error.faults
    throw error
  }
  return []
}

describe('computeGroups', () => {
  it('hand-checked on five equal groups, 20 to 60', () => {
    const { measures } = computeGroups({ subgroups: quintiles, favourable: true, ordered: true })
    expect(measures.D).toEqual({ value: 40 })
    expect(measures.R).toEqual({ value: 3 })
    expect(measures.SII?.value).toBeCloseTo(50, 12)
    expect(measures.RII?.value).toBeCloseTo(65 / 15, 12)
    expect(measures.ACI?.value).toBeCloseTo(8, 12)
    expect(measures.RCI?.value).toBeCloseTo(0.2, 12)
    expect(measures.BGV?.value).toBeCloseTo(200, 12)
    expect(measures.PAR).toEqual({ value: 20 })
    expect(measures.PAF).toEqual({ value: 50 })
    expect(measures.MDBU).toEqual({ value: 20 })
    expect(measures.MDMU).toEqual({ value: 12 })
    expect(measures.IDISW).toEqual({ value: 30 })
    expect(measures).not.toHaveProperty('MDRU')
  })

  it('turns the direction for adverse indicators', () => {
    const { measures } = computeGroups({ subgroups: quintiles.toReversed(), favourable: false, ordered: true })
    expect(measures.D).toEqual({ value: 40 })
    expect(measures.PAR).toEqual({ value: -20 })
    expect(measures.MDBU).toEqual({ value: 20 })
  })

  it('is 0, not negative, where the reference does worse than the average', () => {
    const { measures } = computeGroups({ subgroups: quintiles.toReversed(), favourable: true, ordered: true })
    expect([measures.PAR, measures.PAF]).toEqual([{ value: 0 }, { value: 0 }])
  })

  it('compares with the reference group when one is named, and says why not otherwise', () => {
    const subgroups = quintiles.map((group, i) => ({ ...group, reference: i === 2 }))
    expect(computeGroups({ subgroups, favourable: true, ordered: false }).measures.MDRU).toEqual({ value: 12 })
    const asked = computeGroups({
      subgroups: quintiles,
      favourable: true,
      ordered: false,
      measures: ['MDRU', 'ACI', 'D'],
    })
    expect(asked.measures).toEqual({
      MDRU: { value: null, reason: 'missing-group' },
      ACI: { value: null, reason: 'not-applicable' },
      D: { value: 40 },
    })
  })

  it('measures from the setting average when one is given', () => {
    const { measures, convention } = computeGroups({
      subgroups: quintiles,
      favourable: true,
      ordered: true,
      settingAverage: 45,
    })
    expect(measures.MDMU).toEqual({ value: (25 + 15 + 5 + 5 + 15) / 5 })
    expect(measures.MDMW).toEqual({ value: 12 })
    expect(measures.PAR).toEqual({ value: 20 })
    expect(convention).toContain('setting average 45')
    const unpopulated = quintiles.map(({ name, value }) => ({ name, value }))
    expect(
      computeGroups({ subgroups: unpopulated, favourable: true, ordered: true, settingAverage: 45 }).measures.PAR,
    ).toEqual({ value: 15 })
  })

  it('drops a group without a value, and gives reasons when too few are left', () => {
    const { measures, convention } = computeGroups({
      subgroups: [...quintiles, { name: 'Q6', value: null, population: 9e9 }],
      favourable: true,
      ordered: true,
    })
    expect(measures.BGV?.value).toBeCloseTo(200, 12)
    expect(convention).toContain('1 groups without a value')
    const few = computeGroups({ subgroups: quintiles.slice(0, 1), favourable: true, ordered: true })
    expect(new Set(Object.values(few.measures).map((measure) => measure.reason))).toEqual(new Set(['too-few-areas']))
    const nobody = computeGroups({
      subgroups: quintiles.map((group) => ({ ...group, population: 0 })),
      favourable: true,
      ordered: true,
    })
    expect(nobody.measures.D).toEqual({ value: null, reason: 'no-weight' })
  })

  it('names every fault of a request by its path', () => {
    const faults = faultsOf({
      subgroups: [
        { name: 'a', value: Number.NaN, population: -1, order: 1, reference: true },
        { name: 'b', value: 2, order: 1, reference: true },
      ],
      favourable: true,
      ordered: true,
      settingAverage: Infinity,
      measures: ['D', 'X' as 'D'],
    })
    expect(faults.map((fault) => fault.path)).toEqual([
      'subgroups[0].value',
      'subgroups[0].population',
      'subgroups[1].population',
      'subgroups',
      'subgroups[1].order',
      'settingAverage',
      'measures[1]',
    ])
  })
})
