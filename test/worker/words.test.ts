/** A refusal in the words of its reader, and beside them what a client needs for words of its own. */
import { describe, expect, it } from 'vitest'
import { mintCity, type TestCity } from '../support/worker-city.ts'
import type { Problem } from '../../worker/contract/wire.ts'

const area = (code: string, more: object = {}) => ({
  code,
  name: '甲区',
  nameEn: 'A',
  parentCode: null,
  setting: null,
  grouping: '',
  ...more,
})
const refused = async (city: TestCity, areas: readonly object[], language: string): Promise<Problem> => {
  const init = { method: 'PUT', headers: { 'if-match': '*', 'accept-language': language }, json: { areas } }
  const res = await city.request('areas', init)
  expect([res.status, res.headers.get('content-language')]).toEqual([422, language])
  return res.json<Problem>()
}

describe('a fault', () => {
  it('is the same in every language but for its message', async () => {
    const city = await mintCity()
    const twice = [area('A1'), area('A1', { parentCode: 'P' })]
    const [zh, en] = [await refused(city, twice, 'zh-CN'), await refused(city, twice, 'en')]
    expect(zh.errors).toEqual([
      {
        path: 'areas[1].code',
        code: 'duplicate-code',
        message: '代码“A1”在本次提交中重复（第 1 条与第 2 条）。请保留一条；尚未写入。',
        params: { code: 'A1', first: 1, second: 2 },
      },
      {
        path: 'areas[1].parentCode',
        code: 'unknown-parent',
        message: '上级代码“P”不存在。请先建立它，或放在同一次提交中；尚未写入。',
        params: { code: 'P' },
      },
    ])
    expect(en.errors?.map((e) => e.message)).toEqual([
      'Code “A1” appears twice in this request (entries 1 and 2). Keep one; nothing was written.',
      'There is no area with the parent code “P”. Add it first or in the same request; nothing was written.',
    ])
    expect(en.errors?.map((e) => [e.path, e.code, e.params])).toEqual(zh.errors?.map((e) => [e.path, e.code, e.params]))
  })

  it('of a schema holds the facts and not the library’s sentence beside them', async () => {
    const city = await mintCity()
    const { errors } = await refused(city, [area('A1', { name: 7 })], 'en')
    expect(errors).toEqual([
      {
        path: 'areas[0].name',
        code: 'invalid-type',
        message: 'Invalid input: expected string, received number',
        params: { expected: 'string' },
      },
    ])
  })

  it('repeats a name that its sender chose only in part', async () => {
    const city = await mintCity()
    const { errors = [] } = await refused(city, [area('A1', { ['x'.repeat(5000)]: 1 })], 'zh-CN')
    expect(JSON.stringify(errors).length).toBeLessThan(1200)
    expect(errors[0]?.params?.['keys']).toEqual([`${'x'.repeat(500)}…`])
  })
})
