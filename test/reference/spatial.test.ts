/** Moran's I, global and local, against PySAL esda 2.4.3 and R spdep 1.2-7 on 14 published maps. */
import { expect, it } from 'vitest'
import { moran } from '../../worker/engine/space/moran.ts'
import type { MoranOptions, MoranResult } from '../../worker/engine/space/moran.ts'
import { describeReference, expectNear, numberAt, readTable } from '../support/reference.ts'
import type { Row } from '../support/reference.ts'

describeReference('spatial autocorrelation', 'spatial', () => {
  const esda = Map.groupBy(
    readTable('spatial/esda_global.csv').filter((row) => row['statistic'] === 'Moran'),
    datasetOf,
  )
  const spdep = Map.groupBy(
    readTable('spatial/spdep_global.csv').filter((row) => row['statistic'] === 'moran.test'),
    datasetOf,
  )
  const esdaLocal = Map.groupBy(
    readTable('spatial/esda_local.csv').filter((row) => row['statistic'] === 'Moran_Local'),
    datasetOf,
  )
  const spdepLocal = Map.groupBy(readTable('spatial/spdep_local.csv'), datasetOf)

  it('finds the 14 maps in every file', () => {
    for (const table of [esda, spdep, esdaLocal, spdepLocal]) expect(table.size).toBe(14)
  })

  it.each([...esda.keys()])('%s: global I, moments, z and p agree with esda and spdep', (dataset) => {
    for (const row of [...(esda.get(dataset) ?? []), ...(spdep.get(dataset) ?? [])]) {
      const quantity = globalQuantities[row['quantity'] ?? '']
      if (quantity === undefined) continue
      const style = (row['transformation'] ?? row['style']) === 'B' ? 'binary' : 'row'
      const p = (row['quantity'] ?? '').startsWith('p_')
      const got = quantity(run(dataset, { style, permutations: 0 }))
      expectNear(
        got,
        numberAt(row, 'value'),
        p ? 1e-9 : 1e-12,
        p ? 1e-15 : 1e-14,
        `${dataset} ${style} ${row['quantity']}`,
      )
    }
  })

  it.each([...esda.keys()])(
    '%s: the seeded permutation p agrees with esda’s and the normal p within sampling error',
    (dataset) => {
      // esda folds to the likelier side and counts that one alone; ours counts both sides, so it can only be larger.
      const row = esda.get(dataset)?.find((r) => r['quantity'] === 'p_sim_seed12345_999' && r['transformation'] === 'R')
      const { permutation, random } = run(dataset, { style: 'row' })
      const p = permutation?.p ?? Number.NaN
      expect(p - (numberAt(row, 'value') ?? Number.NaN)).toBeGreaterThan(-0.02)
      expect(Math.abs(p - (random.p ?? Number.NaN))).toBeLessThan(0.06)
    },
  )

  it.each([...esda.keys()])('%s: local I and quadrants agree with esda', (dataset) => {
    const result = run(dataset, { permutations: 0 })
    const rows = byArea(esdaLocal.get(dataset))
    for (const [i, id] of areasOf(dataset).ids.entries()) {
      const row = rows.get(id)
      expectNear(result.local[i]?.value, numberAt(row, 'value'), 1e-11, 1e-14, `${dataset} ${id}`)
      const quadrant = ['', 'HH', 'LH', 'LL', 'HL'][numberAt(row, 'quadrant(1HH,2LH,3LL,4HL)') ?? 0]
      expect(result.local[i]?.quadrant, `${dataset} ${id}`).toBe(quadrant)
    }
  })

  it.each([...spdepLocal.keys()])('%s: local I and its conditional moments agree with spdep', (dataset) => {
    for (const [style, key] of [
      ['row', 'W'],
      ['binary', 'B'],
    ] as const) {
      const byN = run(dataset, { style, permutations: 0, localDivisor: 'n' })
      const byN1 = run(dataset, { style, permutations: 0 })
      const rows = byArea(spdepLocal.get(dataset)?.filter((row) => row['style'] === key))
      for (const [i, id] of areasOf(dataset).ids.entries()) {
        const [row, what] = [rows.get(id), `${dataset} ${style} ${id}`]
        expectNear(byN.local[i]?.value, numberAt(row, 'Ii'), 1e-11, 1e-14, what)
        expectNear(byN1.local[i]?.value, numberAt(row, 'Ii_mlvarFALSE'), 1e-11, 1e-14, what)
        expectNear(byN.local[i]?.expected, numberAt(row, 'E.Ii_conditional'), 1e-11, 1e-14, what)
        expectNear(byN.local[i]?.variance, numberAt(row, 'Var.Ii_conditional'), 1e-11, 1e-14, what)
        expectNear(byN.local[i]?.z, numberAt(row, 'Z_conditional'), 1e-9, 1e-12, what)
      }
    }
  })
})

const globalQuantities: Readonly<Record<string, (result: MoranResult) => number | null>> = {
  I: (r) => r.value,
  EI: (r) => r.expected,
  VI_norm: (r) => r.normal.variance,
  z_norm: (r) => r.normal.z,
  p_norm_two: (r) => r.normal.p,
  VI_rand: (r) => r.random.variance,
  z_rand: (r) => r.random.z,
  p_rand_two: (r) => r.random.p,
  E: (r) => r.expected,
  Var_normality: (r) => r.normal.variance,
  z_normality: (r) => r.normal.z,
  p_two_normality: (r) => r.normal.p,
  Var_randomisation: (r) => r.random.variance,
  z_randomisation: (r) => r.random.z,
  p_two_randomisation: (r) => r.random.p,
}

function datasetOf(row: Row): string {
  return row['dataset'] ?? ''
}

function byArea(rows: readonly Row[] = []): Map<string, Row> {
  return new Map(rows.map((row) => [row['id'] ?? '', row]))
}

function run(dataset: string, options: MoranOptions): MoranResult {
  const { values, neighbours } = areasOf(dataset)
  const result = moran(values, neighbours, options)
  if (result.value === null) throw new Error(`${dataset}: ${result.reason}`)
  return result
}

function areasOf(dataset: string): { ids: string[]; values: (number | null)[]; neighbours: number[][] } {
  const rows = readTable(`spatial/data/${dataset}_values.csv`)
  const ids = rows.map((row) => row['id'] ?? '')
  const position = new Map(ids.map((id, i) => [id, i]))
  const neighbours: number[][] = ids.map(() => [])
  for (const link of readTable(`spatial/data/W_${mapOf(dataset)}.csv`)) {
    const [from, to] = [position.get(link['id'] ?? ''), position.get(link['neighbor'] ?? '')]
    if (from === undefined || to === undefined) throw new Error(`${dataset}: unknown area in a link`)
    neighbours[from]?.push(to)
  }
  return { ids, values: rows.map((row) => numberAt(row, 'value')), neighbours }
}

function mapOf(dataset: string): string {
  return dataset.endsWith('blockhanson98') ? 'mexico_blockhanson98' : (dataset.split('_')[0] ?? '')
}
