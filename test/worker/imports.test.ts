import { describe, expect, it } from 'vitest'
import { env } from 'cloudflare:workers'
import { countingEnv, parkingEnv } from '../support/worker-round-trips.ts'
import { mintCity, type TestCity } from '../support/worker-city.ts'
import { SMALL_FRAMEWORK, leavesOf } from '../support/worker-framework.ts'
import type { ImportProgress, ImportRecord } from '../../worker/contract/imports.ts'

const WIDE = '地区代码,时期,每千人口医师数,教育经费（万元）\nA01,2024,2.8,100\nA02,2024,3.1,200\n'

async function upload(
  city: TestCity,
  body: BodyInit,
  options: { query?: string; language?: string; type?: string } = {},
) {
  const res = await city.request(`imports${options.query ?? ''}`, {
    method: 'POST',
    body,
    headers: { 'content-type': options.type ?? 'text/csv', 'accept-language': options.language ?? 'zh-CN' },
  })
  return { res, record: res.status === 201 ? ((await res.json()) as ImportRecord) : undefined }
}
async function stage(city: TestCity, csv: string): Promise<ImportRecord> {
  const { record } = await upload(city, csv)
  if (record === undefined) throw new Error('not staged')
  expect(record.problems.filter((p) => p.severity === 'error')).toEqual([])
  expect(record.state).toBe('ready')
  return record
}
const act = async (city: TestCity, id: string, verb: 'commit' | 'revert') =>
  city.request(`imports/${id}/${verb}`, { method: 'POST' })
async function commit(city: TestCity, csv: string): Promise<ImportRecord> {
  const { id } = await stage(city, csv)
  const res = await act(city, id, 'commit')
  expect(res.status).toBe(200)
  return (await res.json()) as ImportRecord
}
const stored = async (city: TestCity): Promise<string[]> =>
  (
    await env.REGION_JJJ.prepare(
      'SELECT indicator, period, area_id, value, import_id FROM observations WHERE tenant_id = ? ORDER BY 1, 2, 3',
    )
      .bind(city.tenantId)
      .all<{ indicator: string; period: string; area_id: string; value: number }>()
  ).results.map((o) => `${o.indicator} ${o.period} ${o.area_id} ${o.value}`)
const countOf = async (city: TestCity, table: string): Promise<number> =>
  (await env.REGION_JJJ.prepare(`SELECT count(*) AS n FROM ${table} WHERE tenant_id = ?`)
    .bind(city.tenantId)
    .first<number>('n')) ?? -1
const newCity = () => mintCity({ areas: 3, framework: true })
const codesOf = (record: ImportRecord | undefined) => record?.problems.map((p) => `${p.row ?? '-'}:${p.code}`)

