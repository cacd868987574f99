import { describe, expect, it } from 'vitest'
import { INDICATORS } from '../../../db/seed/indicators/indicators.ts'
import { anchorsOf } from '../../../db/seed/templates/indicatorNode.ts'
import { PLAN_TARGETS } from '../../../worker/reference/plan-targets/targets2025.ts'
import { SEED_TEMPLATES } from '../../../db/seed/templates/templates.ts'
import { digestOf } from '../../../worker/engine/digest/digestOf.ts'
import { evaluateSnapshot } from '../../../worker/services/evaluation/evaluateSnapshot.ts'
import { leavesOf } from '../../../worker/services/framework/body.ts'
import { FrameworkBody, type TreeNode } from '../../../worker/contract/frameworks.ts'

/** Versions already out. A digest that no longer fits means that a published template was edited: add a version instead. */
const PUBLISHED = {
  'tpl_national_supply@2': 'sha256:0625e739b89cf05eb29bbd0a11f79603b5e6bd80e8e591b00d0ec590d7ee2213',
  'tpl_three_dimensions@2': 'sha256:acfeab8942b3540939f002d31cc02e1a4962ba2676795e6b98a0680d74a006ea',
  'tpl_joint_health@2': 'sha256:aa829f703de841ab514021936a63a8b9b446e8799c6b35f1bec99ecba033dbc2',
}

const nodes = (node: TreeNode): TreeNode[] => [node, ...(node.children ?? []).flatMap(nodes)]

describe('seed templates', () => {
  it('keep the digests they were published with', async () => {
    const now = Object.fromEntries(
      await Promise.all(SEED_TEMPLATES.map(async (t) => [`${t.id}@${t.version}`, await digestOf(t.body)])),
    )
    expect(now).toEqual(PUBLISHED)
  })

  it.each(SEED_TEMPLATES.map((t) => [t.slug, t] as const))(
    '%s is a valid body with unique codes and complete English',
    (_slug, template) => {
      expect(FrameworkBody.parse(template.body)).toEqual(template.body)
      const all = nodes(template.body.root)
      expect(new Set(all.map((n) => n.code)).size).toBe(all.length)
      expect(all.filter((n) => n.nameEn === '').map((n) => n.code)).toEqual([])
    },
  )

  it('hold 56, 74 and 14 indicators, each with a floor, a target on its better side, their sources and a scale', () => {
    const counts = SEED_TEMPLATES.map((t) => leavesOf(t.body.root).length)
    expect(counts).toEqual([56, 74, 14])
    for (const template of SEED_TEMPLATES) {
      for (const { code, indicator } of leavesOf(template.body.root)) {
        const { direction, floor, target, targetSource, floorSource, scale } = indicator
        const better = direction === 'benefit' ? Number(target) > Number(floor) : Number(target) < Number(floor)
        expect([better, floorSource?.kind, scale !== undefined], code).toEqual([true, 'estimated', true])
        if (targetSource?.kind === 'plan')
          expect(targetSource, code).toMatchObject({ year: 2025, document: '“十四五”公共服务规划' })
        if (scale?.kind === 'bounded')
          expect([Number(floor) >= scale.low, Number(target) <= scale.high], code).toEqual([true, true])
      }
    }
  })

  it.each(SEED_TEMPLATES.map((t) => [t.slug, t] as const))(
    '%s: an area that meets every target scores 100 everywhere, one at every floor 60, and targets alone realize 100 %%',
    (_slug, { body }) => {
      const leaves = leavesOf(body.root)
      const at = (pick: 'target' | 'floor') => leaves.map((l) => Number(l.indicator[pick]))
      const [met, floor] = [at('target'), at('floor')]
      const { periods, panel } = evaluateSnapshot(
        {
          areas: ['met', 'floor', 'beyond'].map((code) => ({
            code,
            name: code,
            nameEn: code,
            setting: null,
            grouping: '',
          })),
          periods: [
            {
              period: '2025',
              populations: [1, 1, 1],
              values: Object.fromEntries(
                leaves.map((l, k) => {
                  const step = (met[k] ?? 0) - (floor[k] ?? 0)
                  const beyond = (met[k] ?? 0) + step
                  const { scale } = l.indicator
                  const inScale = scale?.kind === 'bounded' ? Math.min(scale.high, Math.max(scale.low, beyond)) : beyond
                  return [l.code, [met[k] ?? null, floor[k] ?? null, inScale]]
                }),
              ),
            },
          ],
        },
        body.root,
        body.method,
      )
      const [result] = periods
      for (const node of panel.nodes) {
        const scores = (node.kind === 'indicator' ? result?.normalised : result?.scores)?.[node.code]
        expect(scores, node.code).toEqual([100, 60, 100])
      }
      expect(result?.realization[body.root.code]?.areas[0]).toBe(100)
      expect(result?.realization[body.root.code]?.cityCoverage).toBeGreaterThanOrEqual(body.method.realizationCoverage)
    },
  )

  it('credit the plan with the targets it has, and no others', () => {
    const planned = new Set(PLAN_TARGETS.indicators.filter((t) => t.comparableBetweenAreas).map((t) => t.target2025))
    const claimed = INDICATORS.filter((i) => i.targetKind === 'plan')
    expect(claimed).toHaveLength(14)
    expect(claimed.filter((i) => i.target === null || !planned.has(i.target)).map((i) => i.code)).toEqual([])
    const ours = ['0204-1', '0301-2', '0403-1', '0701-2', '0801-1', '0801-2', '0801-3', '0902-2']
    expect(INDICATORS.filter((i) => ours.includes(i.code)).map((i) => i.targetKind)).toEqual(
      ours.map(() => 'estimated'),
    )
  })

  it('cover nine domains and 22 categories, weighted by the number of national items', () => {
    const national = nodes(SEED_TEMPLATES[0]?.body.root ?? ({} as TreeNode))
    expect(national.filter((n) => n.kind === 'domain')).toHaveLength(9)
    expect(national.filter((n) => n.kind === 'category')).toHaveLength(22)
    expect(national.filter((n) => n.kind === 'category').reduce((sum, n) => sum + n.weight, 0)).toBe(80)
  })
})

describe('anchors', () => {
  it('are the plan’s target, or the better end of the usual range, and the worse end as floor', () => {
    expect(anchorsOf({ direction: 'benefit', low: 1.8, high: 5.5, target: 3.2 })).toEqual([1.8, 3.2])
    expect(anchorsOf({ direction: 'benefit', low: 85, high: 99, target: null })).toEqual([85, 99])
    expect(anchorsOf({ direction: 'cost', low: 1, high: 1.6, target: 1 })).toEqual([1.6, 1])
    expect(anchorsOf({ direction: 'cost', low: 0, high: 25, target: null })).toEqual([25, 0])
  })
  it('belong to 74 indicators with unique codes', () => {
    expect(new Set(INDICATORS.map((i) => i.code)).size).toBe(74)
  })
})
