import { describe, expect, it } from 'vitest'
import { csvText } from '../../../web/format/csv.ts'
import { parseTyped } from '../../../web/format/parseTyped.ts'
import { safeNext } from '../../../web/features/account/safeNext.ts'

describe('parseTyped', () => {
  it('reads full-width digits, separators and dashes as people type them', () => {
    expect(parseTyped('２．８')).toBe(2.8)
    expect(parseTyped(' 1，234.5 ')).toBe(1234.5)
    expect(parseTyped('−3')).toBe(-3)
    expect(parseTyped('1e3')).toBe(1000)
  })
  it('tells nothing from no number', () => {
    expect(parseTyped('')).toBeNull()
    expect(parseTyped('  ')).toBeNull()
    for (const text of ['二点八', '2.8人', '1.2.3', '-', 'Infinity', '0x10']) expect(parseTyped(text)).toBeUndefined()
  })
})

describe('csvText', () => {
  it('starts with a BOM, quotes what needs it and leaves missing cells empty', () => {
    expect(
      csvText(
        ['a', 'b'],
        [
          ['x,y', 1.5],
          ['say "hi"', null],
        ],
      ),
    ).toBe('\uFEFFa,b\r\n"x,y",1.5\r\n"say ""hi""",\r\n')
  })
  it('disarms text that a spreadsheet would run, but not numbers', () => {
    expect(csvText(['h'], [['=1+1'], ['@cmd'], ['-3.5'], ['+2%'], ['-x'], ['＝1+1'], ['\t=1']])).toBe(
      "\uFEFFh\r\n'=1+1\r\n'@cmd\r\n-3.5\r\n+2%\r\n'-x\r\n'＝1+1\r\n'\t=1\r\n",
    )
  })
})

describe('safeNext', () => {
  it('keeps paths of this site with their query and hash', () => {
    expect(safeNext('/c/haitang/data?period=2024#top')).toBe('/c/haitang/data?period=2024#top')
  })
  it('refuses every way to another site, and sign-in itself', () => {
    for (const bad of [
      'https://evil.example',
      '//evil.example',
      '/\\evil.example',
      '/\t/evil.example',
      'javascript:alert(1)',
      '',
      undefined,
      '/sign-in?next=/sign-in',
      '/.//evil.example',
      '/a/..//evil.example',
      '/.//\\evil.example',
    ])
      expect(safeNext(bad)).toBeNull()
  })
})