describe('a good file', () => {
  it('is staged with a preview, and written by commit alone', async () => {
    const city = await newCity()
    const record = await stage(city, WIDE)
    expect(record).toMatchObject({
      layout: 'wide',
      encoding: 'utf-8',
      rowCount: 2,
      valueCount: 4,
      missingCount: 0,
      changedCount: 4,
      newCount: 4,
      problemCount: 0,
      warningCount: 0,
      periods: ['2024'],
      areaCount: 2,
      createdByName: '测试员',
    })
    expect(record.indicators).toEqual([
      { code: 'doctors', name: '每千人口医师数', values: 2 },
      { code: 'spending', name: '教育经费', values: 2 },
    ])
    expect(record.sample[0]).toEqual(['地区代码', '时期', '每千人口医师数', '教育经费（万元）'])
    expect(await stored(city)).toEqual([])
    const done = (await (await act(city, record.id, 'commit')).json()) as ImportRecord
    expect(done).toMatchObject({ state: 'committed', changedCount: 4, newCount: 4 })
    expect(done.committedAt).toBeGreaterThan(0)
    expect(await stored(city)).toEqual([
      'doctors 2024 area_01 2.8',
      'doctors 2024 area_02 3.1',
      'spending 2024 area_01 100',
      'spending 2024 area_02 200',
    ])
    expect(await countOf(city, 'import_chunks')).toBe(0)
    expect(
      (
        await env.REGION_JJJ.prepare('SELECT action FROM audit WHERE tenant_id = ? ORDER BY created_at, id')
          .bind(city.tenantId)
          .all<{ action: string }>()
      ).results.map((a) => a.action),
    ).toEqual(['import.upload', 'import.commit'])
  })

  it('is read the same in long form, by codes or names in Chinese or English', async () => {
    const city = await newCity()
    await commit(city, 'area_code,indicator_code,period,value\nA01,doctors,2024,2.8\n')
    await commit(city, '区划代码,指标,年份,数值\n甲02区,普惠性幼儿园覆盖率,2024年,８５．５％\n')
    await commit(city, 'Area,Indicator,Year,Unit,Value\nDistrict 3,Education spending,2024-Q1,亿元,0.5亿\n')
    expect(await stored(city)).toEqual([
      'doctors 2024 area_01 2.8',
      'kindergarten 2024 area_02 85.5',
      'spending 2024-Q1 area_03 5000',
    ])
  })

  it('tells new, changed and unchanged cells apart, and keeps what changed cells held', async () => {
    const city = await newCity()
    await commit(city, WIDE)
    const record = await stage(city, '地区代码,时期,每千人口医师数\nA01,2024,2.8\nA02,2024,3.5\nA03,2024,1\n')
    expect(record).toMatchObject({ valueCount: 3, changedCount: 2, newCount: 1 })
    await act(city, record.id, 'commit')
    expect(
      await env.REGION_JJJ.prepare(
        'SELECT c.indicator, c.area_id, c.old_value, c.new_value FROM change_cells c JOIN change_sets s ON s.tenant_id = c.tenant_id AND s.id = c.set_id WHERE c.tenant_id = ? AND s.import_id = ? ORDER BY 2',
      )
        .bind(city.tenantId, record.id)
        .all(),
    ).toMatchObject({
      results: [
        { indicator: 'doctors', area_id: 'area_02', old_value: 3.1, new_value: 3.5 },
        { indicator: 'doctors', area_id: 'area_03', old_value: null, new_value: 1 },
      ],
    })
  })

  it('takes the period from the query, and blanks as missing', async () => {
    const city = await newCity()
    const { record } = await upload(city, '地区,doctors,mortality\n甲01区,2.8,—\n甲02区,,…\n', {
      query: '?period=2023&fileName=%E6%95%B0%E6%8D%AE.csv',
    })
    expect(record).toMatchObject({
      state: 'ready',
      fileName: '数据.csv',
      periods: ['2023'],
      valueCount: 1,
      missingCount: 3,
    })
  })

  it('may leave its first header empty, end in empty columns, contain blank rows and use tabs', async () => {
    const city = await newCity()
    const { record } = await upload(city, '\t时期\tdoctors\t\r\n\r\nA01\t2024\t1\t\r\n\t\t\t\r\nA02\t2024\t2\t\r\n\r\n')
    expect(record).toMatchObject({ state: 'ready', rowCount: 2, valueCount: 2 })
  })

  it.each([
    ['UTF-8 with a mark', 'utf-8', (text: string) => new TextEncoder().encode(`\uFEFF${text}`)],
    ['UTF-16 LE with a mark', 'utf-16le', (text: string) => utf16(`\uFEFF${text}`, true)],
    ['UTF-16 BE with a mark', 'utf-16be', (text: string) => utf16(`\uFEFF${text}`, false)],
    ['UTF-16 LE without one', 'utf-16le', (text: string) => utf16(text, true)],
  ])('may be in %s', async (_name, encoding, encode) => {
    const { record } = await upload(await newCity(), encode(WIDE))
    expect(record).toMatchObject({ state: 'ready', encoding, valueCount: 4 })
  })

  it('may be in GB18030', async () => {
    const city = await newCity()
    // 地区,时期,doctors\r\n甲01区,2024,2\r\n
    const bytes = [
      0xb5,
      0xd8,
      0xc7,
      0xf8,
      0x2c,
      0xca,
      0xb1,
      0xc6,
      0xda,
      ...ascii(',doctors\r\n'),
      0xbc,
      0xd7,
      ...ascii('01'),
      0xc7,
      0xf8,
      ...ascii(',2024,2\r\n'),
    ]
    const { record } = await upload(city, new Uint8Array(bytes))
    expect(record).toMatchObject({ state: 'ready', encoding: 'gb18030', valueCount: 1 })
  })

  it('marks implausible values and large changes without being rejected', async () => {
    const city = await newCity()
    await commit(city, '地区,时期,doctors\nA01,2022,2\n')
    const record = await stage(
      city,
      '地区,时期,doctors,mortality\nA01,2023,3.5,99\nA02,2022,1,\nA02,2023,4,\nCITY,2023,3,\n',
    )
    expect(codesOf(record)).toEqual(['2:outside-range', '2:large-change', '5:area-with-children'])
    expect(record).toMatchObject({ problemCount: 0, reasonCount: 1, warningCount: 2 })
    expect(record.problems[1]?.message).toBe(
      '“doctors”一列有 2 个值比上年同期变化超过 50%：第 2 行“3.5”、第 4 行“4”。请核对；不影响写入。',
    )
  })
})

