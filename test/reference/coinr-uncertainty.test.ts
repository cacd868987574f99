/** Sobol estimators and uncertainty replicates against COINr 1.1.14 (its ASEM example and the Ishigami function). */
import { describe, expect, it } from 'vitest'
import { rankInto } from '../../worker/engine/aggregate/rankInto.ts'
import type { CompositeMethod, CompositeRequest } from '../../worker/engine/composite.types.ts'
import { computeComposite } from '../../worker/engine/computeComposite.ts'
import { computeSensitivity } from '../../worker/engine/computeSensitivity.ts'
import { prepareComposite } from '../../worker/engine/kernel/prepareComposite.ts'
import { runComposite } from '../../worker/engine/kernel/runComposite.ts'
import type { FrameworkNode } from '../../worker/engine/types.ts'
import { rankShift } from '../../worker/engine/uncertainty/rankShift.ts'
import { sobolIndices } from '../../worker/engine/uncertainty/sobolIndices.ts'
import { describeReference, expectNear, numberAt, readTable, readText } from '../support/reference.ts'
import type { Row } from '../support/reference.ts'

describeReference('Sobol indices as COINr estimates them', 'coinr', () => {
  it('Ishigami function, N = 500, d = 3: recomputed from the design, then first-order and total', () => {
    const design = readTable('coinr/sens/ishigami_sample_N500_d3.csv')
    const y = readTable('coinr/sens/ishigami_y.csv').map((row) => numberAt(row, 'y') ?? Number.NaN)
    design.forEach((row, r) => {
      const [a, b, c] = ['V1', 'V2', 'V3'].map((key) => Math.PI * (2 * (numberAt(row, key) ?? 0) - 1)) as [
        number,
        number,
        number,
      ]
      expectNear(y[r], Math.sin(a) + 7 * Math.sin(b) ** 2 + 0.1 * c ** 4 * Math.sin(a), 1e-12, 1e-13, `row ${r}`)
    })
    const { ishigami } = JSON.parse(readText('coinr/results_misc.json')) as {
      ishigami: { Si: number[]; STi: number[] }
    }
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
      for (const [got, keys] of [
        [index.firstOrderInterval, ['Si_q5', 'Si_q95']],
        [index.totalInterval, ['STi_q5', 'STi_q95']],
      ] as const) {
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

describeReference('ASEM replicates as COINr prints them', 'coinr', () => {
  const meta = readTable('coinr/data/asem_iMeta.csv').filter(
    (row) => row['Type'] === 'Indicator' || row['Type'] === 'Aggregate',
  )
  const indicators = meta.filter((row) => row['Type'] === 'Indicator').map((row) => row['iCode'] ?? '')
  const root = meta.find((row) => row['Type'] === 'Aggregate' && row['Parent'] === '')?.['iCode'] ?? ''
  const original = new Map(
    readTable('coinr/data/weights_original.csv').map((row) => [row['iCode'] ?? '', numberAt(row, 'Weight') ?? 0]),
  )
  const screened = readTable('coinr/steps/Screened.csv')
  const areas = screened.map((row) => row['uCode'] ?? '')
  const asem: CompositeMethod = {
    treatment: 'none',
    normalisation: 'minmax',
    weighting: 'given',
    aggregation: 'arithmetic',
    missing: 'renormalise',
    minCoverage: 0.01,
  }

  function framework(weights: ReadonlyMap<string, number>, code: string = root): FrameworkNode {
    const row = meta.find((r) => r['iCode'] === code)
    const children = meta.filter((r) => r['Parent'] === code).map((r) => framework(weights, r['iCode'] ?? ''))
    const weight = weights.get(code) ?? 1
    if (children.length > 0) return { code, weight, children }
    return { code, weight, direction: numberAt(row, 'Direction') === -1 ? 'cost' : 'benefit' }
  }

  function columnsOf(rows: readonly Row[]): Record<string, (number | null)[]> {
    return Object.fromEntries(indicators.map((code) => [code, rows.map((row) => numberAt(row, code))]))
  }

  it('is the 51 × 49 index with four levels', () => {
    expect([areas.length, indicators.length, original.size]).toEqual([51, 49, 60])
  })

  describe('100 uncertainty replicates', () => {
    const parameters = readTable('coinr/sens/ua_parameters_N100.csv')
    const published = new Map(readTable('coinr/sens/ua_scores_N100.csv').map((row) => [row['uCode'] ?? '', row]))
    const weightSets = Map.groupBy(readTable('coinr/sens/noisy_weight_sets.csv'), (row) => row['weight_set'] ?? '')
    const treated = new Map([1, 2, 3, 4, 5].map((winmax) => [String(winmax), treat(columnsOf(screened), winmax)]))

    it('treats as COINr does at both ends: five points at most, and one with the logarithm behind it', () => {
      for (const [winmax, file] of [
        ['5', 'Treated'],
        ['1', 'Treated__winmax1_logCT'],
      ] as const) {
        const peer = columnsOf(readTable(`coinr/steps/${file}.csv`))
        for (const code of indicators) {
          treated
            .get(winmax)
            ?.[code]?.forEach((x, i) => expectNear(x, peer[code]?.[i] ?? null, 1e-12, 1e-14, `${code} ${areas[i]}`))
        }
      }
    })

    it.each(parameters)(
      'replicate $rep: winmax $winmax, $norm, weights $weight_set, $agg',
      ({ rep, winmax, norm, weight_set, agg }) => {
        const set = new Map(
          (weightSets.get(weight_set ?? '') ?? []).map((row) => [row['iCode'] ?? '', numberAt(row, 'Weight') ?? 0]),
        )
        expect(set.size).toBe(60)
        const zscore = norm === 'n_zscore'
        const { scores, warnings } = computeComposite({
          areas,
          framework: framework(set),
          values: treated.get(winmax ?? '') ?? {},
          method: {
            ...asem,
            normalisation: zscore ? 'zscore' : 'minmax',
            ...(zscore ? { normalisationOptions: { mean: 10, sd: 2 } } : { scale: [1, 100] as const }),
            aggregation: agg === 'a_gmean' ? 'geometric' : 'arithmetic',
          },
        })
        expect(warnings).toEqual([])
        areas.forEach((area, i) => {
          expectNear(scores[root]?.[i], numberAt(published.get(area), `r_${rep}`), 1e-12, 0, area)
        })
      },
    )
  })

  it('leaves each indicator out as remove_elements does: scores, ranks and mean rank shift', () => {
    const peers = readTable('coinr/sens/remove_L1_scores.csv')
    const peerRanks = new Map(readTable('coinr/sens/remove_L1_ranks.csv').map((row) => [row['uCode'] ?? '', row]))
    const peerShifts = new Map(
      readTable('coinr/sens/remove_L1_meanabsdiff.csv').map((row) => [row['element'] ?? '', row]),
    )
    const request: CompositeRequest = {
      areas,
      framework: framework(original),
      values: columnsOf(readTable('coinr/steps/Treated.csv')),
      method: asem,
    }
    const prepared = prepareComposite(request)
    const out = new Float64Array(prepared.size * prepared.n)
    const [ranks, nominal] = [new Int32Array(areas.length), new Int32Array(areas.length)]
    for (const code of ['Nominal', ...indicators]) {
      const omit = Array.from(prepared.tree.nodeOfLeaf).findIndex((node) => prepared.tree.codes[node] === code)
      runComposite(prepared, { weights: prepared.weights, variant: 0, aggregation: null, omit }, out)
      peers.forEach((row) =>
        expectNear(out[areas.indexOf(row['uCode'] ?? '')], numberAt(row, code), 1e-12, 0, `${code} ${row['uCode']}`),
      )
      rankInto(out, 0, areas.length, new Float64Array(areas.length), ranks)
      if (code === 'Nominal') nominal.set(ranks)
      expect(Array.from(ranks), code).toEqual(areas.map((area) => numberAt(peerRanks.get(area), code)))
      expectNear(rankShift(nominal, ranks), numberAt(peerShifts.get(code), 'mean_abs_rank_diff'), 1e-14, 0, code)
    }
  })

  it('questions what COINr’s example questions and finds what it finds: every choice moves ranks, normalisation and weights most', () => {
    const { drivers, ranks, correlation } = computeSensitivity({
      areas,
      framework: framework(original),
      values: columnsOf(screened),
      method: { ...asem, treatment: 'winsorise' },
      seed: 20241026,
      runs: 400,
      perturb: {
        weights: { range: 0.25 },
        treatment: [1, 2, 3, 4, 5].map((maxPoints) => ({ treatment: 'winsorise', options: { maxPoints } }) as const),
        normalisation: [
          { normalisation: 'minmax', scale: [1, 100] },
          { normalisation: 'zscore', options: { mean: 10, sd: 2 } },
        ],
        aggregation: ['arithmetic', 'geometric'],
      },
    })
    const total = new Map(drivers.map((driver) => [driver.choice, driver.total ?? 0]))
    for (const share of total.values()) expect(share).toBeGreaterThan(0.005)
    expect(Math.min(total.get('normalisation') ?? 0, total.get('weights') ?? 0)).toBeGreaterThan(
      total.get('treatment') ?? 1,
    )
    expect(correlation?.median).toBeGreaterThan(0.97)
    const published = readTable('coinr/sens/ua_scores_N100.csv').find((row) => row['uCode'] === 'CHE')
    expect(published).toBeDefined()
    expect(ranks.find(({ area }) => area === 'CHE')).toMatchObject({ median: 1 })
  })
})

/** COINr's Treat: winsorise with at most `winmax` points; where that does not pass, ln(x − min + 0.01 range) of the original. */
function treat(
  columns: Readonly<Record<string, readonly (number | null)[]>>,
  winmax: number,
): Record<string, (number | null)[]> {
  return Object.fromEntries(
    Object.entries(columns).map(([code, column]) => {
      const winsorised = winsorise(column, winmax)
      if (passes(winsorised)) return [code, winsorised]
      const known = column.filter((x) => x !== null)
      const [low, high] = [Math.min(...known), Math.max(...known)]
      return [code, column.map((x) => (x === null ? null : Math.log(x - low + 0.01 * (high - low))))]
    }),
  )
}

/** The engine's own winsorising, read back from the treated cells it lists. */
function winsorise(column: readonly (number | null)[], maxPoints: number): (number | null)[] {
  const areas = column.map((_, i) => `a${i}`)
  const { treated } = computeComposite({
    areas,
    framework: { code: 'R', children: [{ code: 'I', direction: 'benefit' }] },
    values: { I: column },
    method: {
      treatment: 'winsorise',
      treatmentOptions: { maxPoints },
      normalisation: 'minmax',
      weighting: 'equal',
      aggregation: 'arithmetic',
      missing: 'renormalise',
    },
  })
  const after = new Map(treated.map((change) => [change.area, change.after]))
  return column.map((x, i) => after.get(areas[i] ?? '') ?? x)
}

/** |skewness| < 2 or excess kurtosis < 3.5, both of type 2. */
function passes(column: readonly (number | null)[]): boolean {
  const x = column.filter((value) => value !== null)
  const n = x.length
  const mean = x.reduce((a, b) => a + b, 0) / n
  const moment = (k: number) => x.reduce((a, b) => a + (b - mean) ** k, 0) / n
  const skew = (moment(3) / moment(2) ** 1.5) * (Math.sqrt(n * (n - 1)) / (n - 2))
  const kurtosis = ((n + 1) * (moment(4) / moment(2) ** 2 - 3) + 6) * ((n - 1) / ((n - 2) * (n - 3)))
  return Math.abs(skew) < 2 || kurtosis < 3.5
}
