/** COINr 1.1.14 on its ASEM example: every step from the screened data on, every normalisation and aggregation that
 * docs/methods.md has, and the five-year panel. Not ours: generalised means other than p = −1, Copeland, Box–Cox and log
 * transforms, dist2max, dist2ref, fracmax and scaled, which docs/methods.md does not have. */
import { describe, expect, it } from 'vitest'
import { computeComposite } from '../../worker/engine/computeComposite.ts'
import { computePanel } from '../../worker/engine/computePanel.ts'
import type { CompositeMethod, CompositeRequest, Column } from '../../worker/engine/composite.types.ts'
import { imputePanel } from '../../worker/engine/impute/imputePanel.ts'
import { skewKurtosis } from '../../worker/engine/treat/skewKurtosis.ts'
import { ASEM, asemFramework, asemRequest, leavesOf, printedColumn } from '../support/coinrAsem.ts'
import { describeReference, expectNear, numberAt, readTable, type Row } from '../support/reference.ts'

const PARENTS = [
  'ConEcFin',
  'Environ',
  'Instit',
  'P2P',
  'Physical',
  'Political',
  'Social',
  'SusEcFin',
  'Conn',
  'Sust',
  'Index',
]

function expectColumn(got: Column | undefined, table: readonly Row[], request: CompositeRequest, code: string): void {
  printedColumn(table, request.areas, code).forEach((expected, i) =>
    expectNear(got?.[i], expected, 1e-11, 1e-11, `${code} of ${request.areas[i]}`),
  )
}

const ZSCORE = { normalisation: 'zscore' } as const
const NORMALISATIONS: Readonly<Record<string, Partial<CompositeMethod>>> = {
  minmax_0_100: {},
  minmax_0_1: { scale: 1 },
  minmax_1_100: { scale: [1, 100] },
  zscore_0_1: ZSCORE,
  zscore_100_10: { ...ZSCORE, normalisationOptions: { mean: 100, sd: 10 } },
  prank: { normalisation: 'rank', scale: 1, normalisationOptions: { ties: 'min' } },
  borda: { normalisation: 'borda', normalisationOptions: { ties: 'min' } },
  borda_avg: { normalisation: 'borda' },
}
const DATASETS: Readonly<Record<string, readonly [string, Partial<CompositeMethod>]>> = {
  Screened: ['Screened', {}],
  Treated: ['Screened', { treatment: 'winsorise' }],
  RawWithNA: ['Raw', {}],
}

const MEANS: Readonly<Record<string, Partial<CompositeMethod>>> = {
  amean: {},
  amean_equalw: { weighting: 'equal' },
  gmean: { aggregation: 'geometric' },
  hmean: { aggregation: 'harmonic' },
  'genmean_p-1': { aggregation: 'harmonic' },
  mixed_a_a_g: { aggregation: { default: 'arithmetic', byDepth: { 0: 'geometric' } } },
  mixed_a_g_h: { aggregation: { default: 'arithmetic', byDepth: { 0: 'harmonic', 1: 'geometric' } } },
}