describe('a bad file', () => {
  it.each<[string, string, string[]]>([
    ['text in a number', '地区,时期,doctors\nA01,2024,二点八\nA02,2024,2\n', ['2:not-a-number']],
    ['an unknown area', '地区,时期,doctors\nX,2024,1\n', ['2:unknown-area']],
    ['no area', '地区,时期,doctors\n,2024,1\n', ['2:blank-area']],
    ['an unknown indicator', '地区,时期,doctors,床位\nA01,2024,1,2\n', ['1:unknown-column']],
    ['an unknown indicator in long form', '地区,指标,时期,值\nA01,beds,2024,1\n', ['2:unknown-indicator']],
    ['a bad period', '地区,时期,doctors\nA01,二四年,1\n', ['2:bad-period']],
    ['no period anywhere', '地区,doctors\nA01,1\n', ['1:missing-column']],
    ['no value column', '地区,指标,时期\nA01,doctors,2024\n', ['1:missing-column']],
    ['a header nobody knows', 'a,b,c\n1,2,3\n', ['1:unknown-layout']],
    ['one indicator twice', '地区,时期,doctors,每千人口医师数\nA01,2024,1,2\n', ['1:duplicate-column']],
    ['another unit', '地区,时期,每千人口医师数（人/万人）\nA01,2024,1\n', ['1:unit-mismatch']],
    ['a percent sign out of place', '地区,时期,doctors\nA01,2024,5%\n', ['2:percent-not-allowed']],
    ['亿 under a header without a unit', '地区,时期,教育经费\nA01,2024,3.2亿\n', ['2:magnitude-not-allowed']],
    ['the same cell twice', '地区,时期,doctors\nA01,2024,1\n甲01区,2024,2\n', ['3:duplicate-row']],
    ['ragged rows', '地区,时期,doctors\nA01,2024\nA02,2024,1,9\n', ['2:ragged-row']],
    ['an unclosed quote', '地区,时期,doctors\n"A01,2024,1\nA02,2024,2\n', ['2:unclosed-quote', '2:ragged-row']],
    ['content without a header', '地区,时期,,doctors\nA01,2024,7,1\n', ['2:unnamed-column']],
    ['nothing', '', ['-:empty-file']],
    ['blank lines only', '\n \n', ['-:empty-file']],
    ['a header only', '地区,时期,doctors\n', ['-:no-rows']],
    ['missing values only', '地区,时期,doctors\nA01,2024,-\n', ['-:no-values']],
    ['a NUL character', '地区,时期,doctors\nA01,2024,1\0\n', ['2:nul-character']],
  ])('with %s is rejected by row and leaves no value behind', async (_what, csv, problems) => {
    const city = await newCity()
    const { record } = await upload(city, csv)
    expect(codesOf(record)).toEqual(problems)
    expect(record).toMatchObject({ state: 'rejected', valueCount: 0, problemCount: problems.length })
    expect(await countOf(city, 'import_chunks')).toBe(0)
    expect((await act(city, record?.id ?? '', 'commit')).status).toBe(409)
    expect(await stored(city)).toEqual([])
  })

  it('says where, what, what now, in the language of whoever reads it', async () => {
    const city = await newCity()
    const { record } = await upload(city, '地区,时期,每千人口医师数\nA01,2024,1\nA02,2024,二点八\nA03,2024,2\n')
    expect(record?.problems[0]).toMatchObject({
      row: 3,
      column: '每千人口医师数',
      value: '二点八',
      message: '第 3 行“每千人口医师数”不是数字：“二点八”。请改为 2.8 后重新上传，其余 2 行已检查无误，尚未写入。',
    })
    const english = (await (
      await city.request(`imports/${record?.id}`, { headers: { 'accept-language': 'en' } })
    ).json()) as ImportRecord
    expect(english.problems[0]?.message).toBe(
      'Row 3, “每千人口医师数”: “二点八” is not a number. Change it to 2.8 and upload again. The other 2 rows are in order; nothing has been written.',
    )
  })

  it('has a fault that repeats down a column as one problem, with its count and first places', async () => {
    const city = await newCity()
    const { record } = await upload(
      city,
      `地区,时期,doctors\n${Array.from({ length: 700 }, (_, i) => `A01,2024,错${i}`).join('\n')}\n`,
    )
    expect(record).toMatchObject({
      problemCount: 1,
      faultCount: 700,
      problemRowCount: 700,
      checkedRowCount: 700,
      problems: [{ code: 'not-a-number', severity: 'error', column: 'doctors', count: 700, rowCount: 700 }],
    })
    expect(record?.problems[0]?.places.map((p) => `${p.row}${p.value}`)).toEqual([
      '2错0',
      '3错1',
      '4错2',
      '5错3',
      '6错4',
    ])
    expect(record?.problems[0]?.message).toBe(
      '“doctors”一列有 700 个值不是数字：第 2 行“错0”（应为 0）、第 3 行“错1”（应为 1）、第 4 行“错2”（应为 2）、第 5 行“错3”（应为 3）、第 6 行“错4”（应为 4）等。请改为数字（缺失请留空）后重新上传；尚未写入。',
    )
  })

  it('of 200,000 rows is refused with the limit and what to do', async () => {
    const city = await newCity()
    const { record } = await upload(city, `地区,指标,时期,值\n${'A01,doctors,2024,1\n'.repeat(200_000)}`, {
      language: 'en',
    })
    expect(record).toMatchObject({ state: 'rejected', rowCount: 100_000, valueCount: 0 })
    expect(record?.problems.at(-1)?.message).toContain('more than 100,000 rows')
  })

  it.each([
    ['a PNG', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0], '这是图片'],
    [
      'an Excel file',
      [...ascii('PK'), 3, 4, ...ascii('....xl/workbook.xml')],
      '这是 Excel 文件。请在电子表格中打开，另存为“CSV UTF-8',
    ],
    ['an old Excel file', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0], '这是 Excel 文件'],
    ['a zip', [...ascii('PK'), 3, 4, ...ascii('readme.txt')], '这是压缩包'],
  ])('that is %s is named and kept out', async (_what, bytes, words) => {
    const city = await newCity()
    const { res } = await upload(city, new Uint8Array(bytes), { type: 'application/octet-stream' })
    expect(res.status).toBe(415)
    expect(await res.json()).toMatchObject({ code: 'unsupported-type', detail: expect.stringContaining(words) })
    expect(await countOf(city, 'imports')).toBe(0)
  })

  it('in no known encoding, too large, or in a form, is refused', async () => {
    const city = await newCity()
    expect(codesOf((await upload(city, new Uint8Array([0x61, 0x2c, 0xff, 0xff, 0xfe, 0x80, 0x0a]))).record)).toEqual([
      '-:wrong-encoding',
    ])
    expect((await upload(city, new Uint8Array(20 * 1024 * 1024 + 1).fill(0x61))).res.status).toBe(413)
    expect((await upload(city, '{}', { type: 'application/json' })).res.status).toBe(415)
    expect((await upload(city, WIDE, { query: '?period=24' })).res.status).toBe(422)
  })

  it('says so when the city has no areas or no indicators yet', async () => {
    expect(codesOf((await upload(await mintCity({ framework: true }), WIDE)).record)).toEqual(['-:no-areas'])
    expect(codesOf((await upload(await mintCity({ areas: 1 }), WIDE)).record)).toEqual(['-:no-indicators'])
  })
})

