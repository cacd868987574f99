import { describe, expect, it } from 'vitest'
import { INDICATORS } from '../../../db/seed/indicators/indicators.ts'
import { goalposts } from '../../../db/seed/templates/indicatorNode.ts'
import { SEED_TEMPLATES } from '../../../db/seed/templates/templates.ts'
import { digestOf } from '../../../worker/engine/digest/digestOf.ts'
import { FrameworkBody, type TreeNode } from '../../../worker/routes/frameworks/schema.ts'

/** Versions already out. A digest that no longer fits means that a published template was edited: add a version instead. */
const PUBLISHED = {
  'tpl_national_supply@1': 'sha256:0e8ed9ed41ef06c45bf23d080d4e01c4af12584bb3f564358dffb391df6c15ec',
  'tpl_three_dimensions@1': 'sha256:7be41734f1958bf032da480fb35f75335c22e559177dc50607d74ba735b17684',
  'tpl_joint_health@1': 'sha256:674666a4b2e400c53777d0f501f91d888b7cf40294f882ec6cba24942d9898dd',
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

  it('hold 56, 74 and 14 indicators, each with goalposts that contain its target', () => {
    const counts = SEED_TEMPLATES.map((t) => nodes(t.body.root).filter((n) => n.kind === 'indicator').length)
    expect(counts).toEqual([56, 74, 14])
    for (const template of SEED_TEMPLATES) {
      for (const { code, indicator } of nodes(template.body.root).filter((n) => n.kind === 'indicator')) {
        const [low, high] = indicator?.goalposts ?? [0, 0]
        expect(low, code).toBeLessThan(high)
        if (typeof indicator?.target === 'number')
          expect([low <= indicator.target, indicator.target <= high], code).toEqual([true, true])
      }
    }
  })

  it('cover nine domains and 22 categories, weighted by the number of national items', () => {
    const national = nodes(SEED_TEMPLATES[0]?.body.root ?? ({} as TreeNode))
    expect(national.filter((n) => n.kind === 'domain')).toHaveLength(9)
    expect(national.filter((n) => n.kind === 'category')).toHaveLength(22)
    expect(national.filter((n) => n.kind === 'category').reduce((sum, n) => sum + n.weight, 0)).toBe(80)
  })
})

describe('goalposts', () => {
  it('widen the usual range by a quarter and stop at 100 %', () => {
    expect(goalposts({ unit: '%', low: 85, high: 99, target: null })).toEqual([81.5, 100])
    expect(goalposts({ unit: '人/千人', low: 1.8, high: 5.5, target: 3.2 })).toEqual([0.875, 6.425])
  })
  it('let a gross rate pass 100 and never fall below zero', () => {
    expect(goalposts({ unit: '%', low: 75, high: 105, target: 90 })).toEqual([67.5, 112.5])
    expect(goalposts({ unit: '1/10万', low: 0, high: 25, target: null })).toEqual([0, 31.25])
  })
  it('reach out to a target beyond the usual range', () => {
    expect(goalposts({ unit: '%', low: 10, high: 20, target: 60 })).toEqual([7.5, 60])
  })
  it('belong to 74 indicators with unique codes', () => {
    expect(new Set(INDICATORS.map((i) => i.code)).size).toBe(74)
  })
})
