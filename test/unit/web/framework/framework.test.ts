/** The pure parts of the framework page: the unsaved layer, targets as text, and the tree as rows. */
import { describe, expect, it } from 'vitest'
import { applyEdits, changesOf, withEdit, type Edits } from '../../../../web/features/framework/edits.ts'
import { parseTarget, targetText } from '../../../../web/features/framework/targetText.ts'
import { treeFaults } from '../../../../web/features/framework/treeFaults.ts'
import { matching, treeRows, unfolded } from '../../../../web/features/framework/treeRows.ts'
import { frameworkWords } from '../../../../web/words/frameworks.ts'
import type { FrameworkBody, TreeNode } from '../../../../worker/contract/frameworks.ts'
import { EQUALITY_DEFAULTS } from '../../../support/evaluationNode.ts'

const leaf = (code: string, weight: number, target: number | [number, number] | null = null): TreeNode => ({
  code,
  name: `指标${code}`,
  nameEn: `Indicator ${code}`,
  kind: 'indicator',
  weight,
  indicator: {
    unit: '%',
    direction: 'benefit',
    target,
    goalposts: null,
    floor: null,
    layer: '基础',
    department: code === 'b1' ? '教育' : '卫生健康',
    numerator: '',
    denominator: '',
    source: '',
    plausibleLow: null,
    plausibleHigh: null,
  },
})
const BODY: FrameworkBody = {
  root: {
    code: 'root',
    name: '根',
    nameEn: 'Root',
    kind: 'root',
    weight: 1,
    children: [
      {
        code: 'a',
        name: '甲',
        nameEn: 'A',
        kind: 'domain',
        weight: 3,
        children: [leaf('a1', 1, 90), leaf('a2', 3, [75, 90])],
      },
      { code: 'b', name: '乙', nameEn: 'B', kind: 'domain', weight: 1, children: [leaf('b1', 2)] },
    ],
  },
  method: {
    treatment: 'none',
    imputation: 'none',
    normalisation: 'minmax',
    bounds: 'pooled',
    weighting: 'given',
    aggregation: 'arithmetic',
    missing: 'renormalise',
    minCoverage: 2 / 3,
    ...EQUALITY_DEFAULTS,
  },
}
const node = (code: string): TreeNode => {
  const found = treeRows(BODY.root, 'given').find((row) => row.node.code === code)
  if (found === undefined) throw new Error(code)
  return found.node
}

describe('the unsaved layer', () => {
  it('holds what differs from what is saved, and nothing else', () => {
    const one = withEdit({}, node('a1'), { weight: 5 })
    expect(one).toEqual({ a1: { weight: 5 } })
    expect(withEdit(one, node('a1'), { target: null })).toEqual({ a1: { weight: 5, target: null } })
    expect(withEdit(one, node('a1'), { weight: 1 })).toEqual({})
    expect(withEdit({}, node('a2'), { target: [75, 90] })).toEqual({})
  })

  it('lies over the tree without touching it', () => {
    const edits: Edits = { a: { weight: 2 }, a1: { target: [80, 95] }, b1: { target: 0 } }
    const edited = applyEdits(BODY, edits)
    expect(edited.root.children?.[0]).toMatchObject({
      weight: 2,
      children: [
        { code: 'a1', indicator: { target: [80, 95] } },
        { code: 'a2', indicator: { target: [75, 90] } },
      ],
    })
    expect(edited.root.children?.[1]?.children?.[0]?.indicator?.target).toBe(0)
    expect(node('a1').indicator?.target).toBe(90)
    expect(applyEdits(BODY, {})).toEqual(BODY)
  })

  it('names its changes in the order of the tree, and drops those of nodes that are gone', () => {
    const edits: Edits = { b1: { weight: 4 }, a1: { target: null, weight: 2 }, gone: { weight: 9 }, a2: { weight: 3 } }
    expect(changesOf(BODY, edits).map((c) => [c.node?.code, c.field, c.from, c.to])).toEqual([
      ['a1', 'weight', 1, 2],
      ['a1', 'target', 90, null],
      ['b1', 'weight', 2, 4],
    ])
  })
})

describe('targets as text', () => {
  it.each([
    ['90', 90],
    ['', null],
    ['  ', null],
    ['７５．５', 75.5],
    ['1,200', 1200],
    ['75-90', [75, 90]],
    ['75–90', [75, 90]],
    ['75 至 90', [75, 90]],
    ['75～90', [75, 90]],
    ['-5', -5],
    ['-5 - -1', [-5, -1]],
    ['90-75', undefined],
    ['九十', undefined],
    ['75-', undefined],
    ['1-2-3', undefined],
  ] as const)('%s', (text, target) => {
    expect(parseTarget(text)).toEqual(target)
  })
  it('reads back what it writes', () => {
    for (const target of [90, 0.5, null, [75, 90] as const]) expect(parseTarget(targetText(target))).toEqual(target)
  })
})

describe('the tree as rows', () => {
  it('shares weights among siblings and down the path', () => {
    const rows = treeRows(BODY.root, 'given')
    expect(rows.map((r) => [r.node.code, r.depth, r.local, r.effective])).toEqual([
      ['root', 0, 1, 1],
      ['a', 1, 0.75, 0.75],
      ['a1', 2, 0.25, 0.1875],
      ['a2', 2, 0.75, 0.5625],
      ['b', 1, 0.25, 0.25],
      ['b1', 2, 1, 0.25],
    ])
    expect(treeRows(BODY.root, 'equal').map((r) => r.effective)).toEqual([1, 0.5, 0.25, 0.25, 0.5, 0.5])
    expect(
      treeRows(applyEdits(BODY, { a: { weight: 0 }, b: { weight: 0 } }).root, 'given').map((r) => r.effective),
    ).toEqual([1, null, null, null, null, null])
  })

  it('folds whole branches and finds indicators with what stands above them', () => {
    const rows = treeRows(BODY.root, 'given')
    expect(unfolded(rows, new Set(['a'])).map((r) => r.node.code)).toEqual(['root', 'a', 'b', 'b1'])
    expect(unfolded(rows, new Set(['root'])).map((r) => r.node.code)).toEqual(['root'])
    expect(matching(rows, ' ')).toBeNull()
    expect([...(matching(rows, '教育') ?? [])]).toEqual(['b1', 'b', 'root'])
    expect([...(matching(rows, 'indicator A2') ?? [])]).toEqual(['a2', 'a', 'root'])
    expect(matching(rows, '没有')?.size).toBe(0)
  })

  it('says beside the field what the server would refuse', () => {
    const words = frameworkWords.en
    const faults = (body: FrameworkBody, unreadable: string[] = []) =>
      treeFaults(treeRows(body.root, body.method.weighting), body.method, new Set(unreadable), words)
    expect(faults(BODY).size).toBe(0)
    expect(faults(applyEdits(BODY, { a1: { weight: 0 }, a2: { weight: 0 } })).get('a')?.node).toContain(
      'must not all be 0',
    )
    expect(faults(BODY, ['a1.weight']).get('a1')?.weight).toBe(words.badWeight)
    expect(faults({ ...BODY, method: { ...BODY.method, normalisation: 'target' } }).get('b1')?.target).toBe(
      words.needsTarget,
    )
  })
})
