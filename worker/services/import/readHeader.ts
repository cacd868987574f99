/** The header row → how the rows below are to be read: long (one value a row) or wide (one column per indicator). */
import { cellReading, type CellReading } from './parseValue.ts'
import { AMBIGUOUS, UNKNOWN, plainText, type ImportDictionary } from './dictionary.ts'
import { nearestAmong, statesUnit } from './nearest.ts'
import { splitHeader, unitShift } from './statedUnit.ts'
import type { Mapping } from './mapping.ts'
import type { ProblemList } from './problemList.ts'
import type { ProblemCode, Suggestion } from './problem.ts'

export interface WideColumn {
  readonly index: number
  readonly indicator: number
  readonly reading: CellReading
}
interface Common {
  readonly width: number
  readonly names: readonly string[]
  /** Empty when no column names the area: that is a problem of the header, not of every row. */
  readonly area: readonly number[]
  readonly period: number | null
  /** Neither the file nor the upload names a period. */
  readonly hasPeriod: boolean
  /** Columns that should hold values, and how many of them are read. */
  readonly columnCount: number
  readonly checkedColumnCount: number
}
export type HeaderPlan =
  | (Common & {
      readonly layout: 'long'
      readonly indicator: readonly number[]
      readonly value: number | null
      readonly unit: number | null
      readonly valueUnit: string | null
    })
  | (Common & { readonly layout: 'wide'; readonly columns: readonly WideColumn[]; readonly unnamed: readonly number[] })

/** Header names that are looked up among all the city's names; a file of thousands of nonsense headers has no more of them. */
const MOST_SUGGESTED = 40

type Role = 'areaCode' | 'areaName' | 'indicatorCode' | 'indicatorName' | 'period' | 'value' | 'unit' | 'ignored'

/** Normalised: no spaces, underscores, hyphens or asterisks, lower case. */
const ALIASES: Readonly<Record<Role, readonly string[]>> = {
  areaCode: [
    '地区代码',
    '地区编码',
    '区划代码',
    '区划编码',
    '行政区划代码',
    '区县代码',
    'areacode',
    'regioncode',
    'districtcode',
  ],
  areaName: [
    '地区',
    '地区名称',
    '区县',
    '区县名称',
    '行政区',
    '行政区划',
    '区划名称',
    '县区',
    '街道',
    '乡镇',
    'area',
    'areaname',
    'region',
    'regionname',
    'district',
    'districtname',
  ],
  indicatorCode: ['指标代码', '指标编码', '指标编号', 'indicatorcode'],
  indicatorName: ['指标', '指标名称', 'indicator', 'indicatorname'],
  period: ['时期', '年份', '年度', '年', '期间', '报告期', '统计时期', '时间', 'period', 'year', 'time'],
  value: ['值', '数值', '指标值', '观测值', '数据', 'value', 'obsvalue'],
  unit: ['单位', '计量单位', 'unit'],
  ignored: [
    '序号',
    '备注',
    '说明',
    '数据性质',
    '领域',
    'no',
    'note',
    'notes',
    'remark',
    'remarks',
    'datastatus',
    'domain',
  ],
}
const ROLE_OF = new Map(
  Object.entries(ALIASES).flatMap(([role, names]) => names.map((n) => [n, asRole(role)] as const)),
)
/** Guarantee: called with the keys of ALIASES only. */
function asRole(key: string): Role {
  return key as Role
}

const normalised = (header: string): string =>
  plainText(header)
    .replace(/[\s_*-]/g, '')
    .toLowerCase()

