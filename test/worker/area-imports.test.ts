/** Areas by CSV: checked and compared first, written as a whole, taken back unless something has come to rest on them. */
import { describe, expect, it } from 'vitest'
import { parkingEnv } from '../support/worker-round-trips.ts'
import { mintCity, type TestCity } from '../support/worker-city.ts'
import type { Area, Populations } from '../../worker/contract/areas.ts'
import type { ImportRecord } from '../../worker/contract/imports.ts'

/** Over whatever is there now. */
const ANY = { 'if-match': '*' }

const upload = async (city: TestCity, body: BodyInit, language = 'zh-CN'): Promise<ImportRecord> => {
  const res = await city.request('areas/csv?fileName=areas.csv', {
    method: 'POST',
    body,
    headers: { 'content-type': 'text/csv', 'accept-language': language },
  })
  expect(res.status).toBe(201)
  expect(res.headers.get('location')).toMatch(/\/imports\/imp_/)
  return (await res.json()) as ImportRecord
}
const act = (city: TestCity, id: string, verb: 'commit' | 'revert') =>
  city.request(`imports/${id}/${verb}`, { method: 'POST' })
const write = async (city: TestCity, csv: BodyInit): Promise<ImportRecord> => {
  const { id } = await upload(city, csv)
  const res = await act(city, id, 'commit')
  expect(res.status).toBe(200)
  return (await res.json()) as ImportRecord
}
const areasOf = async (city: TestCity): Promise<Area[]> =>
  ((await (await city.request('areas')).json()) as { items: Area[] }).items
const peopleOf = async (city: TestCity): Promise<string[]> =>
  ((await (await city.request('populations')).json()) as Populations).items.map(
    (p) => `${p.areaCode} ${p.period} ${p.value}`,
  )
const whole = async (city: TestCity) => [await areasOf(city), await peopleOf(city)]

const TREE =
  '代码,名称,英文名,上级代码,城乡,分组,人口:2024\nA,甲市,Jia,,,,300\nA1,甲一区,Jia 1,A,城镇,中心,200\nA2,甲二县,Jia 2,A,农村,远郊,100\n'

