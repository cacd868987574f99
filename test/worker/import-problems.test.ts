/** What a file's check finds: everything at once, each fault once, and no impossible value let through. */
import { describe, expect, it } from 'vitest'
import { mintCity, type TestCity } from '../support/worker-city.ts'
import { SMALL_FRAMEWORK, leavesOf } from '../support/worker-framework.ts'
import type { ImportRecord } from '../../worker/contract/imports.ts'

const newCity = () => mintCity({ areas: 4, framework: true })
const upload = async (city: TestCity, csv: string, query: Record<string, string> = {}): Promise<ImportRecord> => {
  const res = await city.request(`imports?${new URLSearchParams(query).toString()}`, {
    method: 'POST',
    body: csv,
    headers: { 'content-type': 'text/csv' },
  })
  expect(res.status).toBe(201)
  return (await res.json()) as ImportRecord
}
const commit = (city: TestCity, id: string, json?: unknown) =>
  city.request(`imports/${id}/commit`, { method: 'POST', ...(json === undefined ? {} : { json }) })
const codes = (record: ImportRecord) =>
  record.problems.map((p) => `${p.row ?? '-'}:${p.code}${p.count > 1 ? `×${p.count}` : ''}`)
const wide = (rows: string[]) => `地区代码,时期,doctors,mortality,kindergarten,spending\n${rows.join('\n')}\n`
const withScale = (high: number) => {
  const body = structuredClone(SMALL_FRAMEWORK)
  for (const leaf of leavesOf(body.root))
    if (leaf.code === 'doctors') Object.assign(leaf.indicator ?? {}, { scale: { kind: 'bounded', low: 1, high } })
  return body
}
const putFramework = (city: TestCity, body: unknown) =>
  city.request(`frameworks/${city.frameworkId}`, {
    method: 'PUT',
    headers: { 'if-match': '*' },
    json: { body, note: '' },
  })
const valuesOf = async (city: TestCity): Promise<number> =>
  Number(
    await city.region.$client
      .prepare('SELECT count(*) AS n FROM observations WHERE tenant_id = ?')
      .bind(city.tenantId)
      .first('n'),
  )

describe('a misspelt header', () => {
  const CSV =
    '地区代码,时期,每千人医师数（人/千人）,孕产妇死亡率,普惠性幼儿园覆盖率\nA01,2024,2.8,8,二点八\nA02,2024,3.1,9,963\nA99,2024,2,x,90\nA04,2024,2,8,90\n'

  it('hides no other error, is one problem, and names the nearest indicator', async () => {
    const record = await upload(await newCity(), CSV)
    expect(codes(record)).toEqual([
      '1:unknown-column',
      '2:not-a-number',
      '3:outside-bounds',
      '4:unknown-area',
      '4:not-a-number',
    ])
    expect(record).toMatchObject({
      state: 'rejected',
      rowCount: 4,
      checkedRowCount: 4,
      columnCount: 3,
      checkedColumnCount: 2,
      problemCount: 5,
      problemRowCount: 3,
    })
    expect(record.problems[0]).toMatchObject({
      place: '表头“每千人医师数（人/千人）”',
      suggestions: [{ kind: 'indicator', code: 'doctors', name: '每千人口医师数', isSafe: true }],
      message:
        '表头“每千人医师数（人/千人）”没有认出这一列，其余各列已照常检查。最接近的是“每千人口医师数”。确是它就采用这个名称，不是就改正后重新上传；尚未写入。',
    })
    expect(record.problems[1]?.message).toMatch(/其余 1 行已检查的各列无误，尚未写入。$/)
  })

  it('is read as what a person says it means, which is kept with the import', async () => {
    const city = await newCity()
    const mapping = JSON.stringify({ indicators: { '每千人医师数（人/千人）': 'doctors', 别的: 'spending' } })
    const record = await upload(city, '地区代码,时期,每千人医师数（人/千人）\nA01,2024,2.8\n', { mapping })
    expect(record).toMatchObject({
      state: 'ready',
      valueCount: 1,
      indicators: [{ code: 'doctors' }],
      mapping: [
        { kind: 'indicator', text: '每千人医师数（人/千人）', code: 'doctors', name: '每千人口医师数', uses: 1 },
        { text: '别的', uses: 0 },
      ],
    })
    await commit(city, record.id)
    const kept = (await (await city.request(`imports/${record.id}`)).json()) as ImportRecord
    expect(kept).toMatchObject({ state: 'committed', mapping: [{ code: 'doctors' }, {}] })
  })

  it('is never read in a unit that does not fit, whatever is said of it', async () => {
    const city = await newCity()
    const csv = '地区代码,时期,每千人医师数（人/万人）\nA01,2024,28\n'
    expect((await upload(city, csv)).problems[0]?.suggestions).toMatchObject([{ code: 'doctors', isSafe: false }])
    const mapping = JSON.stringify({ indicators: { '每千人医师数（人/万人）': 'doctors' } })
    expect(codes(await upload(city, csv, { mapping }))).toEqual(['1:unit-mismatch'])
  })

  it('is offered no indicator that another column of the file is already', async () => {
    const record = await upload(await newCity(), '地区代码,时期,每千人医师数,每千人口医师数\nA01,2024,2.8,2.9\n')
    expect(record.problems[0]?.suggestions).toMatchObject([{ code: 'doctors', isSafe: false }])
  })

  it('does not change what a name of the city’s own means', async () => {
    const city = await newCity()
    const mapping = JSON.stringify({ indicators: { 每千人口医师数: 'mortality' } })
    const record = await upload(city, '地区代码,时期,每千人口医师数\nA01,2024,2.8\n', { mapping })
    expect(record).toMatchObject({ indicators: [{ code: 'doctors' }], mapping: [{ uses: 0 }] })
  })

  it.each([
    ['no JSON', '{', 'mapping'],
    ['an unknown key', '{"colours":{}}', 'mapping'],
    ['a code that is none of the city’s', '{"indicators":{"x":"nope"}}', 'mapping.indicators["x"]'],
    ['an area that is none of the city’s', '{"areas":{"x":"nope"}}', 'mapping.areas["x"]'],
  ])('with a mapping that is %s is refused with its place', async (_what, mapping, path) => {
    const city = await newCity()
    const res = await city.request(`imports?${new URLSearchParams({ mapping }).toString()}`, {
      method: 'POST',
      body: 'a,b\n',
    })
    expect([res.status, await res.json()]).toMatchObject([422, { errors: [{ path }] }])
  })
})

