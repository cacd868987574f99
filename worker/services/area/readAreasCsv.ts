/** A CSV of areas → area inputs and populations, with every problem by row and column. Header names in Chinese or English. A field that the
 * file has no column for is not in `fields`: it stays as it is stored. Pure. */
import { AreaCode, type AreaInput, type PopulationEntry } from '../../contract/areas.ts'
import { csvSlices, isBlank } from '../file/csvSlices.ts'
import { nearestAmong } from '../import/nearest.ts'
import { parsePeriod } from '../import/parsePeriod.ts'
import { cellReading, parseValue, type CellReading } from '../import/parseValue.ts'
import { shorten, type Fault, type ProblemList } from '../import/problemList.ts'
import { splitHeader, unitShift } from '../import/statedUnit.ts'
import { MOST_AREAS } from './checkAreas.ts'
import type { z } from 'zod'

export type AreaField = keyof AreaInput
type Field = AreaField
type Population = z.infer<typeof PopulationEntry>
interface Column {
  readonly field: Field | null
  readonly period: string | null
  readonly reading: CellReading
  readonly name: string
}
export interface AreasCsv {
  readonly areas: AreaInput[]
  readonly rows: number[]
  readonly populations: Population[]
  /** Fields that the file has a column for. */
  readonly fields: ReadonlySet<Field>
  readonly nameOf: (field: Field) => string
  readonly rowCount: number
  readonly checkedRowCount: number
  readonly columnCount: number
  readonly checkedColumnCount: number
  readonly sample: string[][]
  readonly sampleRows: number[]
}

/** The same as one request of PUT /populations. */
const MOST_POPULATIONS = 50_000
const SAMPLE = { rows: 6, columns: 40 } as const

const ALIASES: Readonly<Record<Field, readonly string[]>> = {
  code: ['code', 'areacode', '代码', '地区代码', '区划代码', '行政区划代码', '地区编码'],
  name: ['name', 'areaname', '名称', '地区', '地区名称', '区划名称', '中文名称'],
  nameEn: ['nameen', 'englishname', '英文名', '英文名称'],
  parentCode: ['parentcode', 'parent', '上级代码', '上级区划代码', '上级地区代码', '父级代码', '上级'],
  setting: ['setting', 'urbanrural', '城乡', '城乡属性', '城乡类型', '城乡分类'],
  grouping: ['grouping', 'group', '分组', '片区', '类别'],
}
const IGNORED = new Set(['序号', '备注', '说明', 'no', 'note', 'notes', 'id', 'sort'])
const URBAN = new Set(['urban', 'u', '城', '城市', '城区', '城镇', '市区'])
const RURAL = new Set(['rural', 'r', '乡', '农村', '乡村', '乡镇', '村'])
const LONGEST: Readonly<Record<'name' | 'nameEn' | 'grouping', number>> = { name: 100, nameEn: 150, grouping: 40 }
/** What a misspelt header may have meant, in the words of the template. */
const HEADERS: readonly { readonly code: string; readonly name: string; readonly nameEn: string }[] = [
  { code: 'code', name: '代码', nameEn: 'code' },
  { code: 'name', name: '名称', nameEn: 'name' },
  { code: 'nameEn', name: '英文名', nameEn: 'nameEn' },
  { code: 'parentCode', name: '上级代码', nameEn: 'parentCode' },
  { code: 'setting', name: '城乡', nameEn: 'setting' },
  { code: 'grouping', name: '分组', nameEn: 'grouping' },
]

