/** The points of a Lorenz curve, as worker/engine defines it: areas in order of value, cumulated. Pure. */

export interface LorenzStep {
  readonly key: string
  readonly label: string
  /** Cumulative shares in [0, 1] after this area. */
  readonly people: number
  readonly amount: number
}

/** Cumulative shares of areas ordered by value; weights are populations, or one each. Missing areas are left out. */
export function lorenzSteps(
  items: readonly {
    readonly key: string
    readonly label: string
    readonly value: number | null
    readonly weight?: number | null
  }[],
): LorenzStep[] {
  const known = items
    .flatMap((item) =>
      item.value === null || item.weight === null ? [] : [{ ...item, value: item.value, weight: item.weight ?? 1 }],
    )
    .sort((a, b) => a.value - b.value)
  const people = known.reduce((sum, item) => sum + item.weight, 0)
  const amount = known.reduce((sum, item) => sum + item.weight * item.value, 0)
  if (people <= 0 || amount <= 0 || known.some((item) => item.value < 0)) return []
  let p = 0
  let a = 0
  return known.map((item) => {
    p += item.weight
    a += item.weight * item.value
    return { key: item.key, label: item.label, people: p / people, amount: a / amount }
  })
}