describe('commit, revert, discard', () => {
  it('writes once: a second commit is a conflict that says so', async () => {
    const city = await newCity()
    const { id } = await commit(city, WIDE)
    const again = await act(city, id, 'commit')
    expect(again.status).toBe(409)
    expect(await again.json()).toMatchObject({
      detail: '这次导入已经写入，不会再写一次。',
      errors: [{ code: 'committed' }],
    })
  })

  it('the same file twice makes two records, and committing both changes nothing the second time', async () => {
    const city = await newCity()
    const [a, b] = [await stage(city, WIDE), await stage(city, WIDE)]
    expect(a.fileDigest).toBe(b.fileDigest)
    await act(city, a.id, 'commit')
    expect(await (await act(city, b.id, 'commit')).json()).toMatchObject({
      state: 'committed',
      changedCount: 0,
      newCount: 0,
    })
    expect(await countOf(city, 'change_cells')).toBe(4)
    expect((await act(city, a.id, 'revert')).status).toBe(200)
    expect(await stored(city)).toEqual([])
  })

  it('of two commits at once one wins and one is a conflict', async () => {
    const city = await newCity()
    const { id } = await stage(city, WIDE)
    const parked = parkingEnv(city)
    const slow = city.request(`imports/${id}/commit`, { method: 'POST', env: parked.env })
    await parked.reached
    expect((await act(city, id, 'commit')).status).toBe(200)
    parked.release()
    expect((await slow).status).toBe(409)
    expect(await stored(city)).toHaveLength(4)
    expect(
      await env.REGION_JJJ.prepare("SELECT count(*) AS n FROM audit WHERE tenant_id = ? AND action = 'import.commit'")
        .bind(city.tenantId)
        .first('n'),
    ).toBe(1)
  })

  it('is not written once its indicator has come to mean another unit since the check', async () => {
    const city = await newCity()
    const { id } = await stage(city, WIDE)
    const body = structuredClone(SMALL_FRAMEWORK)
    for (const leaf of leavesOf(body.root))
      if (leaf.code === 'spending' && leaf.indicator !== undefined) Object.assign(leaf.indicator, { unit: '元' })
    expect(
      (
        await city.request(`frameworks/${city.frameworkId}`, {
          method: 'PUT',
          headers: { 'if-match': '*' },
          json: { body, note: '' },
        })
      ).status,
    ).toBe(200)
    const res = await act(city, id, 'commit')
    expect([res.status, await res.json()]).toMatchObject([
      409,
      {
        errors: [{ path: 'indicators', code: 'unit-differs', message: expect.stringContaining('教育经费') as unknown }],
      },
    ])
    expect(await stored(city)).toEqual([])
    expect(await (await city.request(`imports/${id}`)).json()).toMatchObject({ state: 'ready' })
  })

  it('of a commit and a discard at once one wins', async () => {
    const city = await newCity()
    const { id } = await stage(city, WIDE)
    const parked = parkingEnv(city)
    const slow = city.request(`imports/${id}/commit`, { method: 'POST', env: parked.env })
    await parked.reached
    expect((await city.request(`imports/${id}`, { method: 'DELETE' })).status).toBe(204)
    parked.release()
    const res = await slow
    expect([res.status, await res.json()]).toMatchObject([409, { errors: [{ code: 'discarded' }] }])
    expect(await stored(city)).toEqual([])
  })

  it('revert restores what the import replaced, empties what it filled, and leaves the rest', async () => {
    const city = await newCity()
    await commit(city, WIDE)
    const before = await stored(city)
    const { id } = await commit(city, '地区,时期,doctors\nA01,2024,2.8\nA02,2024,7.5\nA03,2024,7\n')
    expect(await stored(city)).not.toEqual(before)
    expect(await (await act(city, id, 'revert')).json()).toMatchObject({ state: 'reverted' })
    expect(await stored(city)).toEqual(before)
    expect((await act(city, id, 'revert')).status).toBe(409)
  })

  it('revert is refused as a whole when a later import changed a cell, until that one is taken back', async () => {
    const city = await newCity()
    const first = await commit(city, WIDE)
    const second = await commit(city, '地区,时期,doctors\nA01,2024,5\n')
    const refused = await act(city, first.id, 'revert')
    expect(refused.status).toBe(409)
    expect(await refused.json()).toMatchObject({
      detail: expect.stringContaining('写入的 4 个值中，有 1 个后来被其他导入改过'),
      errors: [{ code: 'overwritten', message: '1' }],
    })
    expect(await stored(city)).toHaveLength(4)
    expect((await act(city, second.id, 'revert')).status).toBe(200)
    expect((await act(city, first.id, 'revert')).status).toBe(200)
    expect(await stored(city)).toEqual([])
  })

  it('a staged file whose area was deleted meanwhile is a conflict and writes nothing', async () => {
    const city = await newCity()
    const { id } = await stage(city, WIDE)
    await city.request('areas/A02', { method: 'DELETE' })
    const res = await act(city, id, 'commit')
    expect(res.status).toBe(409)
    expect(await res.json()).toMatchObject({ detail: expect.stringContaining('在检查之后被删除') })
    expect(await stored(city)).toEqual([])
    expect(await (await city.request(`imports/${id}`)).json()).toMatchObject({ state: 'ready' })
  })

  it('a crash at any single write leaves everything or nothing', async () => {
    const city = await newCity()
    await commit(city, WIDE)
    const before = await stored(city)
    const { id } = await stage(city, '地区,时期,doctors\nA01,2024,4\nA03,2024,6\n')
    for (let at = 0; at < 13; at++) {
      const broken = breakingEnv(at)
      const res = await city.request(`imports/${id}/commit`, { method: 'POST', env: broken })
      expect(res.status).toBe(500)
      expect(await stored(city)).toEqual(before)
      expect([await countOf(city, 'change_sets'), await countOf(city, 'change_cells')]).toEqual([1, 4])
    }
    expect((await act(city, id, 'commit')).status).toBe(200)
    expect(await stored(city)).toHaveLength(5)
  })

  it('is for those who may write, and for this city only', async () => {
    const city = await newCity()
    const other = await newCity()
    const { id } = await stage(city, WIDE)
    expect((await other.request(`imports/${id}`)).status).toBe(404)
    expect((await act(other, id, 'commit')).status).toBe(404)
    const viewer = await mintCity({ role: 'viewer', areas: 1, framework: true })
    expect((await upload(viewer, WIDE)).res.status).toBe(403)
    expect((await city.request(`imports/${id}/commit`, { method: 'POST', as: 'nobody' })).status).toBe(401)
  })
})

