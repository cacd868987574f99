/** Eigenvalues known by hand, and the definition itself on random matrices; scaleDown's powers of two. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { scaleDown } from '../../../../worker/engine/numeric/scaleDown.ts'
import { symmetricEigen } from '../../../../worker/engine/numeric/symmetricEigen.ts'

test('a 2 × 2 and a diagonal matrix', () => {
  const { values, vectors } = symmetricEigen(Float64Array.of(2, 1, 1, 2), 2)
  expect(values[0]).toBeCloseTo(3, 14)
  expect(values[1]).toBeCloseTo(1, 14)
  expect(Math.abs(vectors[0]?.[0] ?? 0)).toBeCloseTo(Math.SQRT1_2, 14)
  expect(symmetricEigen(Float64Array.of(1, 0, 0, 0, 5, 0, 0, 0, 3), 3).values).toEqual(Float64Array.of(5, 3, 1))
  expect(symmetricEigen(new Float64Array(0), 0).values).toHaveLength(0)
})

test('A v = λ v, unit length, for random symmetric matrices', () => {
  const matrix = fc
    .integer({ min: 1, max: 8 })
    .chain((m) =>
      fc.tuple(fc.constant(m), fc.array(fc.integer({ min: -99, max: 99 }), { minLength: m * m, maxLength: m * m })),
    )
  fc.assert(
    fc.property(matrix, ([m, cells]) => {
      const a = Float64Array.from(cells, (_, k) => (cells[k] ?? 0) + (cells[(k % m) * m + Math.floor(k / m)] ?? 0))
      const { values, vectors } = symmetricEigen(a, m)
      vectors.forEach((v, k) => {
        expect(v.reduce((sum, x) => sum + x * x, 0)).toBeCloseTo(1, 12)
        for (let i = 0; i < m; i++) {
          const image = v.reduce((sum, x, j) => sum + (a[i * m + j] ?? 0) * x, 0)
          expect(Math.abs(image - (values[k] ?? NaN) * (v[i] ?? NaN))).toBeLessThan(1e-10)
        }
      })
    }),
  )
})

test('scaleDown brings extremes near 1 and leaves ordinary columns alone', () => {
  expect(scaleDown(Float64Array.of(8, -3), 0, 2)).toBe(1)
  expect(scaleDown(Float64Array.of(NaN, 0), 0, 2)).toBe(1)
  expect(scaleDown(Float64Array.of(2 ** 200), 0, 1)).toBe(2 ** -200)
  expect(scaleDown(Float64Array.of(5e-324), 0, 1) * 5e-324).toBeGreaterThan(0)
})