describe('an area that is not known', () => {
  it('is one problem for all its rows, and the name beside a wrong code says which is meant', async () => {
    const city = await newCity()
    const csv = '地区代码,地区名称,时期,doctors\nA91,甲01区,2023,2\nA91,甲01区,2024,2\nA02,甲02区,2024,2\n'
    const record = await upload(city, csv)
    expect(codes(record)).toEqual(['2:unknown-area×2'])
    expect(record.problems[0]).toMatchObject({
      what: '“A91”不是本市的地区，共 2 行',
      suggestions: [{ kind: 'area', text: 'A91', code: 'A01', isSafe: true }],
    })
    const accepted = await upload(city, csv, { mapping: JSON.stringify({ areas: { A91: 'A01' } }) })
    expect(accepted).toMatchObject({ state: 'ready', valueCount: 3, mapping: [{ kind: 'area', uses: 2 }] })
  })

  it('is not guessed from a code alone', async () => {
    const record = await upload(await newCity(), '地区代码,时期,doctors\nA09,2024,2\n')
    expect(record.problems[0]?.suggestions.every((s) => !s.isSafe)).toBe(true)
  })
})

describe('a fault that repeats', () => {
  it('a row given twice is one problem, saying which row and what to do', async () => {
    const record = await upload(await newCity(), wide(['A01,2024,2,8,90,5', 'A02,2024,2,8,90,5', 'A01,2024,2,8,90,6']))
    expect(codes(record)).toEqual(['4:duplicate-row'])
    expect(record).toMatchObject({ problemCount: 1, problemRowCount: 1, rowCount: 3, checkedRowCount: 3 })
    expect(record.problems[0]?.message).toBe(
      '第 4 行与第 2 行重复：甲01区 · 2024，重复的 4 个值中有 1 个不同。请核对哪一行是对的，只保留一行后重新上传，其余 2 行已检查无误，尚未写入。',
    )
    const same = await upload(await newCity(), wide(['A01,2024,2,8,90,5', 'A01,2024,2,8,90,5']))
    expect(same.problems[0]?.message).toContain('4 个值全部相同。请删去重复的行后重新上传')
  })

  it('along a row is one problem of the row; single cells of a column are one of the column', async () => {
    const record = await upload(
      await newCity(),
      wide(['合计,2024,x,x,x,x', 'A01,2024,甲,8,90,5', 'A02,2024,乙,8,90,5', 'A03,2024,2,8,90,5']),
    )
    expect(codes(record)).toEqual(['2:unknown-area', '2:not-a-number×4', '3:not-a-number×2'])
    expect(record.problems[1]).toMatchObject({ place: '第 2 行', column: null, rowCount: 1 })
    expect(record.problems[2]).toMatchObject({ place: '“doctors”一列', column: 'doctors', rowCount: 2 })
  })

  it('is told apart by indicator in the long form', async () => {
    const record = await upload(
      await newCity(),
      '地区,指标,时期,值\nA01,doctors,2024,x\nA02,doctors,2024,y\nA01,mortality,2024,z\n',
    )
    expect(record.problems.map((p) => [p.place, p.count])).toEqual([
      ['“值”一列（每千人口医师数）', 2],
      ['第 4 行“值”（孕产妇死亡率）', 1],
    ])
  })
})