describe('the preview', () => {
  it('takes Chinese headers, GB18030, full-width digits and units, and writes nothing', async () => {
    const city = await mintCity()
    // 代码,名称\r\nA,甲 in GB18030
    const gb = new Uint8Array([
      0xb4, 0xfa, 0xc2, 0xeb, 0x2c, 0xc3, 0xfb, 0xb3, 0xc6, 0x0d, 0x0a, 0x41, 0x2c, 0xbc, 0xd7,
    ])
    expect(await upload(city, gb)).toMatchObject({
      kind: 'areas',
      state: 'ready',
      encoding: 'gb18030',
      areaChanges: { newCount: 1, items: [{ code: 'A', name: '甲', isNew: true }] },
    })
    expect(await areasOf(city)).toEqual([])
    await write(
      city,
      '\uFEFF地区代码,名称,英文名,上级代码,城乡,分组,人口:2023,人口（2024）,常住人口:2025（万人）\r\nA,甲,,,,,"1,234",１２．５,\r\nB,乙,Yi,A,农村,远郊,-,5,0.07\r\n',
    )
    expect(await areasOf(city)).toMatchObject([
      { code: 'A', name: '甲' },
      { code: 'B', nameEn: 'Yi', parentCode: 'A', setting: 'rural', grouping: '远郊' },
    ])
    expect(await peopleOf(city)).toEqual(['A 2023 1234', 'A 2024 12.5', 'B 2024 5', 'B 2025 700'])
  })

  it('says what is new, what changes from what to what, what stays, and what the file does not name', async () => {
    const city = await mintCity()
    await write(city, TREE)
    const before = await whole(city)
    const record = await upload(
      city,
      '代码,名称,上级代码,城乡,人口:2024,人口:2025\nA,甲市,,,300,\nA1,甲一新区,A,,210,220\nA3,甲三区,A1,城镇,50,\n',
    )
    expect(record).toMatchObject({
      state: 'ready',
      rowCount: 3,
      checkedRowCount: 3,
      valueCount: 3,
      changedCount: 2,
      newCount: 1,
      periods: ['2024', '2025'],
      areaChanges: {
        newCount: 1,
        changedCount: 1,
        sameCount: 1,
        absentCount: 1,
        absent: [{ code: 'A2', name: '甲二县' }],
        items: [
          {
            row: 3,
            code: 'A1',
            isNew: false,
            fieldCount: 4,
            fields: [
              { field: 'name', old: '甲一区', new: '甲一新区' },
              { field: 'setting', old: 'urban', new: null },
              { field: 'population', period: '2024', old: '200', new: '210' },
              { field: 'population', period: '2025', old: null, new: '220' },
            ],
          },
          { row: 4, code: 'A3', isNew: true, fields: [{ field: 'population', period: '2024', old: null, new: '50' }] },
        ],
      },
    })
    expect(await whole(city)).toEqual(before)
    expect((await act(city, record.id, 'commit')).status).toBe(200)
    expect(
      (await areasOf(city)).map((a) => `${a.code} ${a.name} ${a.parentCode} ${a.setting} ${a.nameEn} ${a.grouping}`),
    ).toEqual([
      'A 甲市 null null Jia ',
      'A1 甲一新区 A null Jia 1 中心',
      'A2 甲二县 A rural Jia 2 远郊',
      'A3 甲三区 A1 urban  ',
    ])
  })

  it.each([
    ['code,name,colour\nA,甲,red\n', '1:unknown-area-column', '表头“colour”'],
    ['name\n甲\n', '1:missing-column', '表头'],
    ['code,name\nA,甲\nA,乙\n', '3:duplicate-code', '第 3 行“code”'],
    ['code,name,parentCode\nA,甲,Z\n', '2:unknown-parent', '第 2 行“parentCode”'],
    ['code,name,parentCode\nA,甲,B\nB,乙,A\n', '2:parent-cycle', '“parentCode”一列'],
    ['code,name,城乡\nA,甲,也许\n', '2:bad-setting', '第 2 行“城乡”'],
    ['code,name,人口:2024\nA,甲,二百\n', '2:bad-population', '第 2 行“人口:2024”'],
    ['code,name\nA,甲,乙\n', '2:ragged-row', '第 2 行'],
    ['code,name\n', '-:no-rows', ''],
    ['code,name\nA,"甲\n', '2:unclosed-quote', '第 2 行'],
    ['code,name\nA B,甲\n', '2:bad-code', '第 2 行“code”'],
    ['', '-:empty-file', ''],
  ])('of %j names the place and stages nothing', async (csv, problem, place) => {
    const city = await mintCity()
    const record = await upload(city, csv)
    expect(record).toMatchObject({ kind: 'areas', state: 'rejected', areaChanges: null })
    expect(record.problems.map((p) => `${p.row ?? '-'}:${p.code}`)).toContain(problem)
    expect(record.problems.find((p) => `${p.row ?? '-'}:${p.code}` === problem)?.place).toBe(place)
    expect(record.problems[0]?.message).toMatch(/尚未写入/)
    expect((await act(city, record.id, 'commit')).status).toBe(409)
    expect(await areasOf(city)).toEqual([])
  })

  it('finds every problem at once, whatever else is wrong', async () => {
    const record = await upload(
      await mintCity(),
      '代码,名秤,名称,城乡,人口:2024\nA,x,甲,也许,1\nB,x,,城镇,二百\nA,x,乙,城镇,5\nC,x,丙,也行,-3\n',
      'en',
    )
    expect(record.problems.map((p) => `${p.row}:${p.code}×${p.count}`)).toEqual([
      '1:unknown-area-column×1',
      '2:bad-setting×2',
      '3:blank-name×1',
      '3:bad-population×2',
      '4:duplicate-code×1',
    ])
    expect(record.problems[0]?.message).toBe(
      'Header “名秤”: this column is not recognised; the others were checked all the same. Near to it: “name”. Correct the header, or delete the column if it is not needed. Nothing has been written.',
    )
  })

  it('names an Excel file as such', async () => {
    const res = await (
      await mintCity()
    ).request('areas/csv', {
      method: 'POST',
      body: new TextEncoder().encode('PK\u0003\u0004 [Content_Types].xml xl/workbook.xml'),
      headers: { 'accept-language': 'en' },
    })
    expect([res.status, await res.json()]).toMatchObject([
      415,
      { detail: expect.stringContaining('This is an Excel file') as unknown },
    ])
  })

  it('keeps within what one city may hold', async () => {
    const rows = Array.from({ length: 3501 }, (_, i) => `N${i},区${i}`).join('\n')
    expect((await upload(await mintCity(), `code,name\n${rows}\n`)).problems).toMatchObject([
      { code: 'too-many-areas' },
    ])
    const city = await mintCity()
    const record = await write(city, `code,name\n${rows.split('\n').slice(0, 3500).join('\n')}\n`)
    expect(record.areaChanges).toMatchObject({ newCount: 3500, items: { length: 500 } })
    expect((await upload(city, 'code,name\nX,多一个\n')).problems).toMatchObject([
      { code: 'too-many-areas', row: null },
    ])
  })
})

