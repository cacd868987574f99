/** How coarse a public number is: three significant figures for values of the city, one decimal for scores of areas; and which
 * unrounded numbers would print the same. */

export const FIGURES = 3
export const AREA_DECIMALS = 1

/** 87.3456 → 87.3, 0.012345 → 0.0123. O(1). */
export const significant = (x: number): number => Number(x.toPrecision(FIGURES))
/** 87.3456 → 87.3. O(1). */
export const decimal = (x: number): number => Number(x.toFixed(AREA_DECIMALS))

export const significantOrNull = (x: number | null): number | null => (x === null ? null : significant(x))
export const decimalOrNull = (x: number | null): number | null => (x === null ? null : decimal(x))

export type Interval = readonly [low: number, high: number]

/** Numbers that round to the same three figures as x; the narrower side of a power of ten counts on both. */
export function sameFigures(x: number): Interval {
  const value = significant(x)
  if (value === 0) return [0, 0]
  const unit = 10 ** (Math.floor(Math.log10(Math.abs(value)) + 1e-12) - (FIGURES - 1))
  const half = Math.abs(value) / unit <= 10 ** (FIGURES - 1) ? unit / 20 : unit / 2
  return [Math.min(x, value - half), Math.max(x, value + half)]
}

export function sameDecimal(x: number): Interval {
  const value = decimal(x)
  const half = 0.5 / 10 ** AREA_DECIMALS
  return [Math.min(x, value - half), Math.max(x, value + half)]
}
