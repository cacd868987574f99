/**
 * The long-run shares of the grades of a Markov chain: π = πP, Σπ = 1.
 *
 * Idea: Grassmann, Taksar and Heyman's elimination (1985), which subtracts nothing and so loses no precision, on the
 * chain's only closed class; grades outside it are left for good and get 0.
 * Edge policy: a row that is null (a grade never left) or several closed classes leave no single answer: null with
 * `unknown-row` or `several-closed-classes`. Complexity: O(k³).
 *
 * @example stationaryDistribution([[0.9, 0.1], [0.5, 0.5]]) // { value: [5/6, 1/6] }
 */
export type Stationary =
  | { readonly value: readonly number[]; readonly reason?: never }
  | { readonly value: null; readonly reason: 'unknown-row' | 'several-closed-classes' }

export type TransitionRows = readonly (readonly number[] | null)[]

export function stationaryDistribution(transition: TransitionRows): Stationary {
  const rows = transition.filter((row) => row !== null)
  if (rows.length < transition.length || rows.length === 0) return { value: null, reason: 'unknown-row' }
  const reach = rows.map((_, from) => reachable(rows, from))
  // A state is in a closed class when every state it can reach can come back.
  const closed = rows.map((_, s) => s).filter((s) => [...(reach[s] ?? [])].every((r) => reach[r]?.has(s) === true))
  const only = reach[closed[0] ?? 0] ?? new Set<number>()
  if (closed.some((s) => !only.has(s))) return { value: null, reason: 'several-closed-classes' }
  const shares = eliminate(closed.map((i) => closed.map((j) => rows[i]?.[j] ?? 0)))
  return { value: rows.map((_, s) => shares[closed.indexOf(s)] ?? 0) }
}

function reachable(rows: readonly (readonly number[])[], from: number): Set<number> {
  const seen = new Set([from])
  for (const state of seen) rows[state]?.forEach((p, next) => p > 0 && seen.add(next))
  return seen
}

/** Folds the last state into the others again and again, then unfolds the shares. */
function eliminate(p: number[][]): number[] {
  const k = p.length
  const at = (i: number, j: number) => p[i]?.[j] ?? 0
  for (let last = k - 1; last > 0; last -= 1) {
    let leaving = 0
    for (let j = 0; j < last; j += 1) leaving += at(last, j)
    for (let i = 0; i < last; i += 1) {
      const row = p[i] ?? []
      row[last] = at(i, last) / leaving
      for (let j = 0; j < last; j += 1) row[j] = at(i, j) + at(i, last) * at(last, j)
    }
  }
  const shares = [1]
  for (let j = 1; j < k; j += 1) {
    let share = 0
    for (let i = 0; i < j; i += 1) share += (shares[i] ?? 0) * at(i, j)
    shares.push(share)
  }
  const total = shares.reduce((a, b) => a + b, 0)
  return shares.map((share) => share / total)
}
