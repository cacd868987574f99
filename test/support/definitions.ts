/** The plain definitions of methods §4 and §5, double sums and all: what the fast kernels are held against. They are meant
 * to be read beside the formulas and to be obviously right, not to be quick or exact to the last digit. */
export interface Shares {
  readonly x: readonly number[]
  readonly p: readonly number[]
  readonly mean: number
}

export function shares(values: readonly number[], weights: readonly number[] = values.map(() => 1)): Shares {
  const total = weights.reduce((a, b) => a + b, 0)
  const p = weights.map((w) => w / total)
  return { x: values, p, mean: p.reduce((a, q, i) => a + q * (values[i] as number), 0) }
}

const over = ({ x, p }: Shares, f: (x: number) => number): number =>
  x.reduce((a, value, i) => a + (p[i] as number) * f(value), 0)

export const definitions = {
  cv: (s: Shares) => Math.sqrt(over(s, (x) => (x - s.mean) ** 2)) / s.mean,
  gini: (s: Shares) => over(s, (a) => over(s, (b) => Math.abs(a - b))) / (2 * s.mean),
  theilT: (s: Shares) => over(s, (x) => (x === 0 ? 0 : (x / s.mean) * Math.log(x / s.mean))),
  theilL: (s: Shares) => over(s, (x) => Math.log(s.mean / x)),
  hoover: (s: Shares) => over(s, (x) => Math.abs(x - s.mean)) / (2 * s.mean),
  ge: (s: Shares, alpha: number) => over(s, (x) => (x / s.mean) ** alpha - 1) / (alpha * (alpha - 1)),
  atkinson: (s: Shares, epsilon: number) =>
    epsilon === 1
      ? 1 - Math.exp(over(s, (x) => Math.log(x))) / s.mean
      : 1 - over(s, (x) => x ** (1 - epsilon)) ** (1 / (1 - epsilon)) / s.mean,
}

/** Shapley value by walking every order of the players; `value` gets the members present. */
export function shapleyByOrders(
  players: readonly string[],
  value: (present: ReadonlySet<string>) => number,
): Map<string, number> {
  const orders = permutations(players)
  const result = new Map(players.map((player) => [player, 0]))
  for (const order of orders) {
    const present = new Set<string>()
    let before = value(present)
    for (const player of order) {
      present.add(player)
      const after = value(present)
      result.set(player, (result.get(player) ?? 0) + (after - before) / orders.length)
      before = after
    }
  }
  return result
}

function permutations(items: readonly string[]): string[][] {
  if (items.length === 0) return [[]]
  return items.flatMap((item, i) => permutations(items.toSpliced(i, 1)).map((rest) => [item, ...rest]))
}
