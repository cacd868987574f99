/** R ineq, dineq, IC2 and laeken on survey and example data, weighted and not. Where a peer differs the test says how, and
 * holds our value to the definition instead: ineq and dineq delete zeros in Theil's T, IC2 refuses them. */
import { expect, it } from 'vitest'
import { decomposeGini } from '../../worker/engine/decompose/decomposeGini.ts'
import { decomposeTheil } from '../../worker/engine/decompose/decomposeTheil.ts'
import { atkinson } from '../../worker/engine/indices/atkinson.ts'
import { cv } from '../../worker/engine/indices/cv.ts'
import { ge } from '../../worker/engine/indices/ge.ts'
import { gini } from '../../worker/engine/indices/gini.ts'
import { hoover } from '../../worker/engine/indices/hoover.ts'
import { lorenz } from '../../worker/engine/indices/lorenz.ts'
import { quintileRatio } from '../../worker/engine/indices/quintileRatio.ts'
import { theilL } from '../../worker/engine/indices/theilL.ts'
import { theilT } from '../../worker/engine/indices/theilT.ts'
import { Column } from '../../worker/engine/numeric/column.ts'
import { definitions, shares } from '../support/definitions.ts'
import type { Row } from '../support/reference.ts'
import { describeReference, expectNear, numberAt, readTable, readText } from '../support/reference.ts'

type Read = (x: Column) => number | null
const ofGe =
  (alpha: number): Read =>
  (x) =>
    ge(x, undefined, { alpha }).value
const ofAtkinson =
  (epsilon: number): Read =>
  (x) =>
    atkinson(x, undefined, { epsilon }).value

/** package, function, parameter → our function. */
const ours: Record<string, Read> = {
  'base,n_nonNA,': (x) => x.n,
  'base,mean,na.rm': (x) => x.meanValue,
  'ineq,Gini,corr=FALSE (population)': (x) => gini(x).value,
  'ineq,Gini,corr=TRUE (n/(n-1))': (x) => gini(x, undefined, { unbiased: true }).value,
  'ineq,RS,Ricci-Schutz=Hoover=Pietra': (x) => hoover(x).value,
  'ineq,var.coeff,population CV': (x) => cv(x).value,
  'ineq,Theil,parameter=0 (Theil T; zeros DROPPED)': (x) => theilT(x).value,
  'ineq,Theil,parameter=1 (MLD/Theil L)': (x) => theilL(x).value,
  'dineq,gini.wtd,unweighted': (x) => gini(x).value,
  'dineq,theil.wtd,unweighted (x<=0 dropped)': (x) => theilT(x).value,
  'dineq,mld.wtd,unweighted (x<=0 dropped)': (x) => theilL(x).value,
  'dineq,gini.wtd,weighted': (x) => gini(x).value,
  'dineq,theil.wtd,weighted': (x) => theilT(x).value,
  'dineq,mld.wtd,weighted': (x) => theilL(x).value,
  'IC2,calcSGini,S-Gini param=2': (x) => gini(x).value,
  ...Object.fromEntries([0.25, 0.5, 1, 2].map((e) => [`ineq,Atkinson,epsilon=${e}`, ofAtkinson(e)])),
  ...Object.fromEntries([0.5, 1, 2].map((e) => [`IC2,calcAtkinson,epsilon=${e}`, ofAtkinson(e)])),
  ...Object.fromEntries([-1, 0, 0.5, 1, 2, 3].map((a) => [`ineq,entropy,GE alpha=${a}`, ofGe(a)])),
  ...Object.fromEntries([-1, 0, 0.5, 1, 2].map((a) => [`IC2,calcGEI,alpha=${a}`, ofGe(a)])),
}

const numbers = (path: string, key: string) => readTable(`ineq/data/${path}.csv`).map((row) => numberAt(row, key))
const weightedColumn = (path: string, value: string, weight: string) =>
  new Column(numbers(path, value), numbers(path, weight) as number[])
