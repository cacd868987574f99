/** Sobol estimators and uncertainty replicates against COINr 1.1.14 (its ASEM example and the Ishigami function). */
import { expect, it } from 'vitest'
import { sobolIndices } from '../../worker/engine/uncertainty/sobolIndices.ts'
import { describeReference, expectNear, numberAt, readTable, readText } from '../support/reference.ts'

describeReference('Sobol indices as COINr estimates them', 'coinr', () => {
  it('Ishigami function, N = 500, d = 3: recomputed from the design, then first-order and total', () => {
    const design = readTable('coinr/sens/ishigami_sample_N500_d3.csv')
    const y = readTable('coinr/sens/ishigami_y.csv').map((row) => numberAt(row, 'y') ?? Number.NaN)
    design.forEach((row, r) => {
      const [a, b, c] = ['V1', 'V2', 'V3'].map((key) => Math.PI * (2 * (numberAt(row, key) ?? 0) - 1)) as [number, number, number]
      expectNear(y[r], Math.sin(a) + 7 * Math.sin(b) ** 2 + 0.1 * c ** 4 * Math.sin(a), 1e-12, 1e-13, `row ${r}`)
    })
    const { ishigami } = JSON.parse(readText('coinr/results_misc.json')) as { ishigami: { Si: number[]; STi: number[] } }
    sobolIndices(split(y, 500, 3)).forEach((index, i) => {
      expectNear(index.firstOrder, ishigami.Si[i] ?? null, 1e-12, 1e-14)
      expectNear(index.total, ishigami.STi[i] ?? null, 1e-12)
    })
  })

  it('average rank shift of ASEM, N = 40, d = 4', () => {
    const y = readTable('coinr/sens/sa_y_meanabsrankdiff_N40_d4.csv').map((row) => numberAt(row, 'y') ?? Number.NaN)
    const peers = readTable('coinr/sens/sa_sensitivity_N40.csv')
    const ours = sobolIndices(split(y, 40, 4), { bootstrap: 1000, seed: 1 })
    expect(ours.length).toBe(peers.length)
    ours.forEach((index, i) => {
      expectNear(index.firstOrder, numberAt(peers[i], 'Si'), 1e-12, 1e-14)
      expectNear(index.total, numberAt(peers[i], 'STi'), 1e-12)
      // Bootstrap intervals come from another generator: they agree as two estimates of the same quantiles do.
      for (const [got, keys] of [[index.firstOrderInterval, ['Si_q5', 'Si_q95']], [index.totalInterval, ['STi_q5', 'STi_q95']]] as const) {
        keys.forEach((key, side) => expectNear(got?.[side], numberAt(peers[i], key), 0, 0.12, key))
      }
    })
  })
})

/** COINr stacks the outputs of A, of B, then of A with each column from B. */
function split(y: readonly number[], n: number, choices: number): Parameters<typeof sobolIndices>[0] {
  const part = (k: number) => y.slice(k * n, (k + 1) * n)
  return { a: part(0), b: part(1), ab: Array.from({ length: choices }, (_, i) => part(2 + i)) }
}
