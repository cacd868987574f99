/** Dagum's decomposition against three independent implementations over 41 sets: components, pairs, groups. */
import { expect, it } from 'vitest'
import { decomposeGini } from '../../worker/engine/decompose/decomposeGini.ts'
import { describeReference, expectNear, numberAt, readTable, readText } from '../support/reference.ts'

interface DagumSet {
  readonly x: readonly number[]
  readonly group: readonly (string | number)[]
  readonly w: readonly number[] | null
}

/** The files print 2.0 where JSON reads 2. */
const plain = (cell: string | undefined): string => (cell ?? '').replace(/\.0$/, '')

describeReference('Dagum', 'ineq/dagum', () => {
  const sets = Object.entries(JSON.parse(readText('ineq/dagum/inputs.json')) as Record<string, DagumSet>)
  const components = readTable('ineq/dagum/dagum_components.csv')
  const pairs = readTable('ineq/dagum/dagum_pairs.csv')
  const groups = readTable('ineq/dagum/dagum_groups.csv')

  it('covers all sets', () => expect(sets).toHaveLength(46))

  it.each(sets)('%s', (name, { x, group, w }) => {
    const result = decomposeGini(x, group.map(String), w ?? undefined)
    if (result.total === null) throw new Error(result.reason)
    const parts: Record<string, number> = {
      G: result.total,
      Gw: result.within,
      Ggb: result.between + result.transvariation,
      Gnb: result.between,
      Gt: result.transvariation,
    }
    const printed = components.filter((row) => row['set'] === name)
    expect(printed.length).toBeGreaterThanOrEqual(5)
    for (const row of printed) {
      const got = parts[row['component'] ?? '']
      if (got !== undefined)
        expectNear(got, numberAt(row, 'value'), 1e-12, 2e-15, `${row['implementation']} ${row['component']}`)
    }
    for (const row of pairs.filter((r) => r['set'] === name)) {
      const [j, h] = [plain(row['group_j']), plain(row['group_h'])]
      const pair = result.pairs.find(({ a, b }) => (a === j && b === h) || (a === h && b === j))
      expectNear(pair?.value, numberAt(row, 'Gjh'), 1e-12, 1e-15, `G ${j} ${h}`)
      const affluence = numberAt(row, 'Djh')
      if (affluence !== null) expectNear(pair?.affluence, affluence, 1e-12, 1e-14, `D ${j} ${h}`)
    }
    for (const row of groups.filter((r) => r['set'] === name)) {
      const found = result.groups.find(({ key }) => key === plain(row['group']))
      expectNear(found?.value, numberAt(row, 'Gjj'), 1e-12, 1e-15)
      expectNear(found?.share, numberAt(row, 'p_j(population share)'), 1e-14)
      expectNear(found?.valueShare, numberAt(row, 's_j(value share)'), 1e-13)
    }
  })
})
