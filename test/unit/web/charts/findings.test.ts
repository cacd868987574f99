import { describe, expect, it } from 'vitest'
import { altText, subtitleOf } from '../../../../web/charts/alt-text.ts'
import {
  changeFinding,
  degreeFinding,
  intervalFinding,
  lorenzAt,
  lorenzFinding,
  partsFinding,
  profileFinding,
  quadrantFinding,
  rankingFinding,
  trendFinding,
} from '../../../../web/charts/findings.ts'
import { rankItems } from '../../../../web/charts/ranking.ts'

const rows = rankItems([
  { key: 'a', label: '甲区', value: 92.1 },
  { key: 'b', label: '乙区', value: 61.4 },
  { key: 'c', label: '丙区', value: null },
  { key: 'd', label: '丁区', value: 80 },
])

describe('rankingFinding', () => {
  it('names highest, lowest, their distance and who misses the target; a missing area counts nowhere', () => {
    expect(rankingFinding({ lang: 'zh-CN', what: '综合得分', unit: '分', rows, target: 80 })).toBe(
      '综合得分：甲区最高（92.1\u00A0分），乙区最低（61.4\u00A0分），相差 30.7\u00A0分；3 个地区中 1 个未达到目标',
    )
    expect(rankingFinding({ lang: 'en', what: 'Score', rows, target: 60 })).toBe(
      'Score: highest in 甲区 (92.1), lowest in 乙区 (61.4), 30.7 apart; all reach the target',
    )
  })
  it('turns the target round when low is better', () =>
    expect(rankingFinding({ lang: 'zh-CN', what: '死亡率', rows, target: 80, better: 'low' })).toContain(
      '3 个地区中 1 个未达到目标',
    ))
  it('says when all are equal, when there is one, when there is none', () => {
    expect(
      rankingFinding({
        lang: 'zh-CN',
        what: 'x',
        unit: '%',
        rows: rankItems([
          { key: 'a', label: '甲', value: 5 },
          { key: 'b', label: '乙', value: 5 },
        ]),
      }),
    ).toBe('x：各地区相同，均为 5%')
    expect(rankingFinding({ lang: 'zh-CN', what: 'x', rows: rankItems([{ key: 'a', label: '甲', value: 5 }]) })).toBe(
      'x：甲 5',
    )
    expect(rankingFinding({ lang: 'en', what: 'x', rows: [] })).toBe('No area has a value for x')
  })
})

describe('degreeFinding', () => {
  const convention = '变异系数法 · 按人口加权'
  it('always states the convention', () =>
    expect(
      degreeFinding({
        lang: 'zh-CN',
        index: '变异系数',
        value: 0.127,
        degree: 87.3,
        convention,
        before: { period: '2023年', degree: 86.1 },
      }),
    ).toBe('均等化程度 87.3（变异系数法 · 按人口加权），较2023年提高 1.2'))
  it('says level when the change would round to nothing', () =>
    expect(
      degreeFinding({
        lang: 'en',
        index: 'CV',
        value: 0.127,
        degree: 87.3,
        convention: 'coefficient of variation',
        before: { period: '2023', degree: 87.31 },
      }),
    ).toBe('Degree of equality 87.3 (coefficient of variation); as in 2023'))
  it('gives the reason when there is no degree', () =>
    expect(
      degreeFinding({
        lang: 'zh-CN',
        index: '泰尔指数 L',
        value: null,
        degree: null,
        convention,
        reason: '有地区为零',
      }),
    ).toBe('无均等化程度：有地区为零'))
})

describe('trendFinding', () => {
  const periods = ['2021', '2022', '2023']
  it('goes from the first to the last known period', () =>
    expect(trendFinding({ lang: 'zh-CN', what: '基尼系数', periods, values: [0.182, null, 0.127], digits: 3 })).toBe(
      '基尼系数：由2021年的 0.182 降至2023年的 0.127',
    ))
  it('calls a change that cannot be seen level', () =>
    expect(trendFinding({ lang: 'en', what: 'Score', periods, values: [70, 71, 70] })).toBe(
      'Score: unchanged at 70 from 2021 to 2023',
    ))
  it('does not invent a trend from one period or none', () => {
    expect(trendFinding({ lang: 'zh-CN', what: '得分', unit: '分', periods, values: [null, 70, null] })).toBe(
      '得分：2022年 70\u00A0分',
    )
    expect(trendFinding({ lang: 'zh-CN', what: '得分', periods, values: [null, null, null] })).toBe(
      '得分：这些时期没有数值',
    )
  })
})

