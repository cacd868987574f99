import { describe, expect, it } from 'vitest'
import type { Area } from '../../../../worker/contract/areas.ts'
import type { MethodOptions, TreeNode } from '../../../../worker/contract/frameworks.ts'
import {
  domainFill,
  doubtsOf,
  leafAreas,
  leavesOf,
  periodFill,
  suggestedPeriods,
} from '../../../../web/features/evaluation/new/draft.ts'
import { EQUALITY_DEFAULTS } from '../../../support/evaluationNode.ts'

const completeness = {
  periods: ['2022', '2023', '2024'],
  expected: 4,
  domains: [],
  indicators: [
    { code: 'I1', name: '甲', nameEn: '', domainCode: 'D1', filled: [0, 4, 4] },
    { code: 'I2', name: '乙', nameEn: '', domainCode: 'D2', filled: [1, 3, 0] },
  ],
}
const method: MethodOptions = {
  treatment: 'none',
  imputation: 'none',
  normalisation: 'minmax',
  bounds: 'pooled',
  weighting: 'given',
  aggregation: 'arithmetic',
  missing: 'renormalise',
  minCoverage: 2 / 3,
  ...EQUALITY_DEFAULTS,
}
const leaf = (code: string, target: number | null): TreeNode => ({
  code,
  name: code,
  nameEn: '',
  kind: 'indicator',
  weight: 1,
  indicator: {
    unit: '',
    direction: 'benefit',
    target,
    goalposts: null,
    floor: null,
    layer: '',
    department: '',
    numerator: '',
    denominator: '',
    source: '',
    plausibleLow: null,
    plausibleHigh: null,
  },
})
const area = (code: string, parentCode: string | null): Area => ({
  id: code,
  code,
  name: code,
  nameEn: '',
  parentCode,
  setting: null,
  grouping: '',
  sort: 0,
})
const tree: TreeNode = {
  code: 'R',
  name: 'R',
  nameEn: '',
  kind: 'root',
  weight: 1,
  children: [leaf('I1', 5), leaf('I2', null)],
}

describe('completeness', () => {
  it('counts a period over all indicators', () =>
    expect(periodFill(completeness, 1)).toEqual({ filled: 7, expected: 8 }))
  it('suggests the periods that hold at least half', () =>
    expect(suggestedPeriods(completeness)).toEqual(['2023', '2024']))
  it('sums a domain over the chosen periods', () =>
    expect(domainFill(completeness, ['2023', '2024'])).toEqual([
      { code: 'D1', filled: 8, expected: 8 },
      { code: 'D2', filled: 3, expected: 8 },
    ]))
  it('expects values of a period nobody has filled', () =>
    expect(domainFill(completeness, ['2030'])[0]).toEqual({ code: 'D1', filled: 0, expected: 4 }))
})

describe('doubtsOf', () => {
  const input = {
    completeness,
    periods: ['2023', '2024'],
    periodsWithPeople: new Set(['2023', '2024']),
    areaCount: 4,
    method,
    leaves: leavesOf(tree),
  }
  it('tells what is missing and that four areas are few', () =>
    expect(doubtsOf(input)).toEqual([
      { kind: 'missing', count: 5, share: 5 / 16 },
      { kind: 'small', count: 4 },
    ]))
  it('names indicators without any value and periods without populations', () => {
    expect(doubtsOf({ ...input, periods: ['2024'], periodsWithPeople: new Set() })).toContainEqual({
      kind: 'indicator',
      codes: ['I2'],
    })
    expect(doubtsOf({ ...input, periodsWithPeople: new Set(['2023']) })).toContainEqual({
      kind: 'population',
      periods: ['2024'],
    })
  })
  it('counts what the method needs and the framework lacks', () => {
    expect(doubtsOf({ ...input, method: { ...method, normalisation: 'target' } })).toContainEqual({
      kind: 'targets',
      count: 1,
    })
    expect(doubtsOf({ ...input, method: { ...method, bounds: 'goalposts' } })).toContainEqual({
      kind: 'goalposts',
      count: 2,
    })
  })
  it('warns that sample bounds do not compare over time, but not for one period', () => {
    const sample = { ...method, bounds: 'sample' } as const
    expect(doubtsOf({ ...input, method: sample })).toContainEqual({ kind: 'sample' })
    expect(doubtsOf({ ...input, method: sample, periods: ['2023'] })).not.toContainEqual({ kind: 'sample' })
  })
  it('has nothing to say about full data on enough areas', () =>
    expect(
      doubtsOf({
        ...input,
        areaCount: 12,
        periods: ['2023'],
        completeness: {
          ...completeness,
          indicators: [{ code: 'I1', name: '', nameEn: '', domainCode: 'D1', filled: [0, 4, 4] }],
        },
      }),
    ).toEqual([]))
})

it('areas without children are the leaves', () => {
  expect(
    leafAreas([area('1', null), area('11', '1'), area('12', '1'), area('2', null)]).map((one) => one.code),
  ).toEqual(['11', '12', '2'])
})
