/** Principal eigenvector of a non-negative irreducible matrix, such as a matrix of judgements. */

/** Idea: squaring the matrix squares the gap between its two largest eigenvalues, so a dozen squarings do what thousands of
 * power steps would; two power steps then remove the rounding. Formula: A w = λ w, w > 0, Σw = 1 (Perron–Frobenius).
 * Edge policy: order 0 gives an empty vector and λ = 0; the matrix must be square and irreducible with a positive diagonal.
 * O(n³ log(1/gap)). Example: [[1, 2], [0.5, 1]] gives (2/3, 1/3), λ = 2. */
export function principalVector(matrix: readonly (readonly number[])[]): { vector: Float64Array; lambda: number } {
  const n = matrix.length
  const a = Float64Array.from(matrix.flat())
  let power: Float64Array = a
  for (let k = 0; k < 40; k++) {
    const next = square(power, n)
    const change = largestChange(power, next, n)
    power = next
    if (change < 1e-15) break
  }
  let vector = unit(Float64Array.from({ length: n }, (_, i) => rowSum(power, n, i)))
  let lambda = 0
  for (let step = 0; step < 3; step++) {
    const image = times(a, vector, n)
    lambda = image.reduce((total, x) => total + x, 0)
    vector = unit(image)
  }
  return { vector, lambda }
}

function square(a: Float64Array, n: number): Float64Array {
  const out = new Float64Array(n * n)
  let largest = 0
  for (let i = 0; i < n; i++)
    for (let k = 0; k < n; k++) {
      const aik = a[i * n + k] as number
      for (let j = 0; j < n; j++) out[i * n + j] = (out[i * n + j] as number) + aik * (a[k * n + j] as number)
    }
  for (const x of out) if (x > largest) largest = x
  return out.map((x) => x / largest)
}

/** How far the normalised row sums still move from one squaring to the next. */
function largestChange(before: Float64Array, after: Float64Array, n: number): number {
  const sums = (a: Float64Array): Float64Array => unit(Float64Array.from({ length: n }, (_, i) => rowSum(a, n, i)))
  const x = sums(before)
  const y = sums(after)
  return x.reduce((most, xi, i) => Math.max(most, Math.abs(xi - (y[i] as number))), 0)
}

function rowSum(a: Float64Array, n: number, i: number): number {
  let total = 0
  for (let j = 0; j < n; j++) total += a[i * n + j] as number
  return total
}

function times(a: Float64Array, x: Float64Array, n: number): Float64Array {
  return Float64Array.from({ length: n }, (_, i) => {
    let total = 0
    for (let j = 0; j < n; j++) total += (a[i * n + j] as number) * (x[j] as number)
    return total
  })
}

function unit(x: Float64Array): Float64Array {
  const total = x.reduce((sum, value) => sum + value, 0)
  return x.map((value) => value / total)
}
