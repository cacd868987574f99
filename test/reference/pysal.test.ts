/** PySAL inequality on GDP per head of Mexico's 32 states, 1940–2000, five partitions, and on its small vectors. */
import { expect, it } from 'vitest'
import { decomposeGini } from '../../worker/engine/decompose/decomposeGini.ts'
import { decomposeTheil } from '../../worker/engine/decompose/decomposeTheil.ts'
import { atkinson } from '../../worker/engine/indices/atkinson.ts'
import { gini } from '../../worker/engine/indices/gini.ts'
import { hoover } from '../../worker/engine/indices/hoover.ts'
import { lorenz } from '../../worker/engine/indices/lorenz.ts'
import { theilT } from '../../worker/engine/indices/theilT.ts'
import { Column } from '../../worker/engine/numeric/column.ts'
import { describeReference, expectNear, numberAt, readTable, readText } from '../support/reference.ts'

describeReference('PySAL inequality', 'pysal', () => {
  const mexico = readTable('pysal/mexico.csv')
  const column = (name: string) => mexico.map((row) => numberAt(row, name) as number)

  const scalars = readTable('pysal/mexico_scalar_measures.csv')
  const known: Record<string, (x: Column) => number | null> = {
    n: (x) => x.n,
    mean: (x) => x.meanValue,
    Gini: (x) => gini(x).value,
    Theil_T: (x) => theilT(x).value,
    'Schutz_distance(=Hoover/Pietra on Lorenz vertices)': (x) => hoover(x).value,
    ...Object.fromEntries(
      [0, 0.25, 0.5, 0.75, 1, 1.5, 2, 3].map((epsilon) => [
        `Atkinson_eps${epsilon}`,
        (x: Column) => atkinson(x, undefined, { epsilon }).value,
      ]),
    ),
  }

  it('seven years, 13 measures each', () => {
    const compared = scalars.filter((row) => known[row['measure'] ?? ''] !== undefined)
    expect(compared).toHaveLength(7 * 13)
    for (const row of compared) {
      const got = known[row['measure'] ?? '']?.(new Column(column(row['variable'] ?? '')))
      expectNear(got, numberAt(row, 'value'), 1e-13, 1e-15, `${row['variable']} ${row['measure']}`)
    }
  })

  const partitions = readTable('pysal/mexico_theil_decomposition.csv')

  it.each(partitions)('Theil T of $variable by $partition', (row) => {
    const { theilT: parts } = decomposeTheil(
      column(row['variable'] ?? ''),
      mexico.map((state) => state[row['partition'] ?? ''] ?? ''),
    )
    expectNear(parts.total, numberAt(row, 'T'), 1e-13)
    expectNear(parts.between, numberAt(row, 'between'), 1e-12, 1e-16)
    expectNear(parts.within, numberAt(row, 'within'), 1e-12, 1e-16)
  })

  it('between groups of the block weights: the spatial Gini share is Dagum’s gross between', () => {
    const rows = readTable('pysal/mexico_spatial_gini.csv').filter((row) => row['weights']?.startsWith('block_'))
    expect(rows.length).toBeGreaterThanOrEqual(7)
    for (const row of rows) {
      const partition = row['weights']?.replace('block_', '') ?? ''
      const result = decomposeGini(
        column(row['variable'] ?? ''),
        mexico.map((state) => state[partition] ?? ''),
      )
      if (result.total === null) throw new Error(result.reason)
      expectNear(result.total, numberAt(row, 'g'), 1e-13)
      expectNear(result.between + result.transvariation, numberAt(row, 'wcg_share'), 1e-12, 0, row['variable'])
    }
  })

  const vectors = JSON.parse(readText('pysal/small_vectors.json')) as Record<
    string,
    { x: number[] } & Record<string, number | number[]>
  >

  it.each(Object.entries(vectors).filter(([, vector]) => typeof vector['Gini'] === 'number'))(
    'small vector %s',
    (_, vector) => {
      const x = new Column(vector.x)
      expectNear(gini(x).value, vector['Gini'] as number, 1e-13, 1e-15)
      expectNear(theilT(x).value, vector['Theil'] as number, 1e-13, 1e-15)
      if (typeof vector['Schutz_distance'] === 'number')
        expectNear(hoover(x).value, vector['Schutz_distance'], 1e-13, 1e-15)
      for (const epsilon of [0.5, 1, 2]) {
        const printed = vector[`Atkinson_${epsilon}`]
        if (typeof printed === 'number' && x.min > 0)
          expectNear(atkinson(x, undefined, { epsilon }).value, printed, 1e-12, 1e-15)
      }
      const curve = lorenz(x).value
      ;(vector['lorenz_share'] as number[] | undefined)?.forEach((share, i) =>
        expectNear(curve?.L[i], share, 1e-13, 1e-15),
      )
    },
  )
})