it('streams progress, the record last', async () => {
  const city = await newCity()
  const res = await city.request('imports', {
    method: 'POST',
    body: WIDE,
    headers: { 'content-type': 'text/csv', accept: 'application/x-ndjson' },
  })
  expect(res.headers.get('content-type')).toContain('application/x-ndjson')
  const lines = await linesOf(res)
  expect(lines.map((l) => l.stage)).toEqual(['decoding', 'decoding', 'checking', 'staging', 'staging', 'done'])
  const id = lines.at(-1)?.record?.id ?? ''
  const commitLines = await linesOf(
    await city.request(`imports/${id}/commit`, { method: 'POST', headers: { accept: 'application/x-ndjson' } }),
  )
  expect(commitLines.map((l) => `${l.stage} ${l.done}/${l.total}`)).toEqual(['writing 0/4', 'writing 4/4', 'done 4/4'])
  expect(commitLines.at(-1)?.record).toMatchObject({ state: 'committed' })
  const failed = await linesOf(
    await city.request(`imports/${id}/commit`, { method: 'POST', headers: { accept: 'application/x-ndjson' } }),
  )
  expect(failed.at(-1)).toMatchObject({ stage: 'failed', problem: { status: 409, code: 'conflict' } })
})

it('lists newest first by cursor', async () => {
  const city = await newCity()
  const ids = [await stage(city, WIDE), await stage(city, WIDE), await stage(city, WIDE)].map((r) => r.id)
  const first = (await (await city.request('imports?limit=2')).json()) as {
    items: { id: string }[]
    nextCursor: string
  }
  const second = (await (await city.request(`imports?limit=2&cursor=${first.nextCursor}`)).json()) as {
    items: { id: string }[]
    nextCursor: null
  }
  expect([...first.items, ...second.items].map((r) => r.id).sort()).toEqual(ids.sort())
  expect(second).toMatchObject({ nextCursor: null, items: [{ state: 'ready', periods: ['2024'], valueCount: 4 }] })
  expect((await city.request('imports?cursor=nonsense!')).status).toBe(422)
})

