/** The header row → how the rows below are to be read: long (one value a row) or wide (one column per indicator). */
import { cellReading, type CellReading } from './parseValue.ts'
import { AMBIGUOUS, UNKNOWN, plainText, type ImportDictionary } from './dictionary.ts'
import { splitHeader, unitShift } from './statedUnit.ts'
import type { ProblemList } from './problemList.ts'

export interface WideColumn {
  readonly index: number
  readonly indicator: number
  readonly reading: CellReading
}
interface Common {
  readonly width: number
  readonly names: readonly string[]
  readonly area: readonly number[]
  readonly period: number | null
}
export type HeaderPlan =
  | (Common & {
      readonly layout: 'long'
      readonly indicator: readonly number[]
      readonly value: number
      readonly unit: number | null
      readonly valueUnit: string | null
    })
  | (Common & { readonly layout: 'wide'; readonly columns: readonly WideColumn[]; readonly unnamed: readonly number[] })

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

const MISSING: Readonly<Record<'area' | 'indicator' | 'period' | 'value', readonly [string, string]>> = {
  area: ['地区代码', 'area_code'],
  indicator: ['指标代码', 'indicator_code'],
  period: ['时期', 'period'],
  value: ['值', 'value'],
}

const normalised = (header: string): string =>
  plainText(header)
    .replace(/[\s_*-]/g, '')
    .toLowerCase()

export function readHeader(
  cells: readonly string[],
  row: number,
  period: string | null,
  dictionary: ImportDictionary,
  problems: ProblemList,
): HeaderPlan | undefined {
  const names = trimEnd(cells.map((c) => c.trim()))
  const split = names.map(splitHeader)
  const roles = names.map(
    (name, i) =>
      ROLE_OF.get(normalised(name)) ??
      (ROLE_OF.get(normalised(split[i]?.name ?? '')) === 'value' ? 'value' : undefined),
  )
  const indicators = names.map((name, i) =>
    name === '' || roles[i] !== undefined ? UNKNOWN : findEither(dictionary, name, split[i]?.name ?? name),
  )
  const at = (role: Role): number | undefined => (roles.includes(role) ? roles.indexOf(role) : undefined)
  const found = (...wanted: Role[]): number[] => wanted.flatMap((r) => at(r) ?? [])
  reportRepeatedRoles(roles, names, row, problems)

  const common = { width: names.length, names, period: at('period') ?? null }
  const missing = (what: keyof typeof MISSING, hint: readonly [string, string] = ['', '']): void =>
    problems.add(row, null, 'missing-column', null, {
      column: MISSING[what][0],
      columnEn: MISSING[what][1],
      hint: hint[0],
      hintEn: hint[1],
    })
  const before = problems.errorCount
  if (common.period === null && period === null)
    missing('period', ['，上传时也没有选择时期', ', and no period was chosen for the upload'])

  const isWide = indicators.some((i) => i !== UNKNOWN)
  const indicator = found('indicatorCode', 'indicatorName')
  const value = at('value')
  if (!isWide && indicator.length === 0 && value === undefined) {
    problems.add(row, null, 'unknown-layout')
    return undefined
  }
  if (!isWide || (indicator.length > 0 && value !== undefined)) {
    const area = found('areaCode', 'areaName')
    if (area.length === 0) missing('area')
    if (indicator.length === 0) missing('indicator')
    if (value === undefined) missing('value')
    for (const [i, name] of names.entries())
      if (name !== '' && roles[i] === undefined) problems.add(row, name, 'ignored-column')
    return value === undefined || problems.errorCount > before
      ? undefined
      : {
          ...common,
          layout: 'long',
          area,
          indicator,
          value,
          unit: at('unit') ?? null,
          valueUnit: split[value]?.unit ?? null,
        }
  }

  // The first column names the area when no column says so.
  const named = found('areaCode', 'areaName')
  const area = named.length > 0 ? named : roles[0] === undefined && indicators[0] === UNKNOWN ? [0] : []
  if (area.length === 0) missing('area')
  const columns: WideColumn[] = []
  const unnamed: number[] = []
  for (const [index, name] of names.entries()) {
    const i = indicators[index] ?? UNKNOWN
    if (area.includes(index) || roles[index] !== undefined) continue
    if (name === '') unnamed.push(index)
    else if (i < 0) problems.add(row, name, i === AMBIGUOUS ? 'ambiguous-indicator' : 'unknown-indicator', name)
    else addColumn(index, i)
  }
  return problems.errorCount > before ? undefined : { ...common, layout: 'wide', area, columns, unnamed }

  function addColumn(index: number, i: number): void {
    const name = names[index] ?? ''
    const facts = dictionary.indicators[i]
    const earlier = columns.find((c) => c.indicator === i)
    if (facts === undefined) return
    if (earlier !== undefined)
      return problems.add(row, name, 'duplicate-column', name, { other: names[earlier.index] ?? '' })
    // A name may itself end in brackets: only what stands behind the indicator's name is a unit.
    const stated = dictionary.findIndicator(name) === i ? null : (split[index]?.unit ?? null)
    const shift = stated === null ? 0 : unitShift(stated, facts.unit)
    if (shift === undefined)
      return problems.add(row, name, 'unit-mismatch', name, { stated: stated ?? '', own: facts.unit })
    columns.push({ index, indicator: i, reading: cellReading(facts.unit, stated, shift) })
  }
}

function findEither(dictionary: ImportDictionary, whole: string, name: string): number {
  const found = dictionary.findIndicator(whole)
  return found === UNKNOWN ? dictionary.findIndicator(name) : found
}

function reportRepeatedRoles(
  roles: readonly (Role | undefined)[],
  names: readonly string[],
  row: number,
  problems: ProblemList,
): void {
  for (const [i, role] of roles.entries()) {
    const first = roles.indexOf(role)
    if (role !== undefined && role !== 'ignored' && first !== i)
      problems.add(row, names[i] ?? '', 'duplicate-column', names[i] ?? '', { other: names[first] ?? '' })
  }
}

/** Spreadsheets leave separators behind the last column. */
function trimEnd(names: string[]): string[] {
  let end = names.length
  while (end > 0 && names[end - 1] === '') end--
  return names.slice(0, end)
}
