/** The guard's arithmetic against the plain way of the same, bit by bit: a search is chaotic, so a last bit that differs would in the end decide
 * another way. */
import { describe, expect, it } from 'vitest'
import { RandomStream } from '../../../worker/engine/numeric/random.ts'
import {
  attainmentMap,
  compose,
  IDENTITY,
  MEANS,
  scaled,
  scoreMap,
} from '../../../worker/services/disclosure/cellMaps.ts'
import { LinearFacts, type RowFact } from '../../../worker/services/disclosure/linearFacts.ts'
import { leavesOf } from '../../../worker/services/framework/body.ts'
import { anchoredFramework } from '../../support/anchoredFramework.ts'
import type { CellMap, SpreadFact } from '../../../worker/services/disclosure/witness.types.ts'

/** I and dI/dx by their definitions, in the order of the cells. */
function plainSpread({ at, weights, family, scale }: SpreadFact, x: Float64Array): [number, number[]] {
  const values = Array.from(at, (i) => x[i] ?? 0)
  const w = values.map((_, k) => weights?.[k] ?? 1)
  const total = w.reduce((sum, own) => sum + own, 0)
  const centre = values.reduce((sum, v, k) => sum + (w[k] ?? 0) * v, 0) / total
  let spread = 0
  let slopes: number[] = values.map(() => 0)
  if (family === 'cv') {
    spread = Math.sqrt(values.reduce((sum, v, k) => sum + (w[k] ?? 0) * (v - centre) ** 2, 0) / total)
    slopes = values.map((v, k) => (spread === 0 ? 0 : ((w[k] ?? 0) * (v - centre)) / (total * spread)))
  } else {
    let [below, sumBelow] = [0, 0]
    for (const k of [...values.keys()].sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0))) {
      const [own, v] = [w[k] ?? 0, values[k] ?? 0]
      spread += own * (v * below - sumBelow)
      slopes[k] = (own * (below - (total - below - own))) / total ** 2
      below += own
      sumBelow += own * v
    }
    spread /= total ** 2
  }
  if (scale.kind === 'bounded') {
    const factor = (family === 'cv' ? 2 : 4) / (scale.high - scale.low)
    return [factor * spread, slopes.map((s) => factor * s)]
  }
  return [spread / centre, slopes.map((s, k) => s / centre - (spread * (w[k] ?? 0)) / (total * centre * centre))]
}

const dot = (u: readonly number[]): number => u.reduce((sum, v) => sum + v * v, 0)

/** Reads every row and takes the least step, with nothing kept, left out or laid out otherwise. */
function plainStep(rows: readonly RowFact[], x: Float64Array, unit: Float64Array): Float64Array | undefined {
  const a = rows.map((row) => {
    const [value, slopes] =
      row.kind === 'spread'
        ? plainSpread(row, x)
        : [
            row.at.reduce((sum, i, k) => sum + (row.coef[k] ?? 0) * (row.maps[k]?.value(x[i] ?? 0) ?? 0), 0),
            Array.from(row.at, (i, k) => (row.coef[k] ?? 0) * (row.maps[k]?.slope(x[i] ?? 0) ?? 0)),
          ]
    const steps = slopes.map((s, k) => s * (unit[row.at[k] ?? 0] ?? 0))
    const norm = Math.sqrt(steps.reduce((sum, s) => sum + s * s, 0))
    const room = Number.isFinite(row.high) ? 0.3 * (row.high - row.low) : 0
    const short = value < row.low ? row.low + room - value : value > row.high ? row.high - room - value : 0
    const firm = short === 0 ? 0.25 : 1
    return { short, left: norm > 0 ? short / norm : 0, steps: steps.map((s) => (norm > 0 ? (firm * s) / norm : 0)) }
  })
  if (a.every(({ short }) => short === 0)) return undefined
  const transposed = (r: readonly number[]): number[] => {
    const g = Array.from(x, () => 0)
    rows.forEach(({ at }, row) =>
      at.forEach((i, k) => {
        g[i] = (g[i] ?? 0) + (r[row] ?? 0) * (a[row]?.steps[k] ?? 0)
      }),
    )
    return g
  }
  let r = a.map(({ left }) => left)
  let s = Array.from(x, () => 0)
  let p = transposed(r)
  let gamma = dot(p)
  const enough = 1e-4 * gamma
  for (let turn = 0; turn < 20 && gamma > enough && gamma > 0; turn += 1) {
    const q = rows.map(({ at }, row) => at.reduce((sum, i, k) => sum + (a[row]?.steps[k] ?? 0) * (p[i] ?? 0), 0))
    const alpha = gamma / dot(q)
    if (dot(q) === 0) break
    s = s.map((v, i) => v + alpha * (p[i] ?? 0))
    r = r.map((v, i) => v - alpha * (q[i] ?? 0))
    const g = transposed(r)
    const beta = dot(g) / gamma
    gamma = dot(g)
    p = g.map((v, i) => v + beta * (p[i] ?? 0))
  }
  return Float64Array.from(s)
}

