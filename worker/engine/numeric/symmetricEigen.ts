/** All eigenvalues and eigenvectors of a small symmetric matrix. */

export interface Eigen {
  /** Descending. */
  readonly values: Float64Array
  /** vectors[k] belongs to values[k] and has length 1. */
  readonly vectors: readonly Float64Array[]
}

/** Idea: cyclic Jacobi rotations until the part off the diagonal is below the last bit. Source: Golub and Van Loan,
 * Matrix Computations, §8.5. Slower than tridiagonalisation, but accurate to the last digits and the same on every machine.
 * `matrix` is row-major m × m and is not changed. Edge policy: m = 0 gives no values; only finite entries. O(m³ · sweeps).
 * Example: [[2, 1], [1, 2]] has values 3 and 1. */
export function symmetricEigen(matrix: Float64Array, m: number): Eigen {
  const a = Float64Array.from(matrix)
  const v = new Float64Array(m * m)
  for (let i = 0; i < m; i++) v[i * m + i] = 1
  for (let sweep = 0; sweep < 60; sweep++) {
    let off = 0
    let all = 0
    for (let i = 0; i < m; i++)
      for (let j = 0; j < m; j++) {
        const entry = a[i * m + j]
        const square = entry * entry
        all += square
        if (i !== j) off += square
      }
    if (off <= 1e-34 * all || off === 0) break
    for (let p = 0; p < m; p++) for (let q = p + 1; q < m; q++) rotate(a, v, m, p, q)
  }
  const order = Array.from({ length: m }, (_, i) => i).sort((i, j) => a[j * m + j] - a[i * m + i] || i - j)
  return {
    values: Float64Array.from(order, (k) => a[k * m + k]),
    vectors: order.map((k) => v.slice(k * m, (k + 1) * m)),
  }
}

/** Works on rows p and q, which lie together in memory, and copies them to their columns: the matrix stays symmetric to the
 * last bit, so that is the same arithmetic as rotating both. `v` holds the vectors as rows. */
function rotate(a: Float64Array, v: Float64Array, m: number, p: number, q: number): void {
  const atP = p * m
  const atQ = q * m
  const apq = a[atP + q]
  if (apq === 0) return
  const app = a[atP + p]
  const aqq = a[atQ + q]
  const theta = (aqq - app) / (2 * apq)
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1))
  const c = 1 / Math.sqrt(t * t + 1)
  const s = t * c
  for (let k = 0; k < m; k++) {
    const apk = a[atP + k]
    const aqk = a[atQ + k]
    a[atP + k] = c * apk - s * aqk
    a[atQ + k] = s * apk + c * aqk
    const vkp = v[atP + k]
    const vkq = v[atQ + k]
    v[atP + k] = c * vkp - s * vkq
    v[atQ + k] = s * vkp + c * vkq
  }
  for (let k = 0; k < m; k++) {
    a[k * m + p] = a[atP + k]
    a[k * m + q] = a[atQ + k]
  }
  a[atP + p] = c * (c * app - s * apq) - s * (c * apq - s * aqq)
  a[atQ + q] = s * (s * app + c * apq) + c * (s * apq + c * aqq)
  a[atP + q] = 0
  a[atQ + p] = 0
}
