/** Coupling coordination and obstacle degree against R mathmodels: four service dimensions of 31 provinces (2011, 2013)
 * and its own examples. Its deviation: it floors scores at 1e-10, so an area with a zero dimension gets C > 0; the
 * formula (and the engine) says C = D = 0. Feeding the engine floored scores gives mathmodels' C and D back. */
import { expect, it } from 'vitest'
import { computeCoupling } from '../../worker/engine/computeCoupling.ts'
import { obstacleDegree } from '../../worker/engine/diagnose/obstacleDegree.ts'
import { couplingCoordination } from '../../worker/engine/coupling/couplingCoordination.ts'
import { describeReference, expectNear, numberAt, readTable } from '../support/reference.ts'
import type { Row } from '../support/reference.ts'

const dimensions = ['Health', 'Education', 'SocialInsurance', 'Infrastructure']

describeReference('coupling of Chinese provinces', 'realdata', () => {
  const folder = 'realdata/china_prov_2007_2016/peers'
  const scores = readTable(`${folder}/composite_COINr.csv`).filter((row) => {
    return row['norm'] === 'minmax' && row['agg'] === 'a_amean' && row['treated'] === 'FALSE'
  })
  const peers = readTable(`${folder}/coupling_mathmodels.csv`).filter((row) => row['type'] === 'standard')

  it.each(['2011', '2013'])('%s: C, T and D of every province', (year) => {
    const areas = scores.filter((row) => row['year'] === year)
    expect(areas.length).toBe(31)
    const scoresOf = (area: Row) => dimensions.map((d) => (numberAt(area, d) ?? Number.NaN) / 100)
    const systems = Object.fromEntries(dimensions.map((d, k) => [d, areas.map((area) => scoresOf(area)[k] ?? null)]))
    const result = computeCoupling({ systems })
    let floored = 0
    for (const [i, area] of areas.entries()) {
      const peer = peers.find((row) => row['year'] === year && row['uCode'] === area['uCode'])
      const what = `${year} ${area['uCode']}`
      const zero = scoresOf(area).some((u) => u < 1e-10)
      if (zero) {
        floored += 1
        expect([result.C[i], result.D[i]], what).toEqual([0, 0])
        const lifted = couplingCoordination(scoresOf(area).map((u) => Math.max(u, 1e-10)))
        expectNear(lifted.C, numberAt(peer, 'C'), 1e-9, 0, what)
        expectNear(lifted.D, numberAt(peer, 'D'), 1e-9, 0, what)
      } else {
        expectNear(result.C[i], numberAt(peer, 'C'), 1e-12, 0, what)
        expectNear(result.D[i], numberAt(peer, 'D'), 1e-12, 0, what)
      }
      expectNear(result.T[i], numberAt(peer, 'T'), zero ? 1e-9 : 1e-12, 0, what)
    }
    expect(floored).toBeGreaterThan(0)
    expect(floored).toBeLessThan(6)
  })
})

describeReference('coupling and obstacles of mathmodels’ examples', 'mcdm', () => {
  const peers = readTable('mcdm/coupling_coordination.csv').filter((row) => row['type'] === 'standard')

  it('covers four sets with equal and given weights', () => {
    expect(new Set(peers.map((row) => `${row['set']} ${row['weights']}`)).size).toBe(7)
  })

  it.each(peers)('$set, weights $weights, area $ID', (peer) => {
    const own = new Set(['ID'])
    const file = peer['set'] === 'random_2sys' ? null : `mcdm/coupling_input_${peer['set']}.csv`
    const rows = readTable(file ?? 'mcdm/coupling_input_random_4sys.csv')
    const area = rows.find((row) => row['ID'] === peer['ID'])
    const keys = Object.keys(area ?? {})
      .filter((key) => !own.has(key))
      .slice(0, file === null ? 2 : undefined)
    const scores = keys.map((key) => Math.max(1e-10, numberAt(area, key) ?? Number.NaN))
    const weights = peer['weights'] === 'equal' ? undefined : (peer['weights'] ?? '').split(';').map(Number)
    const result = couplingCoordination(scores, weights)
    // The peer's sum keeps the unfloored score, so a floored area differs in the tenth digit.
    expectNear(result.C, numberAt(peer, 'C_coupling'), scores.includes(1e-10) ? 1e-9 : 1e-12)
    expectNear(result.T, numberAt(peer, 'T_coordination'), 1e-9)
    expectNear(result.D, numberAt(peer, 'D_coupling_coordination'), 1e-9)
  })

  it.each(readTable('mcdm/obstacle_degree.csv').filter((row) => row['scaled'] === 'TRUE'))(
    'obstacles of area $ID',
    (peer) => {
      const area = readTable('mcdm/coupling_input_doc_3sys.csv').find((row) => row['ID'] === peer['ID'])
      const keys = ['s1', 's2', 's3']
      const result = obstacleDegree(
        keys.map((key) => numberAt(area, key)),
        [0.4, 0.3, 0.3],
      )
      keys.forEach((key, j) => expectNear(result.value?.[j], numberAt(peer, key), 1e-12))
    },
  )
})
