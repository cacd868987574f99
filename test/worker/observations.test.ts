import { describe, expect, it } from 'vitest'
import { env } from 'cloudflare:workers'
import { SQLiteAsyncDialect } from 'drizzle-orm/sqlite-core'
import { readPeriodValues, readPeriods } from '../../db/region/queries/observations.ts'
import { countingEnv } from '../support/worker-round-trips.ts'
import { mintCity, type TestCity } from '../support/worker-city.ts'
import type { Completeness, ObservationMatrix } from '../../worker/contract/observations.ts'
import type { ImportRecord } from '../../worker/contract/imports.ts'

async function load(city: TestCity, csv: string): Promise<void> {
  const record = (await (
    await city.request('imports', { method: 'POST', body: csv, headers: { 'content-type': 'text/csv' } })
  ).json()) as ImportRecord
  expect(record.problems.filter((p) => p.severity === 'error')).toEqual([])
  const written = await city.request(`imports/${record.id}/commit`, { method: 'POST', json: { reason: '测试数据' } })
  expect(written.status).toBe(200)
}
const VALUES = '地区,时期,doctors,kindergarten\nA01,2023,1,80\nA01,2024,2.5,81\nA02,2024,0,\nCITY,2024,9,\n'

async function rowsRead(read: ReturnType<typeof readPeriods> | ReturnType<typeof readPeriodValues>): Promise<number> {
  const { sql, params } = new SQLiteAsyncDialect().sqlToQuery(read)
  return (
    await env.REGION_JJJ.prepare(sql)
      .bind(...params)
      .all()
  ).meta.rows_read
}