it('counts quadrants in words', () => {
  expect(quadrantFinding('zh-CN', { n: 11, best: 4, worst: 3 })).toBe(
    '11 个中，得分与均等化都高于这 11 个均值的有 4 个，都低于的有 3 个',
  )
  expect(quadrantFinding('en', { n: 3, best: 0, worst: 1 })).toBe(
    '0 of 3 above the mean of these 3 in both score and equality, 1 below it in both',
  )
})

it('splits an index into shares, and says when it cannot', () => {
  expect(partsFinding('zh-CN', '泰尔指数 T', '城乡', 0.0624, 0.1)).toBe(
    '按城乡分解泰尔指数 T：62.4% 来自组间，37.6% 来自组内',
  )
  expect(partsFinding('en', 'Theil T', 'setting', 0, 0)).toBe('Theil T cannot be split by setting')
})

it('names strongest and weakest of a profile, without the missing', () => {
  expect(
    profileFinding('zh-CN', '甲区', [
      { label: '教育', value: 91.2 },
      { label: '养老', value: 63 },
      { label: '住房', value: null },
    ]),
  ).toBe('甲区：教育最强（91.2），养老最弱（63.0）')
  expect(profileFinding('en', 'A', [{ label: 'x', value: 1 }])).toBe('A: too few domains have a score')
})

it('counts who rose and fell among areas that have both periods', () => {
  expect(changeFinding('en', [{ label: 'A', from: 1, to: 2 }])).toBe('1 rose; largest move: A (+1)')
  expect(
    changeFinding('zh-CN', [
      { label: '甲', from: 60, to: 66.6 },
      { label: '乙', from: 70, to: 69 },
      { label: '丙', from: null, to: 9 },
    ]),
  ).toBe('1 个上升，1 个下降；变化最大的是甲（+6.6）')
})

it('tells how firm ranks are', () => {
  expect(
    intervalFinding(
      'en',
      [
        { label: 'A', low: 1, high: 1 },
        { label: 'B', low: 2, high: 2 },
      ],
      'the weights',
    ),
  ).toBe('Varying the weights: none of the 2 ranks moves in 90% of the runs')
  expect(
    intervalFinding(
      'zh-CN',
      [
        { label: '甲', low: 1, high: 1 },
        { label: '乙', low: 2, high: 5 },
      ],
      '权重',
    ),
  ).toBe('变动权重：2 个地区中 1 个的名次在 90% 的试算中不变；最不确定的是乙（第 2–5 名）')
})

describe('lorenz', () => {
  const points = [
    [0, 0],
    [0.5, 0.3],
    [1, 1],
  ] as const
  it('reads the curve between its points', () => {
    expect(lorenzAt(points, 0.25)).toBeCloseTo(0.15, 12)
    expect(lorenzAt(points, 0.5)).toBeCloseTo(0.3, 12)
    expect(lorenzAt([], 0.4)).toBeNull()
  })
  it('states what the lowest 40 % hold', () =>
    expect(lorenzFinding('en', 'beds', points, 0.2)).toBe('Gini 0.200: the lowest 40% hold 24.0% of beds'))
})

describe('altText', () => {
  it('holds kind, finding, measure and the points, and says when it stops', () => {
    const text = altText({
      lang: 'zh-CN',
      kind: 'bars',
      title: '甲区最高',
      subtitle: '综合得分 · 2024',
      readouts: Array.from({ length: 12 }, (_, i) => `区${i}：${i}`),
      demo: true,
    })
    expect(text.startsWith('横条图：甲区最高。综合得分 · 2024。区0：0；')).toBe(true)
    expect(text).toContain('区9：9；其余见数据表')
    expect(text).not.toContain('区10')
    expect(text.endsWith('演示数据，非真实统计。')).toBe(true)
  })
  it('leaves out what there is none of', () =>
    expect(subtitleOf({ lang: 'en', indicator: 'Score', period: '2024', n: 3 })).toBe('Score · 2024 · n = 3'))
})
