/** 31 provinces, 13 indicators in four dimensions, 2011 and 2013: COINr's composite, and entropy, CRITIC, PCA and TOPSIS by
 * the conventions of docs/methods.md (pyrepo, pymcdm, scikit-learn, pyDecision). */
import { describe, expect, it } from 'vitest'
import { computeComposite } from '../../worker/engine/computeComposite.ts'
import type { CompositeMethod, CompositeRequest } from '../../worker/engine/composite.types.ts'
import { computeWeights } from '../../worker/engine/computeWeights.ts'
import type { FrameworkNode } from '../../worker/engine/types.ts'
import { ASEM } from '../support/coinrAsem.ts'
import { describeReference, expectNear, numberAt, readTable } from '../support/reference.ts'

const FOLDER = 'realdata/china_prov_2007_2016'
const DIMENSIONS = ['Health', 'Education', 'SocialInsurance', 'Infrastructure']

function framework(): FrameworkNode {
  const meta = readTable(`${FOLDER}/peers/composite_iMeta.csv`)
  return {
    code: 'Index',
    children: DIMENSIONS.map((code) => ({
      code,
      weight:
        numberAt(
          meta.find((row) => row['iCode'] === code),
          'Weight',
        ) ?? 0,
      children: meta
        .filter((row) => row['Parent'] === code)
        .map((row) => ({
          code: row['iCode'] ?? '',
          weight: numberAt(row, 'Weight') ?? 0,
          direction: row['Direction'] === '-1' ? ('cost' as const) : ('benefit' as const),
        })),
    })),
  }
}

function request(year: string, method: Partial<CompositeMethod>): CompositeRequest {
  const rows = readTable(`${FOLDER}/panel_derived.csv`).filter((row) => row['year'] === year)
  const tree = framework()
  const codes = (tree.children ?? []).flatMap((dimension) => (dimension.children ?? []).map((leaf) => leaf.code))
  return {
    areas: rows.map((row) => row['code'] ?? ''),
    framework: tree,
    values: Object.fromEntries(codes.map((code) => [code, rows.map((row) => numberAt(row, code))])),
    method: { ...ASEM, ...method },
  }
}

const METHODS: Readonly<Record<string, Partial<CompositeMethod>>> = {
  'minmax a_amean FALSE': {},
  'minmax a_amean TRUE': { treatment: 'winsorise' },
  'minmax1_100 a_gmean FALSE': { scale: [1, 100], aggregation: 'geometric' },
  'minmax1_100 a_hmean FALSE': { scale: [1, 100], aggregation: 'harmonic' },
  'zscore a_amean FALSE': { normalisation: 'zscore' },
}

describeReference('Chinese provinces', 'realdata', () => {
  describe.each(['2011', '2013'])('%s', (year) => {
    it.each(Object.keys(METHODS))('COINr: %s', (name) => {
      const asked = request(year, METHODS[name] ?? {})
      const { scores, ranks } = computeComposite(asked)
      const table = readTable(`${FOLDER}/peers/composite_COINr.csv`).filter(
        (row) => row['year'] === year && `${row['norm']} ${row['agg']} ${row['treated']}` === name,
      )
      expect(table).toHaveLength(31)
      for (const row of table) {
        const i = asked.areas.indexOf(row['uCode'] ?? '')
        for (const code of [...DIMENSIONS, 'Index'])
          expectNear(scores[code]?.[i], numberAt(row, code), 1e-11, 1e-12, `${code} ${row['uCode']}`)
        expect(ranks['Index']?.[i]).toBe(numberAt(row, 'rank'))
      }
    })

    it('entropy, CRITIC and first principal component', () => {
      const asked = request(year, {})
      const table = readTable(`${FOLDER}/peers/weights_methods_convention.csv`).filter((row) => row['year'] === year)
      const values = asked.values
      const directions = Object.fromEntries(
        table.map((row) => [
          row['indicator'] ?? '',
          row['direction'] === '-1' ? ('cost' as const) : ('benefit' as const),
        ]),
      )
      expect(Object.keys(directions).toSorted()).toEqual(Object.keys(values).toSorted())
      const entropy = computeWeights({ method: 'entropy', values, directions })
      const critic = computeWeights({ method: 'critic', values, directions })
      const pca = computeWeights({ method: 'pca', values, directions, options: { absolute: true } })
      for (const row of table) {
        const code = row['indicator'] ?? ''
        expectNear(entropy.detail.entropy?.[code], numberAt(row, 'entropy_e'), 1e-12, 0, code)
        expectNear(entropy.weights[code], numberAt(row, 'entropy_w'), 1e-11, 0, code)
        expectNear(critic.weights[code], numberAt(row, 'critic_w'), 1e-11, 0, code)
        expectNear(pca.detail.loading?.[code], numberAt(row, 'pca1_loading'), 1e-9, 1e-12, code)
        expectNear(pca.weights[code], numberAt(row, 'pca1_abs_w'), 1e-9, 1e-12, code)
      }
    })

    it('TOPSIS with entropy weights of all leaves, and with equal ones', () => {
      const table = readTable(`${FOLDER}/peers/topsis_methods_convention.csv`).filter((row) => row['year'] === year)
      for (const [weighting, column] of [
        ['entropy', 'closeness_entropy_w'],
        ['equal', 'closeness_equal_w'],
      ] as const) {
        const nested = request(year, { weighting, aggregation: 'topsis', scale: 1 })
        // Equal weights of the peer are over all 13 indicators; in the tree they would be equal per dimension.
        const flat = {
          code: 'Index',
          children: (nested.framework.children ?? []).flatMap((dimension) => dimension.children ?? []),
        }
        const asked = weighting === 'equal' ? { ...nested, framework: flat } : nested
        const { scores } = computeComposite(asked)
        expect(table).toHaveLength(31)
        for (const row of table)
          expectNear(
            scores['Index']?.[asked.areas.indexOf(row['uCode'] ?? '')],
            numberAt(row, column),
            1e-11,
            0,
            `${column} ${row['uCode']}`,
          )
      }
    })
  })
})
