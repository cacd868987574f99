import { describe, expect, it } from 'vitest'
import { findByLabel, intervalOf, rankItems, startFor, windowOf } from '../../../../web/charts/ranking.ts'

const items = [
  { key: 'a', label: '通州区', value: 70 },
  { key: 'b', label: '武清区', value: 82 },
  { key: 'c', label: '廊坊市', value: null },
  { key: 'd', label: 'Xianghe', value: 70 },
  { key: 'e', label: '大厂县', value: 61 },
]

describe('rankItems', () => {
  it('puts the best first, ties share the smaller rank, missing has none and comes last', () => {
    expect(rankItems(items).map((row) => [row.key, row.rank, row.tied])).toEqual([
      ['b', 1, false],
      ['a', 2, true],
      ['d', 2, true],
      ['e', 4, false],
      ['c', null, false],
    ])
  })
  it('turns round when low is better, and missing still comes last', () =>
    expect(rankItems(items, 'low').map((row) => row.key)).toEqual(['e', 'a', 'd', 'b', 'c']))
  it('treats NaN as missing', () =>
    expect(rankItems([{ key: 'x', label: 'x', value: Number.NaN }])[0]).toMatchObject({ value: null, rank: null }))
  it('ranks 3,000 areas', () => {
    const many = rankItems(
      Array.from({ length: 3000 }, (_, i) => ({ key: `${i}`, label: `${i}`, value: (i * 7919) % 3001 })),
    )
    expect(many.map((row) => row.rank)).toEqual(Array.from({ length: 3000 }, (_, i) => i + 1))
  })
})

describe('windowOf', () => {
  const rows = Array.from({ length: 100 }, (_, i) => i)
  it('shows so many rows and knows what lies outside', () =>
    expect(windowOf(rows, 30, 20)).toMatchObject({ start: 30, total: 100, hasBefore: true, hasAfter: true }))
  it('moves back when it would run past the end', () =>
    expect(windowOf(rows, 95, 20)).toMatchObject({ start: 80, hasAfter: false }))
  it('shows all of a short list', () =>
    expect(windowOf([1, 2, 3], 5, 20)).toEqual({
      rows: [1, 2, 3],
      start: 0,
      total: 3,
      hasBefore: false,
      hasAfter: false,
    }))
  it('centres a row that was searched for', () => expect(startFor(50, 20)).toBe(40))
})

describe('findByLabel', () => {
  it('prefers a label that starts so, then one that holds it', () => {
    expect(findByLabel(items, '武')).toBe(1)
    expect(findByLabel(items, '坊')).toBe(2)
  })
  it('ignores case and width', () => expect(findByLabel(items, 'ｘianghe')).toBe(3))
  it('finds nothing for nothing', () => {
    expect(findByLabel(items, '  ')).toBe(-1)
    expect(findByLabel(items, '海淀')).toBe(-1)
  })
})

it('an interval needs both ends', () => {
  expect(intervalOf({ low: 1, high: 2 })).toEqual([1, 2])
  expect(intervalOf({ low: 0, high: null })).toBeNull()
  expect(intervalOf({})).toBeNull()
})
