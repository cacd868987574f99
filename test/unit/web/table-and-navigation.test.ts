import { describe, expect, it } from 'vitest'
import { sortRows } from '../../../web/components/tableSort.ts'
import { cityNav, cityOf, currentHref, publicNav } from '../../../web/features/shell/navigation.ts'

interface Row {
  readonly name: string
  readonly value: number | null
}

const rows: readonly Row[] = [
  { name: '第10街', value: 3 },
  { name: '第2街', value: null },
  { name: '第1街', value: -1 },
]
const columns = [
  { key: 'name', value: (row: Row) => row.name },
  { key: 'value', value: (row: Row) => row.value },
  { key: 'plain' },
]
const order = (sort: Parameters<typeof sortRows<Row>>[2]) => sortRows(rows, columns, sort).map((row) => row.name)

describe('sortRows', () => {
  it('sorts numbers by size with missing ones last, either way', () => {
    expect(order({ key: 'value', descending: false })).toEqual(['第1街', '第10街', '第2街'])
    expect(order({ key: 'value', descending: true })).toEqual(['第10街', '第1街', '第2街'])
  })
  it('sorts digits inside names by value', () => {
    expect(order({ key: 'name', descending: false })).toEqual(['第1街', '第2街', '第10街'])
  })
  it('leaves the order alone without a sortable column', () => {
    expect(order(undefined)).toEqual(rows.map((row) => row.name))
    expect(order({ key: 'plain', descending: true })).toEqual(rows.map((row) => row.name))
  })
})

describe('navigation', () => {
  const nav = cityNav('haitang')
  it('marks the entry that an address lies under, the longest one winning', () => {
    expect(currentHref(nav, '/c/haitang')).toBe('/c/haitang')
    expect(currentHref(nav, '/c/haitang/data/imports/imp_1')).toBe('/c/haitang/data')
    expect(currentHref(publicNav, '/')).toBe('/')
    expect(currentHref(publicNav, '/results/pub_1')).toBe('/results')
    expect(currentHref(publicNav, '/sign-in')).toBeNull()
  })
  it('does not take a longer name for a part of the address', () => {
    expect(currentHref(nav, '/c/haitang/database')).toBeNull()
    expect(cityOf('/c/haitang/data')).toBe('haitang')
    expect(cityOf('/compare')).toBeNull()
  })
})