describe('an impossible value', () => {
  it.each([
    ['a share over 100', 'kindergarten', '963', '963 不可能：这项指标只能在 0–100 之间'],
    ['a share below zero', 'kindergarten', '-1', '-1 不可能：这项指标只能在 0–100 之间'],
    ['a negative rate', 'doctors', '-2.8', '-2.8 不可能：这项指标只能不小于 0'],
  ])('%s stops the file', async (_what, column, value, what) => {
    const city = await newCity()
    const record = await upload(city, `地区代码,时期,${column}\nA01,2024,${value}\n`)
    expect(record).toMatchObject({ state: 'rejected', problems: [{ code: 'outside-bounds', severity: 'error', what }] })
    expect((await commit(city, record.id, { reason: '确实如此' })).status).toBe(409)
  })
})

describe('a scale that the framework states', () => {
  it('bounds the values, also of an indicator that has some already, and can be corrected', async () => {
    const city = await newCity()
    const first = await upload(city, '地区代码,时期,doctors\nA01,2023,4\n')
    expect((await commit(city, first.id)).status).toBe(200)
    const six = '地区代码,时期,doctors\nA01,2024,6\n'
    expect((await upload(city, six)).state).toBe('ready')
    expect((await putFramework(city, withScale(5))).status).toBe(200)
    expect((await upload(city, six)).problems).toMatchObject([
      { code: 'outside-bounds', what: '6 不可能：这项指标只能在 1–5 之间' },
    ])
    expect((await putFramework(city, withScale(9))).status).toBe(200)
    expect((await upload(city, six)).state).toBe('ready')
  })
})

describe('an unusual value', () => {
  const CSV = '地区代码,时期,doctors,mortality\nA01,2024,12,8\nA02,2024,13,60\nA03,2024,3,9\n'

  it('is written only with a reason, which stands in the record', async () => {
    const city = await newCity()
    const record = await upload(city, CSV)
    expect(record).toMatchObject({ state: 'ready', reasonCount: 2, problemCount: 0 })
    const refused = await commit(city, record.id)
    expect([refused.status, await refused.json()]).toMatchObject([
      422,
      {
        detail: expect.stringContaining('写入前请逐项或统一说明原因') as unknown,
        errors: [
          {
            path: 'reasons.p1',
            code: 'reason-required',
            message: expect.stringContaining('第 2 行“12”、第 3 行“13”') as unknown,
          },
          {
            path: 'reasons.p2',
            message: expect.stringContaining('第 3 行“mortality”60 不在通常范围 0–25 内') as unknown,
          },
        ],
      },
    ])
    expect(await valuesOf(city)).toBe(0)
    expect((await commit(city, record.id, { reasons: { p1: '两院区合并统计' } })).status).toBe(422)
    expect((await commit(city, record.id, { reasons: { p1: '两院区合并统计', p9: '多余' } })).status).toBe(422)
    expect((await commit(city, record.id, { reason: ' ' })).status).toBe(422)
    expect((await commit(city, record.id, { reason: '好', colour: 1 })).status).toBe(422)
    expect(await valuesOf(city)).toBe(0)
    const done = await commit(city, record.id, { reason: '已与医院核对', reasons: { p1: '两院区合并统计' } })
    expect([done.status, await done.json()]).toMatchObject([
      200,
      {
        state: 'committed',
        problems: [{ reason: { text: '两院区合并统计', byName: '测试员' } }, { reason: { text: '已与医院核对' } }],
      },
    ])
    expect(await valuesOf(city)).toBe(6)
  })

  it('keeps no reason of a commit that lost', async () => {
    const city = await newCity()
    const record = await upload(city, CSV)
    expect((await commit(city, record.id, { reason: '已核对' })).status).toBe(200)
    expect((await commit(city, record.id, { reason: '另一个' })).status).toBe(409)
    const kept = (await (await city.request(`imports/${record.id}`)).json()) as ImportRecord
    expect(kept.problems.map((p) => p.reason?.text)).toEqual(['已核对', '已核对'])
  })
})

it('keeps to 200 problems of a kind and one for the rest, however broken the file', async () => {
  const header = Array.from({ length: 600 }, (_, i) => `无此指标${i}号`).join(',')
  const record = await upload(await newCity(), `地区代码,时期,${header}\nA01,2024${',1'.repeat(600)}\n`)
  expect(record).toMatchObject({ problemCount: 201, faultCount: 600 })
  expect(record.problems).toHaveLength(201)
  expect(record.problems.find((p) => p.count > 1)).toMatchObject({ count: 400, column: null })
})
