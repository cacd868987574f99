import { describe, expect, it } from 'vitest'
import { equalityMaximum } from '../../../worker/engine/equality/equalityMaximum.ts'
import { indicatorEquality } from '../../../worker/engine/equality/indicatorEquality.ts'
import { differenceHead, formatDifference, formatSignedDifference } from '../../../web/format/difference.ts'
import { twoConventions } from '../../../web/features/evaluation/degrees.ts'
import { formulaOf } from '../../../web/features/evaluation/formula.ts'
import { applyEdits, changesOf, METHOD_KEY, withEdit, withMethodEdit } from '../../../web/features/framework/edits.ts'
import { faultsByCode } from '../../../web/features/framework/faultsByCode.ts'
import { onlyEstimated } from '../../../web/features/meaning/onlyEstimated.ts'
import { peopleText } from '../../../web/features/meaning/peopleText.ts'
import { meaningWords } from '../../../web/words/meaning.ts'
import { MethodOptions, type TreeNode } from '../../../worker/contract/frameworks.ts'

describe('differences', () => {
  it('of percentages are percentage points, of anything else keep the unit', () => {
    expect(formatDifference(3.5, '%', 'zh-CN')).toBe('3.5\u00A0个百分点')
    expect(formatSignedDifference(-0.25, '%', 'en', 1)).toBe('−0.3\u00A0percentage points')
    expect(formatDifference(1.2, '张/千人', 'zh-CN')).toBe('1.2\u00A0张/千人')
    expect(differenceHead('%', 'zh-CN')).toBe('百分点')
    expect(formatDifference(null, '%', 'zh-CN')).toBe('—')
  })
})

/** As near as n allows to half of the areas at either end. */
const worst = (n: number) => Array.from({ length: n }, (_, i) => (i < Math.floor(n / 2) ? 100 : 0))

describe('the maximum of I', () => {
  it('is what the worst distribution of n areas gives', () => {
    for (const n of [3, 4, 7]) {
      for (const family of ['cv', 'gini'] as const) {
        const bounded = { kind: 'bounded', low: 0, high: 100 } as const
        const { index } = indicatorEquality(worst(n), { scale: bounded, family })
        expect(equalityMaximum(bounded, family, n)).toBeCloseTo(index ?? Number.NaN, 12)
        const one = [1, ...Array.from({ length: n - 1 }, () => 0)]
        const ratio = indicatorEquality(one, { scale: { kind: 'ratio' }, family })
        expect(equalityMaximum({ kind: 'ratio' }, family, n)).toBeCloseTo(ratio.index ?? Number.NaN, 12)
      }
    }
    expect(equalityMaximum({ kind: 'ratio' }, 'cv', 1)).toBeNull()
  })
})

describe('both standard deviations', () => {
  it('differ by the root of n over n − 1', () => {
    const { population, sample } = twoConventions([2, 3, 4], { kind: 'ratio' }, 3)
    expect(population?.degree).toBeCloseTo(100 * (1 - Math.sqrt(2 / 3) / 3), 10)
    expect(sample?.degree).toBeCloseTo(100 * (1 - 1 / 3), 10)
    expect(twoConventions([2, 3], { kind: 'ratio' }, 3)).toEqual({ n: 2, population: null, sample: null })
  })
})

describe('the efficacy formula', () => {
  const method = MethodOptions.parse({ normalisation: 'efficacy', bounds: 'anchors' })
  const write = String
  it('runs through floor and target for benefits and costs alike', () => {
    const node = { direction: 'cost', floor: 20, target: 10 } as const
    expect(formulaOf(method, node, { raw: 15, score: 80, column: [], write })).toBe(
      '60 + 40 × (15 − 20) ÷ (10 − 20) = 80.00',
    )
  })
  it('says where the line was cut off', () => {
    const node = { direction: 'benefit', floor: 1, target: 2 } as const
    expect(formulaOf(method, node, { raw: 3, score: 100, column: [], write })).toBe(
      '60 + 40 × (3 − 1) ÷ (2 − 1) = 140.00 → 100.00',
    )
  })
})

describe('people behind a gap', () => {
  it('never stand without their basis', () => {
    const words = meaningWords['zh-CN']
    expect(peopleText({ people: 1234.4, peopleBasis: 'target-population' }, words, String)).toBe(
      '未覆盖常住人口 1234人',
    )
    expect(peopleText({ people: 50, peopleBasis: 'area-population' }, words, String)).toBe('所在地区常住人口 50人')
    expect(peopleText({ people: null, peopleBasis: null }, words, String)).toBe('人口未知')
  })
})

describe('edits of facts and method', () => {
  const facts = {
    unit: '%',
    direction: 'benefit',
    target: 90,
    goalposts: null,
    floor: 60,
    layer: '',
    department: '',
    numerator: '',
    denominator: '',
    source: '',
    plausibleLow: null,
    plausibleHigh: null,
  } as const
  const leaf: TreeNode = { code: 'a', name: '甲', nameEn: 'A', kind: 'indicator', weight: 1, indicator: { ...facts } }
  const root: TreeNode = { code: 'r', name: '总', nameEn: 'All', kind: 'root', weight: 1, children: [leaf] }
  const body = { root, method: MethodOptions.parse({}) }
  const standard = { kind: 'standard', document: '标准', year: 2023 } as const

  it('keep what differs, drop what was put back, and reach the body', () => {
    const edits = withEdit({}, leaf, { facts: { floor: 60, caution: '', targetSource: standard } })
    expect(edits).toEqual({ a: { facts: { targetSource: standard } } })
    expect(applyEdits(body, edits).root.children?.[0]?.indicator?.targetSource).toEqual(standard)
    expect(changesOf(body, edits).map((one) => one.field)).toEqual(['targetSource'])
    const method = withMethodEdit(edits, body.method, { equalityFamily: 'gini' })
    expect(applyEdits(body, method).method.equalityFamily).toBe('gini')
    expect(withMethodEdit(method, body.method, { equalityFamily: 'cv' })[METHOD_KEY]).toBeUndefined()
  })
  it('find the node that a fault of the server speaks of', () => {
    const found = faultsByCode(root, [
      { path: 'body.root.children[0].indicator.floor', message: 'x' },
      { path: 'body.method.bounds', message: 'y' },
    ])
    expect([...found.keys()]).toEqual(['a'])
  })
  it('tell when nothing but an estimate stands behind the anchors', () => {
    expect(onlyEstimated(facts)).toBe(true)
    expect(onlyEstimated({ ...facts, targetSource: standard })).toBe(false)
    expect(onlyEstimated({ ...facts, target: null, targetSource: standard })).toBe(true)
  })
})
