/** The 31 provinces through the API and back: what a stored evaluation says about inequality equals what R's ineq and dineq printed. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { parseTable } from '../../scripts/realdata/csv.ts'
import { PROVINCES_SLUG, importProvinces } from '../../scripts/realdata/importProvinces.ts'
import { PROVINCE_INDICATORS, readProvinces } from '../../scripts/realdata/provinces.ts'
import { describeReference, referencePath } from '../support/reference.ts'
import { startInProcess, type InProcess } from '../../scripts/serve/inProcess.ts'
import type { PeriodResult } from '../../worker/contract/evaluations.ts'

const part = 'realdata/china_prov_2007_2016'
const folder = referencePath(part)

/** Peer, function, parameter → where the stored result holds the same measure. */
const MEASURES = [
  { func: 'var.coeff', parameter: 'population CV', weighted: false, key: 'cv' },
  { func: 'Gini', parameter: 'unweighted', weighted: false, key: 'gini' },
  { func: 'Theil', parameter: 'T unweighted', weighted: false, key: 'theilT' },
  { func: 'Theil', parameter: 'L unweighted', weighted: false, key: 'theilL' },
  { func: 'RS', parameter: 'unweighted', weighted: false, key: 'hoover' },
  { func: 'gini.wtd', parameter: 'pop-weighted', weighted: true, key: 'gini' },
  { func: 'theil.wtd', parameter: 'pop-weighted', weighted: true, key: 'theilT' },
  { func: 'mld.wtd', parameter: 'pop-weighted', weighted: true, key: 'theilL' },
] as const

describeReference('31 provinces through the API', part, () => {
  let server: InProcess
  const results = new Map<string, PeriodResult>()
  const peers = parseTable(readFileSync(join(folder, 'peers/inequality_by_year.csv'), 'utf8'))

  beforeAll(async () => {
    server = await startInProcess()
    const context = {
      origin: server.origin,
      operator: server.operator,
      ownerPassword: 'owner-of-the-test',
      say: () => undefined,
    }
    const data = readProvinces(folder)
    await importProvinces(data, context)
    // The second time finds everything done.
    const { client, evaluations } = await importProvinces(data, context)
    for (const [year, id] of evaluations)
      results.set(year, await client.get<PeriodResult>(`/cities/${PROVINCES_SLUG}/evaluations/${id}/periods/${year}`))
  }, 60_000)
  afterAll(async () => server.stop())

  it('holds every value of the panel', () => {
    for (const year of ['2011', '2013']) {
      const result = results.get(year)
      expect(Object.keys(result?.values ?? {}).toSorted()).toEqual([...PROVINCE_INDICATORS].toSorted())
      expect(result?.populations.filter((p) => p !== null)).toHaveLength(31)
    }
  })

  it.each(['2011', '2013'])('agrees with ineq and dineq in %s to 1e-12', (year) => {
    const faults: string[] = []
    let compared = 0
    for (const { func, parameter, weighted, key } of MEASURES) {
      for (const peer of peers.filter(
        (p) => p['year'] === year && p['func'] === func && p['parameter'] === parameter,
      )) {
        const node = results.get(year)?.indices[peer['variable'] ?? '']
        const got = (weighted ? node?.weighted : node?.unweighted)?.[key]?.value
        const expected = Number(peer['value'])
        compared++
        if (typeof got !== 'number' || Math.abs(got - expected) > 1e-12 * Math.abs(expected))
          faults.push(`${peer['variable']} ${func} ${parameter}: expected ${expected}, got ${String(got)}`)
      }
    }
    expect(faults).toEqual([])
    expect(compared).toBe(MEASURES.length * (year === '2011' ? 15 : 16))
  })

  it('keeps the weighted CV consistent with weighted values of its own', () => {
    for (const [, result] of results) {
      for (const code of PROVINCE_INDICATORS) {
        const pairs = (result.values[code] ?? []).flatMap((x, i) =>
          x === null ? [] : [[x, result.populations[i] ?? 0] as const],
        )
        if (pairs.length === 0) continue
        const total = pairs.reduce((s, [, p]) => s + p, 0)
        const mean = pairs.reduce((s, [x, p]) => s + x * p, 0) / total
        const cv = Math.sqrt(pairs.reduce((s, [x, p]) => s + p * (x - mean) ** 2, 0) / total) / mean
        expect(result.indices[code]?.weighted?.['cv']?.value, code).toBeCloseTo(cv, 12)
      }
    }
  })
})