describe('commit', () => {
  it('is a conflict once an area or a population has changed since the check', async () => {
    for (const change of [
      (city: TestCity) =>
        city.request('areas', {
          method: 'PUT',
          headers: ANY,
          json: { areas: [{ code: 'A1', name: '改过', parentCode: 'A' }] },
        }),
      (city: TestCity) =>
        city.request('populations', {
          method: 'PUT',
          headers: ANY,
          json: { populations: [{ areaCode: 'A1', period: '2024', value: 9 }] },
        }),
      (city: TestCity) =>
        city.request('areas', { method: 'PUT', headers: ANY, json: { areas: [{ code: 'A3', name: '先建了' }] } }),
      (city: TestCity) => city.request('areas/A1', { method: 'DELETE' }),
    ]) {
      const city = await mintCity()
      await write(city, TREE)
      const { id } = await upload(city, '代码,名称,人口:2024\nA1,甲一新区,201\nA3,甲三区,5\n')
      expect((await change(city)).status).toBeLessThan(300)
      const before = await whole(city)
      const res = await act(city, id, 'commit')
      expect([res.status, await res.json()]).toMatchObject([409, { errors: [{ code: 'changed-since' }] }])
      expect(await whole(city)).toEqual(before)
    }
  })

  it('happens once, also of two at the same time', async () => {
    const city = await mintCity()
    const { id } = await upload(city, TREE)
    const parked = parkingEnv(city)
    const slow = city.request(`imports/${id}/commit`, { method: 'POST', env: parked.env })
    await parked.reached
    expect((await act(city, id, 'commit')).status).toBe(200)
    parked.release()
    expect((await slow).status).toBe(409)
    expect(await areasOf(city)).toHaveLength(3)
  })

  it('is for those who may write, and for this city only', async () => {
    const city = await mintCity()
    const { id } = await upload(city, TREE)
    const other = await mintCity()
    expect((await act(other, id, 'commit')).status).toBe(404)
    const viewer = await mintCity({ role: 'viewer' })
    expect((await viewer.request('areas/csv', { method: 'POST', body: TREE })).status).toBe(403)
    expect(await areasOf(city)).toEqual([])
  })

  it('of a discarded upload is refused', async () => {
    const city = await mintCity()
    const { id } = await upload(city, TREE)
    expect((await city.request(`imports/${id}`, { method: 'DELETE' })).status).toBe(204)
    expect((await act(city, id, 'commit')).status).toBe(409)
  })
})

describe('revert', () => {
  const SECOND =
    '代码,名称,上级代码,城乡,人口:2024,人口:2025\nA1,甲一新区,,农村,210,220\nA3,甲三区,A4,城镇,50,\nA4,甲四区,,,,7\n'

  it('puts every area and population back, and takes away what was new', async () => {
    const city = await mintCity()
    await write(city, TREE)
    const before = await whole(city)
    const { id } = await write(city, SECOND)
    expect(await whole(city)).not.toEqual(before)
    const res = await act(city, id, 'revert')
    expect([res.status, await res.json()]).toMatchObject([200, { state: 'reverted' }])
    expect(await whole(city)).toEqual(before)
    expect((await act(city, id, 'revert')).status).toBe(409)
    expect(
      await city.region.$client
        .prepare('SELECT count(*) AS n FROM area_changes WHERE tenant_id = ? AND import_id = ?')
        .bind(city.tenantId, id)
        .first('n'),
    ).toBe(0)
  })

  it.each<[string, string, string, (city: TestCity) => Promise<Response>]>([
    [
      'a new area has values',
      'has-observations',
      '新增的“甲三区”已有数据',
      async (city) => {
        const res = await city.request('imports', {
          method: 'POST',
          body: '地区,时期,doctors\nA3,2024,2\n',
          headers: { 'content-type': 'text/csv' },
        })
        return act(city, ((await res.json()) as ImportRecord).id, 'commit')
      },
    ],
    [
      'an area was added below a new one',
      'has-children',
      '新增的“甲三区”下面又建了地区',
      (city) =>
        city.request('areas', {
          method: 'PUT',
          headers: ANY,
          json: { areas: [{ code: 'A5', name: '甲五', parentCode: 'A3' }] },
        }),
    ],
    [
      'a changed area was changed again',
      'changed-since',
      '“又改了”又有改动',
      (city) =>
        city.request('areas', { method: 'PUT', headers: ANY, json: { areas: [{ code: 'A1', name: '又改了' }] } }),
    ],
    [
      'a population was changed again',
      'population-changed',
      '“甲一新区”的人口又有改动',
      (city) =>
        city.request('populations', {
          method: 'PUT',
          headers: ANY,
          json: { populations: [{ areaCode: 'A1', period: '2024', value: 1 }] },
        }),
    ],
    [
      'a new area was given a population',
      'population-changed',
      '“甲三区”的人口又有改动',
      (city) =>
        city.request('populations', {
          method: 'PUT',
          headers: ANY,
          json: { populations: [{ areaCode: 'A3', period: '2020', value: 1 }] },
        }),
    ],
  ])('is refused with the reason when %s', async (_what, code, words, later) => {
    const city = await mintCity({ framework: true })
    await write(city, TREE)
    const { id } = await write(city, SECOND)
    expect((await later(city)).status).toBeLessThan(300)
    const before = await whole(city)
    const res = await act(city, id, 'revert')
    expect([res.status, await res.json()]).toMatchObject([
      409,
      { detail: expect.stringContaining(words) as unknown, errors: [{ code }] },
    ])
    expect(await whole(city)).toEqual(before)
  })
})
