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

  it('compares D and R of unordered groups with the reference group, the other way round for adverse ones', () => {
    const subgroups = quintiles.map((group, i) => ({ ...group, reference: i === 3 }))
    const favourable = computeGroups({ subgroups, favourable: true, ordered: false })
    expect([favourable.measures.D, favourable.measures.R]).toEqual([{ value: 30 }, { value: 2.5 }])
    expect(favourable.convention).toContain('the reference group with the smallest')
    const adverse = computeGroups({ subgroups, favourable: false, ordered: false })
    expect([adverse.measures.D, adverse.measures.R]).toEqual([{ value: 10 }, { value: 1.2 }])
    expect(adverse.convention).toContain('the largest with the reference group')
    const ordered = computeGroups({ subgroups, favourable: true, ordered: true })
    expect(ordered.measures.D).toEqual({ value: 40 })
    expect(ordered.convention).toContain('a reference group serves MDRU and MDRW alone')
  })

  it('never puts another pair in the place of a reference group without a value', () => {
    const subgroups = quintiles.map((group, i) => (i === 3 ? { ...group, value: null, reference: true } : group))
    const { measures } = computeGroups({ subgroups, favourable: true, ordered: false })
    const missing = { value: null, reason: 'missing-group' }
    expect([measures.D, measures.R, measures.MDRU]).toEqual([missing, missing, missing])
  })

  it('fits SII and RII on a logistic curve when asked, and says so', () => {
    const request = { subgroups: quintiles, favourable: true, ordered: true, slope: 'logit', scale: 100 } as const
    const { measures, convention } = computeGroups(request)
    // 20 … 60 % is symmetric about 40 %, not about 50 %: the curve lies within the straight line's 50 points.
    expect(measures.SII?.value).toBeGreaterThan(45)
    expect(measures.SII?.value).toBeLessThan(50)
    expect(convention).toContain('logistic curve of value/100')
    const tenfold = quintiles.map((group) => ({ ...group, population: 1000 }))
    expect(computeGroups({ ...request, subgroups: tenfold }).measures.SII?.value).toBeCloseTo(
      measures.SII?.value ?? 0,
      12,
    )
    const reversed = computeGroups({ ...request, subgroups: quintiles.toReversed() }).measures
    expect(reversed.SII?.value).toBeCloseTo(-(measures.SII?.value ?? 0), 12)
    expect((reversed.RII?.value ?? 0) * (measures.RII?.value ?? 0)).toBeCloseTo(1, 12)
  })

  it('keeps the logistic curve finite at its ends: nearly none, nearly all, and everything the same', () => {
    expect(curveOf([1e-9, 100 - 1e-9]).SII?.value).toBeCloseTo(100, 6)
    expect(curveOf([1e-9, 1e-9, 100 - 1e-9]).RII?.value).toBeGreaterThan(1)
    expect(curveOf([30, 30, 30]).SII?.value).toBeCloseTo(0, 10)
    expect(curveOf([30, 30, 30]).RII?.value).toBeCloseTo(1, 10)
  })

  it('refuses a logistic slope without its scale, or with values that the scale cannot hold', () => {
    const request = { subgroups: quintiles, favourable: true, ordered: true, slope: 'logit' } as const
    expect(faultsOf(request)).toMatchObject([{ path: 'scale', code: 'required' }])
    expect(faultsOf({ ...request, scale: 0 })).toMatchObject([{ path: 'scale', code: 'number' }])
    expect(faultsOf({ ...request, scale: 60 })).toMatchObject([{ path: 'subgroups[4].value', code: 'outside-scale' }])
    const zero = quintiles.map((group, i) => (i === 0 ? { ...group, value: 0 } : group))
    expect(faultsOf({ ...request, subgroups: zero, scale: 100 })[0]?.message).toContain('use slope linear')
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

/** Percentages of groups of 1, 2, 3 … people. */
function curveOf(values: readonly number[]) {
  return computeGroups({
    subgroups: values.map((value, i) => ({ name: `g${i}`, value, population: 1 + i })),
    favourable: true,
    ordered: true,
    slope: 'logit',
    scale: 100,
  }).measures
}
