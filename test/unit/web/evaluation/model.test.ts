import { describe, expect, it } from 'vitest'
import { NO_FACTS } from '../../../support/evaluationNode.ts'
import type { EvaluationNode } from '../../../../worker/contract/evaluations.ts'
import { nameIn } from '../../../../web/i18n/nameIn.ts'
import {
  childrenOf,
  indexOf,
  leavesUnder,
  meanOf,
  measureOf,
  pathTo,
  profileNodes,
  rootOf,
  targetText,
} from '../../../../web/features/evaluation/model.ts'

function node(
  code: string,
  parent: string | null,
  kind: EvaluationNode['kind'],
  more: Partial<EvaluationNode> = {},
): EvaluationNode {
  return {
    code,
    parent,
    kind,
    name: `${code}名`,
    nameEn: `${code} name`,
    localWeight: 0.5,
    effectiveWeight: 0.5,
    ...NO_FACTS,
    ...more,
  }
}

const nodes = [
  node('R', null, 'root'),
  node('D1', 'R', 'domain'),
  node('I1', 'D1', 'indicator', { unit: '张', direction: 'benefit', target: 6 }),
  node('I2', 'D1', 'indicator', { unit: '‰', direction: 'cost', target: [1, 2] }),
  node('D2', 'R', 'domain'),
  node('I3', 'D2', 'indicator', { unit: '%', direction: 'benefit' }),
]

describe('the tree', () => {
  it('is walked from root to leaf and back', () => {
    expect(rootOf(nodes)?.code).toBe('R')
    expect(childrenOf(nodes, 'R').map((one) => one.code)).toEqual(['D1', 'D2'])
    expect(pathTo(nodes, 'I2').map((one) => one.code)).toEqual(['R', 'D1', 'I2'])
    expect([...leavesUnder(nodes, 'D1')]).toEqual(['I1', 'I2'])
    expect([...leavesUnder(nodes, 'I3')]).toEqual(['I3'])
    expect(pathTo(nodes, 'none')).toEqual([])
  })
  it('has its domains as profile, or the children of the root without domains', () => {
    expect(profileNodes(nodes).map((one) => one.code)).toEqual(['D1', 'D2'])
    expect(profileNodes([node('R', null, 'root'), node('X', 'R', 'indicator')]).map((one) => one.code)).toEqual(['X'])
  })
})

describe('measureOf', () => {
  const result = { scores: { R: [70, null], D1: [60, 80] }, values: { I1: [4.25, 6.5], I2: [1, 3] } }
  it('reads a node as scores', () =>
    expect(measureOf(nodes, result, 'D1', 'zh-CN', '分')).toMatchObject({
      name: 'D1名',
      isIndicator: false,
      unit: '分',
      better: 'high',
      target: null,
      values: [60, 80],
      max: 100,
    }))
  it('reads an indicator as raw values with its unit, direction and single target', () => {
    expect(measureOf(nodes, result, 'I1', 'en', 'points')).toMatchObject({
      name: 'I1 name',
      isIndicator: true,
      unit: 'beds',
      better: 'high',
      target: 6,
      values: [4.25, 6.5],
      max: undefined,
    })
    expect(measureOf(nodes, result, 'I2', 'zh-CN', '分')).toMatchObject({ better: 'low', target: null })
  })
  it('has no column for what the period does not carry', () =>
    expect(measureOf(nodes, result, 'I3', 'zh-CN', '分')?.values).toEqual([]))
})

describe('indices', () => {
  const indices = {
    n: 2,
    missing: 0,
    mean: 1,
    unweighted: { gini: { value: 0.2 }, theilL: { value: null, reason: 'non-positive-value' } },
    weighted: null,
  }
  it('come with their reason when there is none', () => {
    expect(indexOf(indices, 'gini', false)).toEqual({ value: 0.2 })
    expect(indexOf(indices, 'theilL', false)).toEqual({ value: null, reason: 'non-positive-value' })
    expect(indexOf(indices, 'gini', true)).toEqual({ value: null, reason: 'no-weight' })
    expect(indexOf(undefined, 'gini', false)).toEqual({ value: null, reason: undefined })
  })
})

describe('meanOf', () => {
  it('leaves missing out and weighs by population', () => {
    expect(meanOf([1, null, 3], null)).toBe(2)
    expect(meanOf([1, null, 3], [3, 5, 1])).toBe(1.5)
  })
  it('falls back to areas alike when a needed weight is missing', () => expect(meanOf([1, 3], [3, null])).toBe(2))
  it('of nothing is nothing', () => expect(meanOf([null], null)).toBeNull())
})

it('names and targets in words', () => {
  expect(nameIn('en', { name: '名', nameEn: '' })).toBe('名')
  expect(targetText([1, 2], String)).toBe('1–2')
  expect(targetText(null, String)).toBe('—')
})
