/** 31 provinces, 2011 and 2013, up to 16 service indicators: ineq, dineq, IC2 and mathmodels, weighted by resident
 * population and not, with the decompositions over the Bureau of Statistics' four regions. */
import { expect, it } from 'vitest'
import { decomposeGini } from '../../worker/engine/decompose/decomposeGini.ts'
import { decomposeTheil } from '../../worker/engine/decompose/decomposeTheil.ts'
import { atkinson } from '../../worker/engine/indices/atkinson.ts'
import { cv } from '../../worker/engine/indices/cv.ts'
import { ge } from '../../worker/engine/indices/ge.ts'
import { gini } from '../../worker/engine/indices/gini.ts'
import { hoover } from '../../worker/engine/indices/hoover.ts'
import { theilL } from '../../worker/engine/indices/theilL.ts'
import { theilT } from '../../worker/engine/indices/theilT.ts'
import type { Row } from '../support/reference.ts'
import { describeReference, expectNear, numberAt, readTable } from '../support/reference.ts'

describeReference('Inequality among Chinese provinces', 'realdata/china_prov_2007_2016', () => {
  const folder = 'realdata/china_prov_2007_2016'
  const panel = readTable(`${folder}/panel_derived.csv`)
  const peers = readTable(`${folder}/peers/inequality_by_year.csv`)
  const columns = [...new Set(peers.map((row) => `${row['year']} ${row['variable']}`))]

  it('has 31 columns and 2,325 peer values', () => {
    expect(columns).toHaveLength(31)
    expect(peers).toHaveLength(2325)
  })

  it.each(columns)('%s', (name) => {
    const [year, variable = ''] = name.split(' ')
    const rows = panel.filter((row) => row['year'] === year && row[variable] !== '' && row[variable] !== 'NA')
    const x = rows.map((row) => numberAt(row, variable) as number)
    const people = rows.map((row) => numberAt(row, 'population') as number)
    const regions = rows.map((row) => row['region4'] ?? '')
    let compared = 0
    for (const row of peers.filter((r) => r['year'] === year && r['variable'] === variable)) {
      const got = ourValue(row, x, people, regions)
      if (got === undefined) continue
      compared++
      // mathmodels sums p r ln r term by term and keeps two digits fewer where provinces are nearly equal.
      const digits = row['package'] === 'mathmodels' ? 1e-10 : 2e-12
      expectNear(
        got,
        numberAt(row, 'value'),
        digits,
        2e-15,
        `${row['package']} ${row['func']} ${row['parameter']} ${row['group']}`,
      )
    }
    expect(compared).toBe(peers.filter((r) => r['year'] === year && r['variable'] === variable).length - UNMATCHED)
  })
})

/** GE(2) by group (two weightings × 6 or 7 rows): the product decomposes T and L only; totals are compared. */
const UNMATCHED = 12

function ourValue(row: Row, x: number[], people: number[], regions: string[]): number | null | undefined {
  const [func, parameter = '', group = ''] = [row['func'], row['parameter'], row['group']]
  const w = /w=pop|pop-weighted|^pop$/.test(parameter) ? people : undefined
  const epsilon = Number(parameter.replace('eps=', ''))
  if (func === 'Gini' || func === 'gini.wtd') return gini(x, w).value
  if (func === 'RS') return hoover(x).value
  if (func === 'var.coeff') return cv(x).value
  if (func === 'Atkinson') return atkinson(x, undefined, { epsilon }).value
  if (func === 'theil.wtd' || parameter === 'T unweighted') return theilT(x, w).value
  if (func === 'mld.wtd' || parameter === 'L unweighted') return theilL(x, w).value
  if (func?.startsWith('decompSGini')) {
    const parts = decomposeGini(x, regions, w)
    const part = func.replace('decompSGini ', '')
    return part === 'overlap' ? parts.transvariation : parts[part as 'total' | 'within' | 'between']
  }
  if (func?.startsWith('decompGEI')) {
    const part = func.replace('decompGEI ', '')
    if (parameter.startsWith('alpha=2')) return part === 'total' ? ge(x, w).value : undefined
    const parts = decomposeTheil(x, regions, w)[parameter.startsWith('alpha=1') ? 'theilT' : 'theilL']
    if (part === 'group contribution') return parts.groups.find(({ key }) => key === group)?.contribution
    return parts[part as 'total' | 'within' | 'between']
  }
  if (func?.startsWith('theil_g')) {
    const parts = decomposeTheil(x, regions, people).theilT
    if (parts.total === null) return null
    const found = parts.groups.find(({ key }) => key === group)
    const value =
      group === 'T' ? parts.total : group === 'Tb' ? parts.between : group === 'Tw' ? parts.within : undefined
    if (func === 'theil_g ratio') return (value ?? found?.contribution ?? 0) / parts.total
    return value ?? found?.value
  }
  return undefined
}