it('keeps to its round trips: four to upload, three to commit, one to read or list', async () => {
  const city = await newCity()
  const trips = async (path: string, method = 'GET', body?: string): Promise<number> => {
    const counted = countingEnv(city)
    const res = await city.request(path, {
      method,
      env: counted.env,
      ...(body === undefined ? {} : { body, headers: { 'content-type': 'text/csv' } }),
    })
    expect(res.status).toBeLessThan(300)
    return counted.trips()
  }
  const { id } = await stage(city, WIDE)
  expect([
    await trips('imports', 'POST', WIDE),
    await trips(`imports/${id}/commit`, 'POST'),
    await trips(`imports/${id}`),
    await trips('imports'),
  ]).toEqual([4, 3, 1, 1])
})

function breakingEnv(at: number): typeof env {
  const d1 = new Proxy(env.REGION_JJJ, {
    get(target, key) {
      if (key === 'batch')
        return (statements: D1PreparedStatement[]) =>
          target.batch(
            statements.length > 5
              ? [...statements.slice(0, at), target.prepare('SELECT * FROM no_such_table'), ...statements.slice(at)]
              : statements,
          )
      const value: unknown = Reflect.get(target, key)
      return typeof value === 'function' ? (value.bind(target) as unknown) : value
    },
  })
  return { ...env, REGION_JJJ: d1 }
}

const linesOf = async (res: Response): Promise<ImportProgress[]> =>
  (await res.text())
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as ImportProgress)
function ascii(text: string): number[] {
  return Array.from(text, (c) => c.charCodeAt(0))
}
function utf16(text: string, isLittle: boolean): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length * 2)
  const view = new DataView(bytes.buffer)
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), isLittle)
  return bytes
}