/** Undefined when nothing at all is recognised. Every recognised column is in the plan whatever is wrong with the others. */
export function readHeader(
  cells: readonly string[],
  row: number,
  period: string | null,
  dictionary: ImportDictionary,
  mapping: Mapping,
  problems: ProblemList,
): HeaderPlan | undefined {
  const names = trimEnd(cells.map((c) => c.trim()))
  const split = names.map(splitHeader)
  const roles = names.map(
    (name, i) =>
      ROLE_OF.get(normalised(name)) ??
      (ROLE_OF.get(normalised(split[i]?.name ?? '')) === 'value' ? 'value' : undefined),
  )
  const mapped = new Set<number>()
  const indicators = names.map((name, i) => {
    if (name === '' || roles[i] !== undefined) return UNKNOWN
    const own = findEither(dictionary, name, split[i]?.name ?? name)
    const said = own === UNKNOWN ? mapping.findIndicator(name) : UNKNOWN
    if (said !== UNKNOWN) mapped.add(i)
    return said === UNKNOWN ? own : said
  })
  const at = (role: Role): number | undefined => (roles.includes(role) ? roles.indexOf(role) : undefined)
  const found = (...wanted: Role[]): number[] => wanted.flatMap((r) => at(r) ?? [])
  const report = (
    column: string | null,
    code: ProblemCode,
    more: Partial<Parameters<ProblemList['add']>[0]> = {},
  ): void => problems.add({ code, row, column, isHeader: true, ...more })
  reportRepeatedRoles(roles, names, report)

  const common = {
    width: names.length,
    names,
    period: at('period') ?? null,
    hasPeriod: at('period') !== undefined || period !== null,
  }
  const missing = (what: 'area' | 'indicator' | 'period' | 'value'): void =>
    report(null, 'missing-column', { group: what, facts: { missing: what } })
  const isWide = indicators.some((i) => i !== UNKNOWN)
  const indicator = found('indicatorCode', 'indicatorName')
  const value = at('value')
  if (
    !isWide &&
    indicator.length === 0 &&
    value === undefined &&
    found('areaCode', 'areaName', 'period').length === 0
  ) {
    report(null, 'unknown-layout')
    return undefined
  }
  if (!common.hasPeriod) missing('period')
  if (isWide ? indicator.length > 0 && value !== undefined : indicator.length > 0 || value !== undefined) {
    const area = found('areaCode', 'areaName')
    if (area.length === 0) missing('area')
    if (indicator.length === 0) missing('indicator')
    if (value === undefined) missing('value')
    for (const [i, name] of names.entries()) if (name !== '' && roles[i] === undefined) report(name, 'ignored-column')
    return {
      ...common,
      layout: 'long',
      area,
      indicator,
      value: value ?? null,
      unit: at('unit') ?? null,
      valueUnit: value === undefined ? null : (split[value]?.unit ?? null),
      columnCount: 1,
      checkedColumnCount: value === undefined || indicator.length === 0 ? 0 : 1,
    }
  }

  // The first column names the area when no column says so.
  const named = found('areaCode', 'areaName')
  const area = named.length > 0 ? named : roles[0] === undefined && indicators[0] === UNKNOWN ? [0] : []
  if (area.length === 0) missing('area')
  const columns: WideColumn[] = []
  const unnamed: number[] = []
  const unknown: number[] = []
  let columnCount = 0
  for (const [index, name] of names.entries()) {
    const i = indicators[index] ?? UNKNOWN
    if (area.includes(index) || roles[index] !== undefined) continue
    if (name === '') unnamed.push(index)
    else {
      columnCount++
      if (i === UNKNOWN) unknown.push(index)
      else if (i === AMBIGUOUS) report(name, 'ambiguous-indicator', { value: name })
      else addColumn(index, i)
    }
  }
  const nearest = unknown.length === 0 ? undefined : nearestAmong(dictionary.indicators)
  for (const [n, index] of unknown.entries()) {
    const name = names[index] ?? ''
    report(name, 'unknown-column', { value: name, suggestions: n < MOST_SUGGESTED ? suggestionsFor(name) : [] })
  }
  return { ...common, layout: 'wide', area, columns, unnamed, columnCount, checkedColumnCount: columns.length }

  function addColumn(index: number, i: number): void {
    const name = names[index] ?? ''
    const facts = dictionary.indicators[i]
    const earlier = columns.find((c) => c.indicator === i)
    if (facts === undefined) return
    if (earlier !== undefined)
      return report(name, 'duplicate-column', { value: name, facts: { other: names[earlier.index] ?? '' } })
    // A name may itself end in brackets: only what stands behind the indicator's name is a unit.
    const hasUnit = mapped.has(index) ? statesUnit(name, facts) : dictionary.findIndicator(name) !== i
    const stated = hasUnit ? (split[index]?.unit ?? null) : null
    const shift = stated === null ? 0 : unitShift(stated, facts.unit)
    if (shift === undefined)
      return report(name, 'unit-mismatch', { value: name, facts: { stated: stated ?? '', own: facts.unit } })
    columns.push({ index, indicator: i, reading: cellReading(facts.unit, stated, shift) })
  }

  function suggestionsFor(name: string): Suggestion[] {
    const { near, isSure } = nearest?.(name) ?? { near: [], isSure: false }
    return near.flatMap(({ index, statesUnit: hasUnit }): Suggestion[] => {
      const facts = dictionary.indicators[index]
      if (facts === undefined) return []
      const stated = hasUnit ? splitHeader(name).unit : null
      const fits = stated === null || unitShift(stated, facts.unit) !== undefined
      const isTaken = columns.some((c) => c.indicator === index)
      const isRepeated = names.filter((other) => plainText(other) === plainText(name)).length > 1
      return [
        {
          kind: 'indicator',
          text: name,
          code: facts.code,
          name: facts.name,
          nameEn: facts.nameEn,
          isSafe: isSure && fits && !isTaken && !isRepeated,
        },
      ]
    })
  }
}

function findEither(dictionary: ImportDictionary, whole: string, name: string): number {
  const found = dictionary.findIndicator(whole)
  return found === UNKNOWN ? dictionary.findIndicator(name) : found
}

function reportRepeatedRoles(
  roles: readonly (Role | undefined)[],
  names: readonly string[],
  report: (column: string, code: ProblemCode, more: { value: string; facts: { other: string } }) => void,
): void {
  for (const [i, role] of roles.entries()) {
    const first = roles.indexOf(role)
    if (role !== undefined && role !== 'ignored' && first !== i)
      report(names[i] ?? '', 'duplicate-column', { value: names[i] ?? '', facts: { other: names[first] ?? '' } })
  }
}

/** Spreadsheets leave separators behind the last column. */
function trimEnd(names: string[]): string[] {
  let end = names.length
  while (end > 0 && names[end - 1] === '') end--
  return names.slice(0, end)
}
