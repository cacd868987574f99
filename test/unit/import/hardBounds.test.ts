import { describe, expect, it } from 'vitest'
import { hardBounds } from '../../../worker/services/import/hardBounds.ts'

const facts = (unit: string, plausibleLow: number | null = null, plausibleHigh: number | null = null) => ({
  unit,
  plausibleLow,
  plausibleHigh,
})

describe('hardBounds', () => {
  it.each([
    ['a share', facts('%', 50, 100), 0, 100],
    ['a share with no usual range', facts('%'), 0, 100],
    ['a share in full width', facts('％', 0, 100), 0, 100],
    ['a rate whose usual range passes 100', facts('%', 60, 130), 0, Infinity],
    ['a count', facts('人', 0, 1000), 0, Infinity],
    ['a count with no usual range', facts('张/千人'), 0, Infinity],
    ['a balance that is usually below zero at times', facts('万元', -500, 500), -Infinity, Infinity],
    ['a growth rate below zero in %', facts('%', -20, 30), 0, 100],
    ['a score from 1 to 5', { ...facts('分', 2, 5), scale: { kind: 'bounded', low: 1, high: 5 } as const }, 1, 5],
    [
      'a share bounded by its framework',
      { ...facts('%', 0, 130), scale: { kind: 'bounded', low: 0, high: 100 } as const },
      0,
      100,
    ],
    ['a ratio', { ...facts('元/人', 100, 900), scale: { kind: 'ratio' } as const }, 0, Infinity],
    ['a percentage declared a ratio', { ...facts('%', 20, 90), scale: { kind: 'ratio' } as const }, 0, Infinity],
    ['no scale', { ...facts('人', 0, 9), scale: null }, 0, Infinity],
  ])('of %s', (_what, given, low, high) => {
    expect(hardBounds(given)).toEqual({ low, high })
  })
})
