/** Moran's I of 31 provinces' service indicators, 2011 and 2013, against R spdep. Hainan has no neighbour: the engine
 * keeps it in n (spdep's adjust.n = FALSE); leaving it out of the data gives spdep's adjust.n = TRUE moments. */
import { expect, it } from 'vitest'
import { moran } from '../../worker/engine/space/moran.ts'
import { describeReference, expectNear, numberAt, readTable } from '../support/reference.ts'

describeReference('Moran’s I of Chinese provinces', 'realdata', () => {
  const folder = 'realdata/china_prov_2007_2016'
  const provinces = readTable(`${folder}/provinces.csv`).map((row) => row['province'] ?? '')
  const panel = readTable(`${folder}/panel_derived.csv`)
  const links = readTable('realdata/adjacency/china_31_edges.csv')
  const neighbours = provinces.map((province) => {
    return links
      .filter((link) => link['province'] === province)
      .map((link) => provinces.indexOf(link['neighbor'] ?? ''))
  })
  const cases = readTable(`${folder}/peers/moran_spdep.csv`)

  it('has 124 peer values, and Hainan alone has no neighbour', () => {
    expect(cases.length).toBe(124)
    expect(provinces.filter((_, i) => neighbours[i]?.length === 0)).toEqual(['海南'])
  })

  it.each(cases)('$year $variable, style $style, adjust.n $adjust.n', (row) => {
    const withoutIslands = row['adjust.n'] === 'TRUE'
    const kept = provinces.filter((_, i) => !withoutIslands || (neighbours[i]?.length ?? 0) > 0)
    const values = kept.map((province) => {
      const found = panel.find((r) => r['province'] === province && r['year'] === row['year'])
      return numberAt(found, row['variable'] ?? '')
    })
    const near = kept.map((province) => {
      return (neighbours[provinces.indexOf(province)] ?? []).map((j) => kept.indexOf(provinces[j] ?? ''))
    })
    const result = moran(values, near, { style: row['style'] === 'B' ? 'binary' : 'row', permutations: 0 })
    if (result.value === null) throw new Error(result.reason)
    expect(result.n).toBe(kept.length)
    expect(result.islands).toBe(withoutIslands ? 0 : 1)
    if (withoutIslands) return expectExcluded(result, row)
    expectNear(result.value, numberAt(row, 'I'), 1e-12)
    expectNear(result.expected, numberAt(row, 'E'), 1e-14)
    expectNear(result.random.variance, numberAt(row, 'Var_rand'), 1e-12)
    expectNear(result.random.z, numberAt(row, 'z'), 1e-11)
    expectNear(result.random.p, numberAt(row, 'p_two'), 1e-9)
  })

  /** spdep's adjust.n = TRUE lowers n by the islands but keeps their value in the mean, Σz² and kurtosis, so its I is
   * ours over all areas × (n − 1)/n; only the expectation equals that of the data without the island. */
  function expectExcluded(without: { expected: number }, row: (typeof cases)[number]): void {
    const values = provinces.map((province) => {
      return numberAt(
        panel.find((r) => r['province'] === province && r['year'] === row['year']),
        row['variable'] ?? '',
      )
    })
    const all = moran(values, neighbours, { style: row['style'] === 'B' ? 'binary' : 'row', permutations: 0 })
    if (all.value === null) throw new Error(all.reason)
    expectNear(without.expected, numberAt(row, 'E'), 1e-14)
    expectNear((all.value * 30) / 31, numberAt(row, 'I'), 1e-12)
  }
})
