/** A CSV of areas → area inputs and populations, or faults by row and column. Header names in Chinese or English. Pure. */
import { AreaCode, type AreaInput, type PopulationEntry } from '../../routes/areas/schema.ts'
import { csvSlices, isBlank } from '../file/csvSlices.ts'
import { parsePeriod } from '../import/parsePeriod.ts'
import { cellReading, parseValue, type CellReading } from '../import/parseValue.ts'
import { shorten } from '../import/problemList.ts'
import { splitHeader, unitShift } from '../import/statedUnit.ts'
import { MOST_AREAS } from './checkAreas.ts'
import type { z } from 'zod'
import type { Fault } from '../../http/errors.ts'
import type { Say } from '../say.ts'

type Field = keyof AreaInput
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
  readonly faults: Fault[]
  readonly columnOf: (field: Field) => string
}

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
const LISTED_FAULTS = 200

export function readAreasCsv(text: string, say: Say): AreasCsv {
  const areas: AreaInput[] = []
  const rows: number[] = []
  const populations: Population[] = []
  const faults: Fault[] = []
  let columns: (Column | null)[] | undefined
  const fault = (row: number, column: string | null, code: string, zh: string, en: string): void => {
    if (faults.length >= LISTED_FAULTS) return
    faults.push({
      path: column === null ? `rows[${row}]` : `rows[${row}].${column}`,
      code,
      message: say(
        `第 ${row} 行${column === null ? '' : `“${column}”`}${zh}；尚未写入。`,
        `Row ${row}${column === null ? '' : `, “${column}”`}: ${en}; nothing was written.`,
      ),
    })
  }

  for (const slice of csvSlices(text)) {
    for (const f of slice.faults) fault(f.row, null, f.kind, '的引号不成对', 'a quotation mark is out of place')
    for (const [i, cells] of slice.rows.entries()) {
      if (isBlank(cells)) continue
      const row = slice.firstRow + i
      if (columns === undefined) columns = readColumns(cells, row, fault)
      else if (areas.length >= MOST_AREAS)
        return finish(() =>
          fault(
            row,
            null,
            'too-many-areas',
            `超过 ${MOST_AREAS} 个地区的上限，其余没有读取`,
            `more than ${MOST_AREAS} areas; the rest was not read`,
          ),
        )
      else readArea(cells, row, columns)
    }
  }
  return finish(() => {
    if (areas.length === 0 && faults.length === 0) fault(1, null, 'no-rows', '之后没有地区', 'no areas follow')
  })

  function finish(last: () => void): AreasCsv {
    last()
    return {
      areas,
      rows,
      populations,
      faults,
      columnOf: (field) => columns?.find((c) => c?.field === field)?.name ?? field,
    }
  }

  function readArea(cells: readonly string[], row: number, columns: readonly (Column | null)[]): void {
    if (cells.length !== columns.length && !isBlank(cells.slice(columns.length)))
      return fault(
        row,
        null,
        'ragged-row',
        `有 ${cells.length} 列，表头有 ${columns.length} 列`,
        `${cells.length} cells under a header of ${columns.length}`,
      )
    const cellOf = (field: Field): string => (cells[columns.findIndex((c) => c?.field === field)] ?? '').trim()
    const nameOf = (field: Field): string => columns.find((c) => c?.field === field)?.name ?? field
    const code = cellOf('code')
    if (!AreaCode.safeParse(code).success)
      fault(
        row,
        nameOf('code'),
        'bad-code',
        `不是有效的代码：“${shorten(code)}”。请用 1–32 位数字、字母、下划线或连字符`,
        `“${shorten(code)}” is not a code: use 1–32 digits, letters, underscores or hyphens`,
      )
    const parent = cellOf('parentCode')
    if (parent !== '' && !AreaCode.safeParse(parent).success)
      fault(
        row,
        nameOf('parentCode'),
        'bad-code',
        `不是有效的代码：“${shorten(parent)}”`,
        `“${shorten(parent)}” is not a code`,
      )
    if (cellOf('name') === '') fault(row, nameOf('name'), 'blank-name', '没有写名称', 'the name is missing')
    for (const field of ['name', 'nameEn', 'grouping'] as const) {
      if (cellOf(field).length > LONGEST[field])
        fault(row, nameOf(field), 'too-long', `超过 ${LONGEST[field]} 个字`, `longer than ${LONGEST[field]} characters`)
    }
    const setting = cellOf('setting').normalize('NFKC').toLowerCase()
    if (setting !== '' && !URBAN.has(setting) && !RURAL.has(setting))
      fault(
        row,
        nameOf('setting'),
        'bad-setting',
        `不是城乡属性：“${shorten(setting)}”。请写城镇或农村，没有请留空`,
        `“${shorten(setting)}” is neither urban nor rural; leave it empty when it is neither`,
      )
    areas.push({
      code,
      name: cellOf('name'),
      nameEn: cellOf('nameEn'),
      parentCode: parent === '' ? null : parent,
      setting: URBAN.has(setting) ? 'urban' : RURAL.has(setting) ? 'rural' : null,
      grouping: cellOf('grouping'),
    })
    rows.push(row)
    for (const [i, column] of columns.entries()) {
      if (column === null || column.period === null) continue
      const value = parseValue(cells[i] ?? '', column.reading)
      if (value === null) continue
      if (typeof value !== 'number' || value < 0 || value > 2e9)
        fault(
          row,
          column.name,
          'bad-population',
          `不是人口数：“${shorten((cells[i] ?? '').trim())}”`,
          `“${shorten((cells[i] ?? '').trim())}” is not a population`,
        )
      else populations.push({ areaCode: code, period: column.period, value })
    }
  }

  function readColumns(
    cells: readonly string[],
    row: number,
    fault: (row: number, column: string | null, code: string, zh: string, en: string) => void,
  ): (Column | null)[] {
    const seen = new Set<string>()
    const columns = cells.map((raw): Column | null => {
      const name = shorten(raw.trim())
      const plain = raw
        .normalize('NFKC')
        .replace(/[\s_*-]/g, '')
        .toLowerCase()
      const field = fields.find((f) => ALIASES[f].includes(plain)) ?? null
      const population = field === null ? populationColumn(raw) : null
      const key = field ?? population?.period ?? ''
      if (key !== '' && seen.has(key))
        fault(row, name, 'duplicate-column', '重复，请只保留一列', 'appears twice; keep one column')
      seen.add(key)
      if (field !== null) return { field, period: null, reading: PEOPLE, name }
      if (population !== null) return { field: null, period: population.period, reading: population.reading, name }
      if (name !== '' && !IGNORED.has(plain))
        fault(
          row,
          name,
          'unknown-column',
          '不是已知的列。请对照模板修改表头，人口列写作“人口:2024”',
          'is not a known column. Compare the header with the template; a population is headed “population:2024”',
        )
      return null
    })
    for (const field of ['code', 'name'] as const) {
      if (!columns.some((c) => c?.field === field))
        fault(
          row,
          null,
          'missing-column',
          `缺少“${field === 'code' ? '地区代码' : '名称'}”一列`,
          `the column “${field}” is missing`,
        )
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