describe('GET observations', () => {
  it('answers a matrix of the areas without children, missing as null and zero as zero', async () => {
    const city = await mintCity({ areas: 2, framework: true })
    await load(city, VALUES)
    const matrix = (await (await city.request('observations?period=2024')).json()) as ObservationMatrix
    expect(matrix.periods).toEqual(['2023', '2024'])
    expect(matrix.areas.map((a) => a.code)).toEqual(['A01', 'A02'])
    expect(matrix.indicators.map((i) => i.code)).toEqual(['doctors', 'kindergarten', 'mortality', 'spending'])
    expect(matrix.values).toEqual([
      [2.5, 0],
      [81, null],
      [null, null],
      [null, null],
    ])
  })

  it('follows a framework in its order and domain, and knows no other', async () => {
    const city = await mintCity({ areas: 1, framework: true })
    const matrix = (await (
      await city.request(`observations?period=2024&frameworkId=${city.frameworkId}`)
    ).json()) as ObservationMatrix
    expect(matrix.indicators.map((i) => `${i.domainCode} ${i.code}`)).toEqual([
      'health doctors',
      'health mortality',
      'education kindergarten',
      'education spending',
    ])
    expect(matrix.domains).toEqual([
      { code: 'health', name: '病有所医', nameEn: 'Health' },
      { code: 'education', name: '学有所教', nameEn: 'Education' },
    ])
    expect((await city.request('observations?period=2024&frameworkId=fw_other')).status).toBe(404)
    expect((await city.request('observations?period=24')).status).toBe(422)
  })

  it('without a period answers the latest that holds values, or none', async () => {
    const city = await mintCity({ areas: 1, framework: true })
    expect(await (await city.request('observations')).json()).toMatchObject({
      period: '',
      periods: [],
      values: [[null], [null], [null], [null]],
    })
    await load(city, VALUES.replaceAll('A02', 'A01').split('\n').slice(0, 3).join('\n'))
    expect(await (await city.request('observations')).json()).toMatchObject({
      period: '2024',
      periods: ['2023', '2024'],
      values: [[2.5], [81], [null], [null]],
    })
  })

  it('exports the period in long form, ready to be imported again', async () => {
    const city = await mintCity({ areas: 2, framework: true })
    await load(city, VALUES)
    const res = await city.request('observations?period=2024', { headers: { accept: 'text/csv' } })
    expect(res.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(res.headers.get('content-disposition')).toContain(`${city.organisation.slug}-2024.csv`)
    const bytes = new Uint8Array(await res.arrayBuffer())
    expect(bytes.slice(0, 3)).toEqual(new Uint8Array([0xef, 0xbb, 0xbf]))
    const text = new TextDecoder().decode(bytes)
    expect(text.split('\r\n')).toEqual([
      '时期,地区代码,地区名称,指标代码,指标名称,单位,值',
      '2024,A01,甲01区,doctors,每千人口医师数,人/千人,2.5',
      '2024,A02,甲02区,doctors,每千人口医师数,人/千人,0',
      '2024,A01,甲01区,kindergarten,普惠性幼儿园覆盖率,%,81',
      '',
    ])
    const again = (await (
      await city.request('imports', { method: 'POST', body: bytes, headers: { 'content-type': 'text/csv' } })
    ).json()) as ImportRecord
    expect(again).toMatchObject({ state: 'ready', valueCount: 3, changedCount: 0, problemCount: 0 })
  })

  it('marks every line of a demonstration city', async () => {
    const city = await mintCity({ areas: 1, framework: true, isDemo: true })
    await load(city, '地区,时期,doctors\nA01,2024,2\n')
    const text = await (
      await city.request('observations?period=2024', { headers: { accept: 'text/csv', 'accept-language': 'en' } })
    ).text()
    expect(text.trim().split('\r\n')).toEqual([
      'period,area_code,area_name,indicator_code,indicator_name,unit,value,data_status',
      '2024,A01,District 1,doctors,"Physicians per 1,000 people",人/千人,2,demo data',
    ])
  })

  it('lets no name run as a formula in a spreadsheet', async () => {
    const city = await mintCity({ framework: true })
    await city.request('areas', {
      method: 'PUT',
      headers: { 'if-match': '*' },
      json: { areas: [{ code: 'A', name: '=HYPERLINK("x")' }] },
    })
    await load(city, '地区,时期,doctors\nA,2024,2\n')
    expect(
      await (await city.request('observations?period=2024', { headers: { accept: 'text/csv' } })).text(),
    ).toContain(`"'=HYPERLINK(""x"")"`)
  })

  it('takes one round trip to the region', async () => {
    const city = await mintCity({ areas: 2, framework: true })
    for (const path of [
      'observations?period=2024',
      'observations/completeness',
      'observations/template.csv?period=2024',
    ]) {
      const { env: counted, trips } = countingEnv(city)
      await city.request(path, { env: counted })
      expect([path, trips()]).toEqual([path, 1])
    }
  })

  it('reads only the rows of its period', async () => {
    const city = await mintCity({ areas: 50, framework: true })
    await env.REGION_JJJ.prepare(`INSERT INTO observations (tenant_id, indicator, period, area_id, value, updated_by, updated_at)
      SELECT a.tenant_id, 'doctors', p.value, a.id, 1, 'x', 1 FROM areas a, json_each('["2015","2016","2017","2018","2019","2020","2021","2022","2023","2024"]') p WHERE a.tenant_id = ? AND a.parent_id IS NOT NULL`)
      .bind(city.tenantId)
      .run()
    expect(await rowsRead(readPeriodValues(city.tenantId, '2024'))).toBeLessThan(80)
    expect(await rowsRead(readPeriods(city.tenantId))).toBeLessThan(80)
  })
})

it('counts filled cells per indicator and period among the areas without children', async () => {
  const city = await mintCity({ areas: 2, framework: true })
  await load(city, VALUES)
  const { expected, periods, indicators } = (await (
    await city.request(`observations/completeness?frameworkId=${city.frameworkId}`)
  ).json()) as Completeness
  expect({ expected, periods }).toEqual({ expected: 2, periods: ['2023', '2024'] })
  expect(indicators).toEqual([
    {
      code: 'doctors',
      name: '每千人口医师数',
      nameEn: 'Physicians per 1,000 people',
      domainCode: 'health',
      filled: [1, 2],
    },
    {
      code: 'mortality',
      name: '孕产妇死亡率',
      nameEn: 'Maternal mortality ratio',
      domainCode: 'health',
      filled: [0, 0],
    },
    {
      code: 'kindergarten',
      name: '普惠性幼儿园覆盖率',
      nameEn: 'Inclusive kindergarten coverage',
      domainCode: 'education',
      filled: [1, 1],
    },
    { code: 'spending', name: '教育经费', nameEn: 'Education spending', domainCode: 'education', filled: [0, 0] },
  ])
})

describe('GET observations/template.csv', () => {
  it.each(['zh-CN', 'en'])('in both layouts and in %s is understood by the import once filled in', async (language) => {
    const city = await mintCity({ areas: 2, framework: true })
    for (const layout of ['wide', 'long']) {
      const res = await city.request(
        `observations/template.csv?period=2024-Q1&layout=${layout}&frameworkId=${city.frameworkId}`,
        { headers: { 'accept-language': language } },
      )
      const lines = (await res.text()).trim().split('\r\n')
      expect(lines).toHaveLength(layout === 'wide' ? 3 : 9)
      const filled = [
        lines[0],
        ...lines
          .slice(1)
          .map((line) => (layout === 'wide' ? line.replace(/,,,,$/, ',1,2,60,4') : line.replace(/,$/, ',60'))),
      ].join('\r\n')
      const record = (await (
        await city.request('imports', {
          method: 'POST',
          body: filled,
          headers: { 'content-type': 'text/csv', 'accept-language': language },
        })
      ).json()) as ImportRecord
      expect(record).toMatchObject({ state: 'ready', layout, valueCount: 8, periods: ['2024-Q1'], problemCount: 0 })
    }
  })
})
