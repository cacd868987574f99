import { describe, expect, it } from 'vitest'
import { LOCALES } from '../../../worker/contract/names.ts'
import { textOf, WORDS } from '../../../worker/words/index.ts'
import { sentence, type Words } from '../../../worker/words/sentence.ts'

const about = (nameEn: string) =>
  LOCALES.map((locale) =>
    textOf(locale, sentence('frameworks.missing-goalposts', { indicator: { name: '床位', nameEn } })),
  )

describe('a sentence', () => {
  it('is data until somebody reads it, and then in their language', () => {
    const said = sentence('areas.duplicate-code', { code: 'A1', first: 1, second: 4 })
    expect(JSON.parse(JSON.stringify(said))).toEqual({
      key: 'areas.duplicate-code',
      params: { code: 'A1', first: 1, second: 4 },
    })
    expect(LOCALES.map((locale) => textOf(locale, said))).toEqual([
      '代码“A1”在本次提交中重复（第 1 条与第 4 条）。请保留一条；尚未写入。',
      'Code “A1” appears twice in this request (entries 1 and 4). Keep one; nothing was written.',
    ])
  })
  it('calls a thing by the name that the language reads, the Chinese one where there is no other', () => {
    expect(about('Beds')).toEqual([
      '按给定上下界标准化需要“床位”有上下界',
      'Normalising between goalposts needs goalposts for “Beds”',
    ])
    expect(about('')[1]).toContain('“床位”')
  })
  it('without params is its text; several are a line each; a plain text is the same in all', () => {
    const said = sentence('imports.ready')
    expect(textOf('en', said)).toBe(WORDS.en.imports.ready)
    expect(textOf('zh-CN', [said, sentence('imports.discarded')])).toBe(
      '这次导入尚未写入，没有可撤销的内容。\n这次导入已放弃。请重新上传文件。',
    )
    expect(LOCALES.map((locale) => textOf(locale, '42'))).toEqual(['42', '42'])
  })
  it('that lacks a param, or that nobody has written, does not compile', () => {
    // @ts-expect-error -- the second entry is missing
    sentence('areas.duplicate-code', { code: 'A1', first: 1 })
    // @ts-expect-error -- no such entry
    sentence('areas.no-such-entry')
    // @ts-expect-error -- a text takes no params
    sentence('imports.ready', { code: 'A1' })
    // @ts-expect-error -- a language that lacks a sentence
    const incomplete: Words['ledger'] = { 'bad-moment': () => '' }
    expect(Object.keys(incomplete)).toHaveLength(1)
  })
})

describe('why a publication is refused', () => {
  const refused = {
    code: 'exposed',
    why: 'out-of-time',
    periods: ['2023', '2024'],
    about: [
      { name: '床位', nameEn: 'Beds' },
      { name: '医师', nameEn: '' },
    ],
    count: 7,
  } as const
  it('is one sentence with what would pass, and says that more than those named are in danger', () => {
    expect(LOCALES.map((locale) => textOf(locale, sentence('publication.refused', refused)))).toEqual([
      '无法证明 2023、2024 的这些不公开数值不会被推算出来：床位、医师…。在限定的计算时间内没有检查完，没有查明的一律视为有风险。可以：同时公开这些指标的原始值；或只公开此前没有公开过的时期；或增加参评地区',
      'It cannot be shown that these withheld values of 2023, 2024 stay safe: Beds, 医师…. The check did not end in the computing time allowed, and whatever it did not settle counts as a risk. What would pass: publishing the raw values of these indicators; or only periods not published before; or more areas',
    ])
  })
})

describe('what rests on an import', () => {
  it('is named by its first, with the advice that fits', () => {
    const said = sentence('imports.rested-on', {
      kinds: ['observed', 'parent'],
      names: ['甲区', '乙区'],
      counts: [1, 3],
    })
    expect(LOCALES.map((locale) => textOf(locale, said))).toEqual([
      '这次导入之后，新增的“甲区”已有数据；新增的“乙区”等 3 处下面又建了地区，撤销会丢失这些内容，因此没有撤销。请先撤销写入这些数据的导入。',
      'Since this import values were stored for “甲区”; areas were added below “乙区” and 2 more. Undoing it would lose that, so nothing was undone. Undo the imports that wrote these values first.',
    ])
  })
})
