import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { mintCity } from '../support/worker-city.ts'
import { fillSmall, run } from '../support/worker-evaluation.ts'
import type { PeriodResult } from '../../worker/contract/evaluations.ts'

describe('GET evaluations/:id/results.csv', () => {
  it('holds every period, area and node, and the city with its degree and convention', async () => {
    const city = await mintCity({ framework: true, areas: 3 })
    await fillSmall(city)
    const { id, nodes, periods } = await run(city)
    const res = await city.request(`evaluations/${id}/results.csv`, { headers: { 'accept-language': 'en' } })
    expect(res.status).toBe(200)
    expect(res.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    const [head, ...rows] = Papa.parse<string[]>((await res.text()).replace('\uFEFF', '').trim()).data
    expect(rows).toHaveLength(periods.length * nodes.length * 4)
    const read = (row: readonly string[] | undefined, column: string) => row?.[head?.indexOf(column) ?? -1]
    const find = (period: string, area: string, node: string) =>
      rows.find((row) => read(row, 'period') === period && read(row, 'area') === area && read(row, 'node') === node)
    const result = await (await city.request(`evaluations/${id}/periods/2024`)).json<PeriodResult>()
    const whole = find('2024', '', 'root')
    expect(Number(read(whole, 'degree'))).toBe(result.equality['root']?.degree)
    expect(Number(read(whole, 'score'))).toBe(result.cityScores['root'])
    expect([read(whole, 'equality_family'), read(whole, 'equality_weighting'), read(whole, 'equality_sd')]).toEqual([
      'cv',
      'none',
      'population',
    ])
    const second = find('2024', 'A02', 'doctors')
    expect(Number(read(second, 'value'))).toBe(3)
    expect(Number(read(second, 'normalised'))).toBe(result.normalised['doctors']?.[1])
    // A missing value is an empty cell, never a zero.
    expect(read(find('2024', 'A03', 'kindergarten'), 'value')).toBe('')
  })

  it('is not there for another city', async () => {
    const city = await mintCity({ framework: true, areas: 3 })
    await fillSmall(city)
    const { id } = await run(city)
    const other = await mintCity({ framework: true, areas: 3 })
    expect((await other.request(`evaluations/${id}/results.csv`)).status).toBe(404)
  })
})