export function readAreasCsv(text: string, problems: ProblemList): AreasCsv {
  const areas: AreaInput[] = []
  const rows: number[] = []
  const populations: Population[] = []
  const sample: string[][] = []
  const sampleRows: number[] = []
  let columns: (Column | null)[] | undefined
  let rowCount = 0
  let checkedRowCount = 0
  let columnCount = 0
  let isOver = false
  const fault = (row: number, column: string | null, code: Fault['code'], more: Partial<Fault> = {}): void =>
    problems.add({ code, row, column, ...more })

  for (const slice of csvSlices(text)) {
    for (const f of slice.faults) fault(f.row, null, f.kind)
    for (const [i, cells] of slice.rows.entries()) {
      if (isBlank(cells) || isOver) continue
      const row = slice.firstRow + i
      if (sample.length < SAMPLE.rows) {
        sample.push(cells.slice(0, SAMPLE.columns).map(shorten))
        sampleRows.push(row)
      }
      if (columns === undefined) {
        columns = readColumns(cells, row)
        continue
      }
      rowCount++
      if (areas.length >= MOST_AREAS) {
        fault(row, null, 'too-many-areas', { facts: { limit: MOST_AREAS } })
        isOver = true
      } else readArea(cells, row, columns)
    }
    if (isOver) break
  }
  if (rowCount === 0 && problems.errorCount === 0) problems.add({ code: 'no-rows', row: null, column: null })
  const read = columns ?? []
  const nameOf = (field: Field): string => read.find((c) => c?.field === field)?.name ?? field
  return {
    areas,
    rows,
    populations,
    fields: new Set(read.flatMap((c) => c?.field ?? [])),
    nameOf,
    rowCount,
    checkedRowCount,
    columnCount,
    checkedColumnCount: read.filter((c) => c !== null).length,
    sample,
    sampleRows,
  }

  function readArea(cells: readonly string[], row: number, columns: readonly (Column | null)[]): void {
    if (cells.length !== columns.length && !isBlank(cells.slice(columns.length)))
      return fault(row, null, 'ragged-row', { facts: { cells: cells.length, header: columns.length } })
    checkedRowCount++
    const columnFor = (field: Field): string | null => columns.find((c) => c?.field === field)?.name ?? null
    const cellOf = (field: Field): string => (cells[columns.findIndex((c) => c?.field === field)] ?? '').trim()
    const code = cellOf('code')
    const hasCode = AreaCode.safeParse(code).success
    // A missing column is a problem of the header, not of every row.
    if (!hasCode && columnFor('code') !== null) fault(row, columnFor('code'), 'bad-code', { value: code })
    const parent = cellOf('parentCode')
    const hasParent = parent === '' || AreaCode.safeParse(parent).success
    if (!hasParent) fault(row, columnFor('parentCode'), 'bad-code', { value: parent })
    if (cellOf('name') === '' && columnFor('name') !== null) fault(row, columnFor('name'), 'blank-name')
    for (const field of ['name', 'nameEn', 'grouping'] as const) {
      if (cellOf(field).length > LONGEST[field])
        fault(row, columnFor(field), 'too-long', { value: cellOf(field), facts: { limit: LONGEST[field] } })
    }
    const setting = cellOf('setting').normalize('NFKC').toLowerCase()
    if (setting !== '' && !URBAN.has(setting) && !RURAL.has(setting))
      fault(row, columnFor('setting'), 'bad-setting', { value: cellOf('setting') })
    for (const [i, column] of columns.entries()) {
      if (column === null || column.period === null) continue
      const value = parseValue(cells[i] ?? '', column.reading)
      if (value === null) continue
      if (typeof value !== 'number' || value < 0 || value > 2e9)
        fault(row, column.name, 'bad-population', { value: (cells[i] ?? '').trim() })
      else if (populations.length >= MOST_POPULATIONS) {
        if (!isOver)
          problems.add({ code: 'too-many-populations', row: null, column: null, facts: { limit: MOST_POPULATIONS } })
        isOver = true
      } else if (hasCode) populations.push({ areaCode: code, period: column.period, value })
    }
    if (!hasCode) return
    areas.push({
      code,
      name: cellOf('name'),
      nameEn: cellOf('nameEn'),
      parentCode: parent === '' || !hasParent ? null : parent,
      setting: URBAN.has(setting) ? 'urban' : RURAL.has(setting) ? 'rural' : null,
      grouping: cellOf('grouping'),
    })
    rows.push(row)
  }

  function readColumns(cells: readonly string[], row: number): (Column | null)[] {
    const seen = new Map<string, string>()
    const header = (column: string | null, code: Fault['code'], more: Partial<Fault> = {}): void =>
      problems.add({ code, row, column, isHeader: true, ...more })
    const nearest = nearestAmong(HEADERS)
    const columns = cells.map((raw): Column | null => {
      const name = shorten(raw.trim())
      const plain = raw
        .normalize('NFKC')
        .replace(/[\s_*-]/g, '')
        .toLowerCase()
      const field = fields.find((f) => ALIASES[f].includes(plain)) ?? null
      const population = field === null ? populationColumn(raw) : null
      const key = field ?? population?.period ?? ''
      const earlier = key === '' ? undefined : seen.get(key)
      if (earlier !== undefined) header(name, 'duplicate-column', { value: name, facts: { other: earlier } })
      else if (key !== '') seen.set(key, name)
      if (key !== '') columnCount++
      if (field !== null) return { field, period: null, reading: PEOPLE, name }
      if (population !== null) return { field: null, period: population.period, reading: population.reading, name }
      if (name !== '' && !IGNORED.has(plain)) {
        columnCount++
        const near = seen.size > 200 ? [] : nearest(name).near
        header(name, 'unknown-area-column', {
          value: name,
          suggestions: near.flatMap(({ index }) => {
            const e = HEADERS[index]
            return e === undefined ? [] : [{ ...e, kind: 'column' as const, text: name, isSafe: false }]
          }),
        })
      }
      return null
    })
    for (const field of ['code', 'name'] as const) {
      if (columns.some((c) => c?.field === field)) continue
      header(null, 'missing-column', {
        group: field,
        facts: { missing: field },
      })
    }
    return columns
  }
}

const fields: readonly Field[] = ['code', 'name', 'nameEn', 'parentCode', 'setting', 'grouping']
const LONGEST_HEADER_CHARS = 100
const PEOPLE = cellReading('人', null, 0)

/** `population:2024`, `人口（2024）`, `常住人口:2024（万人）`. */
function populationColumn(header: string): { period: string; reading: CellReading } | null {
  // The pattern below takes the cube of the spaces it is given.
  if (header.length > LONGEST_HEADER_CHARS) return null
  const split = splitHeader(header.normalize('NFKC'))
  const shift = split.unit === null ? undefined : unitShift(split.unit, '人')
  const rest = /^(?:常住|户籍)?(?:人口数?|population)\s*[:_(\-\s]?\s*(.*?)\)?$/i.exec(
    shift === undefined ? header.normalize('NFKC').trim() : split.name,
  )?.[1]
  const period = rest === undefined ? undefined : parsePeriod(rest)
  return period === undefined
    ? null
    : { period, reading: shift === undefined ? PEOPLE : cellReading('人', split.unit, shift) }
}