const MAPS: readonly CellMap[] = (['arithmetic', 'geometric', 'harmonic'] as const).flatMap((aggregation) =>
  leavesOf(anchoredFramework(3).root)
    .slice(0, 3)
    .flatMap((leaf) => {
      const score = scoreMap(leaf, { ...anchoredFramework().method, aggregation }, undefined)
      return [
        ...(score === undefined ? [] : [aggregation === 'arithmetic' ? score : compose(MEANS[aggregation], score)]),
        scaled(attainmentMap(leaf.indicator.target ?? 0, leaf.indicator.direction ?? 'benefit'), 100),
        IDENTITY,
      ]
    }),
)

function drawn(k: number): { rows: RowFact[]; x: Float64Array; unit: Float64Array } {
  const random = new RandomStream(4489, k)
  const cells = 1 + random.below(k % 7 === 0 ? 90 : 30)
  const x = Float64Array.from({ length: cells }, () => Number((100 * random.uniform()).toFixed(random.below(2))))
  const unit = Float64Array.from({ length: cells }, () => (random.uniform() < 0.2 ? 0 : 1 + 20 * random.uniform()))
  const rows = Array.from({ length: 1 + random.below(12) }, (): RowFact => {
    const at = Int32Array.from(x.keys()).filter(() => random.uniform() < 0.6)
    const tag = { source: '', what: 'mean' as const, node: '', at }
    if (random.uniform() < 0.7) {
      const map = MAPS[random.below(MAPS.length)] ?? IDENTITY
      const own = random.uniform() < 0.5
      const low = random.uniform() < 0.3 ? -1e6 : 50 * random.uniform()
      return {
        ...tag,
        kind: 'sum',
        coef: Float64Array.from(at, () => random.uniform() / cells),
        maps: Array.from(at, () => (own ? map : (MAPS[random.below(MAPS.length)] ?? IDENTITY))),
        low,
        high: random.uniform() < 0.3 ? 1e6 : low + random.uniform(),
      }
    }
    const low = random.uniform()
    return {
      ...tag,
      kind: 'spread',
      weights: random.uniform() < 0.5 ? null : Float64Array.from(at, () => 1 + random.below(5)),
      family: random.uniform() < 0.5 ? 'cv' : 'gini',
      scale: random.uniform() < 0.5 ? { kind: 'ratio' } : { kind: 'bounded', low: 0, high: 100 },
      low,
      high: random.uniform() < 0.2 ? Infinity : low + 0.01,
    }
  })
  return { rows: rows.filter((row) => row.at.length > 0), x, unit }
}

describe('facts as rows of numbers', () => {
  it('ask for the same step as the plain way, to the last bit, over many systems', () => {
    let asked = 0
    for (let k = 0; k < 500; k += 1) {
      const { rows, x, unit } = drawn(k)
      const plain = plainStep(rows, x, unit)
      const facts = new LinearFacts(rows, x.length)
      // Twice, the first time elsewhere: nothing is left over from one reading to the next.
      if (
        facts.read(
          Float64Array.from(x, (v) => 1 + v / 2),
          unit,
        ) === 'asks'
      )
        facts.step()
      expect(facts.read(x, unit), `system ${k}`).toBe(plain === undefined ? 'holds' : 'asks')
      if (plain === undefined) continue
      asked += 1
      expect(
        Array.from(facts.step(), (s) => s + 0),
        `system ${k}`,
      ).toEqual(Array.from(plain, (s) => s + 0))
    }
    expect(asked).toBeGreaterThan(300)
  })

  it('count a coefficient whether it is 0 or not: what a search may spend does not hang on how fast it is', () => {
    const { rows, x } = drawn(1)
    const facts = new LinearFacts(rows, x.length)
    facts.read(x, new Float64Array(x.length))
    facts.step()
    expect(facts.takeVisits()).toBe(9 * rows.reduce((sum, row) => sum + row.at.length, 0))
    expect(facts.takeVisits()).toBe(0)
  })

  it('call values of which a dispersion cannot be worked out no alternative, though no bound is passed', () => {
    const row: SpreadFact = {
      source: '',
      what: 'spread',
      node: 'a1',
      kind: 'spread',
      at: Int32Array.of(0, 1, 2),
      weights: null,
      family: 'cv',
      scale: { kind: 'ratio' },
      low: 0.1,
      high: 0.2,
    }
    const facts = new LinearFacts([row], 3)
    expect(facts.read(Float64Array.of(0, 0, 0), new Float64Array(3).fill(1))).toBe('undefined')
  })
})
