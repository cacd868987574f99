import { describe, expect, it } from 'vitest'
import { chaptersIn, methodsIn, type MethodText } from '../../../web/features/methods/methods.ts'
import { catalogueRows } from '../../../web/features/public/catalogueRows.ts'
import { INDEX_KEYS } from '../../../worker/engine/indexCatalogue.ts'
import { CATALOGUE_2021, CATALOGUE_2023 } from '../../../worker/reference/catalogue/catalogue.ts'

const WHO_KEYS = [
  'D',
  'R',
  'ACI',
  'RCI',
  'SII',
  'RII',
  'BGV',
  'BGSD',
  'COV',
  'MDBU',
  'MDBW',
  'MDMU',
  'MDMW',
  'MDRU',
  'MDRW',
  'IDISU',
  'IDISW',
  'TI',
  'MLD',
  'PAR',
  'PAF',
]

describe('the methods page', () => {
  it('explains every index and every WHO measure of the API under its own key', () => {
    expect(Object.keys(methodsIn('zh-CN'))).toEqual(expect.arrayContaining([...INDEX_KEYS, ...WHO_KEYS]))
  })
  it('gives each method a name and one sentence in both languages, and limits in both or none', () => {
    const chinese: Readonly<Record<string, MethodText>> = methodsIn('zh-CN')
    const english = methodsIn('en')
    expect(Object.keys(english)).toEqual(Object.keys(chinese))
    for (const [key, text] of Object.entries(english)) {
      for (const part of [chinese[key]?.name, text.name, chinese[key]?.say, text.say])
        expect(part?.trim(), key).toMatch(/./)
      expect(chinese[key]?.limits === undefined, key).toBe(text.limits === undefined)
      expect(Object.values(text).join('').replaceAll('；', ';'), key).not.toMatch(/[\u4e00-\u9fff]/)
    }
  })
  it('shows each method in exactly one chapter', () => {
    const listed = chaptersIn('en').flatMap((chapter) => Object.keys(chapter.methods))
    expect(listed.toSorted()).toEqual(Object.keys(methodsIn('en')).toSorted())
  })
})

describe('catalogueRows', () => {
  const rows = catalogueRows(CATALOGUE_2021, CATALOGUE_2023)
  it('joins the editions item by item: 80 of 2021 and the one 2023 added', () => {
    expect(rows).toHaveLength(81)
    const added = rows.filter((row) => row.older === null)
    expect(added.map((row) => row.change)).toEqual(['added'])
    expect(rows.every((row) => row.newer !== null)).toBe(true)
  })
  it('puts the added item last in its category, because its number is provisional', () => {
    const category = rows.filter((row) => row.category.code === '0101')
    expect(category.at(-1)?.older).toBeNull()
  })
})