const key = (row: Row) => `${row['package']},${row['func']},${row['parameter']}`

describeReference('R ineq, dineq, IC2, laeken', 'ineq', () => {
  const small = JSON.parse(readText('ineq/data/small_vectors.json')) as Record<string, (number | null)[]>
  const mexico = readTable('pysal/mexico.csv')
  const vectors: Record<string, (number | null)[]> = {
    ...small,
    Ilocos_income: numbers('Ilocos', 'income'),
    AirPassengers: numbers('AirPassengers', 'value'),
    mex2008_income: numbers('mex_inc_2008', 'income'),
    hhbudgets_ingreso: numbers('hhbudgets', 'ingreso'),
    rlnorm500_seed1: numbers('rlnorm500_seed1', 'value'),
    ...Object.fromEntries(
      [1940, 1950, 1960, 1970, 1980, 1990, 2000].map((y) => [
        `mexico_pcgdp${y}`,
        mexico.map((row) => numberAt(row, `pcgdp${y}`)),
      ]),
    ),
  }
  const scalars = readTable('ineq/scalar_measures.csv').filter((row) => ours[key(row)] !== undefined)

  it.each([...new Set(scalars.map((row) => row['vector'] ?? ''))])('scalar measures of %s', (name) => {
    const x = new Column(vectors[name] ?? [])
    for (const row of scalars.filter((r) => r['vector'] === name)) {
      const printed = numberAt(row, 'value')
      const got = ours[key(row)]?.(x) ?? null
      const zeros = x.min <= 0
      if (x.n < 2 && !key(row).startsWith('base')) expect(got, key(row)).toBeNull()
      else if (printed === null || got === null)
        expect(got === null ? zeros : zeros || x.n < 2, `${name} ${key(row)}`).toBe(true)
      else if (zeros && /Theil,parameter=0|theil\.wtd|GE alpha=1$/.test(key(row))) {
        // The peer deletes the zeros and averages over the rest; with them kept, 0 ln 0 = 0.
        expectNear(got, definitions.theilT(shares([...x.x])), 1e-13)
        expect(Math.abs(got - printed)).toBeGreaterThan(0.1)
      } else expectNear(got, printed, 1e-12, 1e-14, `${name} ${key(row)}`)
    }
  })

  it('[0,1,2,3,4]: 0.32958, not the 0.10644 that deleting the zero gives; half zeros: ln 2, not 0', () => {
    expectNear(theilT([0, 1, 2, 3, 4]).value, 0.32958, 2e-5)
    expectNear(theilT([0, 0, 0, 10, 10, 10]).value, Math.LN2, 1e-15)
  })

  it('weighted measures', () => {
    const rows = readTable('ineq/weighted_measures.csv').filter((row) => ours[key(row)] !== undefined)
    const weighted: Record<string, Column> = {
      mex2008_income: weightedColumn('mex_inc_2008', 'income', 'factor'),
      hhbudgets_ingreso: weightedColumn('hhbudgets', 'ingreso', 'factor'),
      Ilocos_hh: weightedColumn('Ilocos', 'income', 'family.size'),
    }
    const compared = rows.filter((row) => weighted[row['vector'] ?? ''] !== undefined)
    expect(compared.length).toBeGreaterThanOrEqual(33)
    for (const row of compared) {
      const name = row['vector'] ?? ''
      expectNear(ours[key(row)]?.(weighted[name] as Column), numberAt(row, 'value'), 1e-12, 0, `${name} ${key(row)}`)
    }
  })

  it('Lorenz curves: 632 households, and ineq’s grouped example', () => {
    const curve = lorenz(vectors['Ilocos_income'] ?? []).value
    for (const [i, row] of readTable('ineq/lorenz_Ilocos.csv').entries()) {
      expectNear(curve?.p[i], numberAt(row, 'p'), 1e-13)
      expectNear(curve?.L[i], numberAt(row, 'L'), 1e-12)
    }
  })

  it('quintile shares over weights as laeken, unless an area sits on the step, where laeken takes the next one', () => {
    const rows = readTable('ineq/scalar_measures.csv').filter((row) => row['func'] === 'qsr')
    for (const name of ['Ilocos_income', 'AirPassengers', 'mexico_pcgdp1950', 'mexico_pcgdp2000']) {
      const printed = numberAt(
        rows.find((row) => row['vector'] === name),
        'value',
      )
      const x = vectors[name] ?? []
      expectNear(
        quintileRatio(
          x,
          x.map(() => 1),
        ).value,
        printed,
        1e-12,
        0,
        name,
      )
    }
    // 1 … 10: laeken cuts at 3 and 9, so 10/(1 + 2 + 3); the inverse at 2 and 8, type 7 at 2.8 and 8.2: (9 + 10)/(1 + 2).
    expectNear(
      numberAt(
        rows.find((row) => row['vector'] === 'one_to_ten'),
        'value',
      ),
      10 / 6,
      1e-15,
    )
    expectNear(
      quintileRatio(
        vectors['one_to_ten'] ?? [],
        Array.from({ length: 10 }, () => 1),
      ).value,
      19 / 3,
      1e-15,
    )
    expectNear(quintileRatio(vectors['one_to_ten'] ?? []).value, 19 / 3, 1e-15)
  })

  it('GE(0), GE(1) and S-Gini by group', () => {
    const rows = readTable('ineq/subgroup_decompositions.csv')
    const inputs: Record<string, { x: (number | null)[]; groups: string[]; weights?: number[] }> = {
      mex2008_by_education: {
        x: vectors['mex2008_income'] ?? [],
        groups: readTable('ineq/data/mex_inc_2008.csv').map((row) => row['education'] ?? ''),
      },
      Ilocos_by_province: {
        x: vectors['Ilocos_income'] ?? [],
        groups: readTable('ineq/data/Ilocos.csv').map((row) => row['province'] ?? ''),
      },
      Ilocos_by_urbanity: {
        x: vectors['Ilocos_income'] ?? [],
        groups: readTable('ineq/data/Ilocos.csv').map((row) => row['urbanity'] ?? ''),
      },
      hhbudgets_ingreso_by_estructura: {
        x: vectors['hhbudgets_ingreso'] ?? [],
        groups: readTable('ineq/data/hhbudgets.csv').map((row) => row['estructura'] ?? ''),
      },
      mexico_pcgdp1940_by_esquivel99: {
        x: vectors['mexico_pcgdp1940'] ?? [],
        groups: mexico.map((row) => row['esquivel99'] ?? ''),
      },
      mexico_pcgdp2000_by_inegi: {
        x: vectors['mexico_pcgdp2000'] ?? [],
        groups: mexico.map((row) => row['inegi'] ?? ''),
      },
    }
    for (const [set, { x, groups }] of Object.entries(inputs)) {
      const theil = decomposeTheil(x, groups)
      const dagum = decomposeGini(x, groups)
      const of = (func: string, parameter: string, component: string) =>
        numberAt(
          rows.find(
            (r) =>
              r['set'] === set && r['func'] === func && r['parameter'] === parameter && r['component'] === component,
          ),
          'value',
        )
      for (const part of ['total', 'within', 'between'] as const) {
        expectNear(theil.theilL[part], of('decompGEI', 'alpha=0', part), 1e-12, 1e-14, `${set} L ${part}`)
        expectNear(theil.theilT[part], of('decompGEI', 'alpha=1', part), 1e-12, 1e-14, `${set} T ${part}`)
        expectNear(dagum[part], of('decompSGini', 'param=2 BM', part), 1e-12, 1e-14, `${set} gini ${part}`)
      }
      expectNear(dagum.transvariation, of('decompSGini', 'param=2 BM', 'overlap'), 1e-11, 1e-14, `${set} overlap`)
    }
  })
})