describeReference('COINr 1.1.14, ASEM', 'coinr', () => {
  describe('COINr, ASEM: the build step by step', () => {
    it('treats, normalises, aggregates and ranks as build_example_coin() does', () => {
      const request = asemRequest('Screened', { treatment: 'winsorise' })
      const { scores, normalised, ranks, treated, weights } = computeComposite(request)
      const normal = readTable('coinr/steps/Normalised.csv')
      leavesOf(request.framework).forEach((code) => expectColumn(normalised[code], normal, request, code))
      const aggregated = readTable('coinr/steps/Aggregated.csv')
      const rankTable = readTable('coinr/steps/results_full_ranks_sorted.csv')
      for (const code of PARENTS) {
        expectColumn(scores[code], aggregated, request, code)
        expect(ranks[code]).toEqual(printedColumn(rankTable, request.areas, code))
      }
      const points = readTable('coinr/steps/Treated_Points.csv')
      const printed = points.flatMap((row) =>
        Object.entries(row)
          .filter(([, mark]) => mark.startsWith('win'))
          .map(([code, mark]) => `${row['uCode']} ${code} ${mark}`),
      )
      const ours = treated.map(
        ({ area, indicator, action }) => `${area} ${indicator} ${action === 'winsorised-high' ? 'winhi' : 'winlo'}`,
      )
      expect(ours.toSorted()).toEqual(printed.toSorted())
      const after = readTable('coinr/steps/Treated.csv')
      for (const cell of treated)
        expectNear(
          cell.after,
          numberAt(
            after.find((row) => row['uCode'] === cell.area),
            cell.indicator,
          ),
          0,
        )
      for (const row of readTable('coinr/steps/effective_weights.csv'))
        expectNear(weights[row['iCode'] ?? '']?.effective, numberAt(row, 'EffWeight'), 1e-12)
    })

    it('finds the skewness, kurtosis and number of treated points of Treat()', () => {
      const request = asemRequest('Screened', { treatment: 'winsorise' })
      const { treated } = computeComposite(request)
      for (const row of readTable('coinr/steps/Treated_Dets_Table.csv')) {
        const code = row['iCode'] ?? ''
        const column = Float64Array.from(request.values[code] ?? [], (x) => x ?? NaN)
        const { skewness, kurtosis } = skewKurtosis(column, 0, column.length)
        expectNear(skewness, numberAt(row, 'check_SkewKurt0.Skew'), 1e-11, 1e-13, code)
        expectNear(kurtosis, numberAt(row, 'check_SkewKurt0.Kurt'), 1e-11, 1e-13, code)
        expect(treated.filter((cell) => cell.indicator === code)).toHaveLength(numberAt(row, 'winsorise.nwin') ?? 0)
      }
    })

    it('treats more under stricter thresholds', () => {
      const request = asemRequest('Screened', {
        treatment: 'winsorise',
        treatmentOptions: { skewness: 1, kurtosis: 2 },
      })
      const details = readTable('coinr/steps/Treated__strict_skew1_kurt2__dets.csv')
      const { treated } = computeComposite(request)
      for (const row of details) {
        const points = treated.filter((cell) => cell.indicator === row['iCode'])
        expect(points, row['iCode'] ?? '').toHaveLength(numberAt(row, 'winsorise.nwin') ?? 0)
      }
    })
  })

  describe('COINr, ASEM: normalisations', () => {
    const cases = Object.keys(NORMALISATIONS).flatMap((name) =>
      ['Screened', 'Treated'].map((data) => [name, data] as const),
    )
    const gaps = ['minmax_0_100', 'prank', 'zscore_0_1'].map((name) => [name, 'RawWithNA'] as const)
    it.each([...cases.filter(([name, data]) => !(name === 'minmax_0_1' && data === 'Treated')), ...gaps])(
      '%s of %s',
      (name, data) => {
        const [step, method] = DATASETS[data] ?? ['', {}]
        const request = asemRequest(step, { ...NORMALISATIONS[name], ...method })
        const { normalised } = computeComposite(request)
        const printed = readTable(`coinr/norm/${name}__${data}.csv`)
        leavesOf(request.framework).forEach((code) => expectColumn(normalised[code], printed, request, code))
      },
    )

    it.each([
      ['dist2targ_capped', true],
      ['dist2targ_uncapped', false],
    ] as const)('%s with missing values', (name, cap) => {
      const request = asemRequest('Raw', { normalisation: 'distanceToTarget', scale: 1, normalisationOptions: { cap } })
      const { normalised } = computeComposite(request)
      const printed = readTable(`coinr/norm/${name}__RawWithNA.csv`)
      leavesOf(request.framework).forEach((code) => expectColumn(normalised[code], printed, request, code))
    })

    it('goalposts, truncated, each clipped cell listed', () => {
      const bounds = Object.fromEntries(
        readTable('coinr/norm/goalposts_spec.csv')
          .filter((row) => row['Type'] === 'Indicator')
          .map((row) => [row['iCode'] ?? '', [Number(row['goalpost_lower']), Number(row['goalpost_upper'])] as const]),
      )
      const request = asemRequest('Raw', { bounds })
      const { normalised, clipped } = computeComposite(request)
      const printed = readTable('coinr/norm/goalposts_trunc__RawWithNA.csv')
      leavesOf(request.framework).forEach((code) => expectColumn(normalised[code], printed, request, code))
      const outside = leavesOf(request.framework).flatMap((code) =>
        Array.from(request.values[code] ?? []).filter((x) => {
          const [lo, hi] = bounds[code] ?? [0, 0]
          return x !== null && (x < lo || x > hi)
        }),
      )
      expect(clipped).toHaveLength(outside.length)
    })
  })

  describe('COINr, ASEM: aggregations', () => {
    const variants = [
      ...new Set(readTable('coinr/agg/_index_scores_ranks_all_variants_long.csv').map((row) => row['variant'] ?? '')),
    ]
    const ours = variants.filter((variant) => MEANS[variant.split('__')[0] ?? ''] !== undefined)

    it('covers every printed aggregation but Copeland and the other generalised means', () => {
      expect(variants).toHaveLength(33)
      expect(
        variants
          .filter((variant) => !ours.includes(variant))
          .every((variant) => /copeland|genmean_p[0-9]/.test(variant)),
      ).toBe(true)
      expect(ours).toHaveLength(23)
    })

    it.each(ours)('%s', (variant) => {
      const [mean, norm, data] = variant.split('__') as [string, string, string]
      const [step, treatment] = DATASETS[data] ?? ['', {}]
      const request = asemRequest(step, { ...NORMALISATIONS[norm], ...treatment, ...MEANS[mean] })
      const { scores, ranks } = computeComposite(request)
      const printed = readTable(`coinr/agg/${variant}.csv`)
      for (const code of PARENTS) expectColumn(scores[code], printed, request, code)
      const index = readTable('coinr/agg/_index_scores_ranks_all_variants_long.csv').filter(
        (row) => row['variant'] === variant,
      )
      expect(ranks['Index']).toEqual(printedColumn(index, request.areas, 'rank_Index'))
    })
  })

  describe('COINr, ASEM: five years', () => {
    const years = ['2018', '2019', '2020', '2021', '2022']

    it('treats year by year, then min-max over all years, then aggregates', () => {
      const framework = asemFramework()
      const rows = readTable('coinr/data/asem_iData_panel.csv')
      const printed = readTable('coinr/panel/purse_global_minmax_aggregated.csv')
      const areas = printed.filter((row) => row['Time'] === '2018').map((row) => row['uCode'] ?? '')
      const at = new Map(rows.map((row) => [`${row['Time']} ${row['uCode']}`, row]))
      const values = Object.fromEntries(
        leavesOf(framework).map((code) => [
          code,
          years.map((year) => areas.map((area) => numberAt(at.get(`${year} ${area}`), code))),
        ]),
      )
      const panel = computePanel({
        areas,
        periods: years,
        framework,
        values,
        method: { ...ASEM, treatment: 'winsorise', bounds: 'pooled' },
      })
      const treatedTable = readTable('coinr/panel/purse_treated.csv')
      for (const cell of panel.treated) {
        const row = treatedTable.find((r) => r['uCode'] === cell.area && r['Time'] === cell.period)
        expectNear(cell.after, numberAt(row, cell.indicator), 0, 0, `${cell.indicator} ${cell.area} ${cell.period}`)
      }
      expect(panel.treated).toHaveLength(116)
      for (const { period, scores, normalised } of panel.periods) {
        const table = printed.filter((row) => row['Time'] === period)
        const request = { areas, framework, values: {}, method: ASEM }
        leavesOf(framework).forEach((code) => expectColumn(normalised[code], table, request, code))
        for (const code of PARENTS) expectColumn(scores[code], table, request, code)
      }
    })

    it.each([
      ['latest', Infinity],
      ['latest_max1', 1],
    ] as const)('carries the last observation forward: %s', (name, maxCarry) => {
      const codes = ['LPI', 'Flights', 'Ship', 'Bord']
      const input = readTable('coinr/panel/impute_panel_input.csv')
      const areas = [...new Set(input.map((row) => row['uCode'] ?? ''))]
      const load = (table: readonly Row[]) => {
        const at = new Map(table.map((row) => [`${row['Time']} ${row['uCode']}`, row]))
        return Float64Array.from(
          years.flatMap((year) =>
            codes.flatMap((code) => areas.map((area) => numberAt(at.get(`${year} ${area}`), code) ?? NaN)),
          ),
        )
      }
      const raw = load(input)
      const before = raw.filter((x) => Number.isNaN(x)).length
      const filled = imputePanel(raw, years.length, codes.length, areas.length, 'locf', maxCarry)
      expect(raw).toEqual(load(readTable(`coinr/panel/impute_panel_${name}.csv`)))
      expect(filled).toHaveLength(before - raw.filter((x) => Number.isNaN(x)).length)
    })
  })
})
