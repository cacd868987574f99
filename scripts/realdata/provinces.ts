/** The 31 provinces 2007–2016 of the reference folder as a city's areas, populations, framework and values. Sixteen indicators per head; names,
 * units and directions come from the folder's indicators.csv, except for ratios that it derives itself, which are described here. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseTable } from './csv.ts'
import type { AreaInput, PopulationEntry } from '../seed/wire.ts'
import type { FrameworkBody, TreeNode } from '../../worker/contract/frameworks.ts'

export interface ProvinceData {
  readonly areas: readonly AreaInput[]
  readonly populations: readonly PopulationEntry[]
  readonly body: FrameworkBody
  /** Long form: area_code, period, indicator_code, value. */
  readonly csv: string
  readonly values: number
}

type Domain = 'Health' | 'Education' | 'SocialInsurance' | 'Infrastructure' | 'Means'
const DOMAINS: readonly {
  readonly code: Domain
  readonly name: string
  readonly nameEn: string
  readonly weight: number
}[] = [
  { code: 'Health', name: '医疗卫生', nameEn: 'Health', weight: 1 },
  { code: 'Education', name: '教育', nameEn: 'Education', weight: 1.5 },
  { code: 'SocialInsurance', name: '社会保险', nameEn: 'Social insurance', weight: 1 },
  { code: 'Infrastructure', name: '市政设施', nameEn: 'Urban infrastructure', weight: 0.5 },
  { code: 'Means', name: '财力与收入', nameEn: 'Means', weight: 0.5 },
]

interface Column {
  /** Column of panel_derived.csv and code of the indicator. */
  readonly code: string
  readonly domain: Domain
  /** Row of indicators.csv that the column stands for, or the first it is derived from. */
  readonly from: string
  readonly nameEn: string
  /** Set for columns that are derived: per head of resident population. */
  readonly derived?: { readonly name: string; readonly unit: string; readonly numerator: string }
}
const HEAD = '年末常住人口 · resident population at year end'
const COLUMNS: readonly Column[] = [
  { code: 'beds_p10k', domain: 'Health', from: 'per_bed', nameEn: 'Hospital and clinic beds per 10,000' },
  { code: 'ptr_primary', domain: 'Education', from: 'primary_school', nameEn: 'Primary pupil–teacher ratio' },
  { code: 'ptr_middle', domain: 'Education', from: 'middle_school', nameEn: 'Junior secondary pupil–teacher ratio' },
  { code: 'ptr_high', domain: 'Education', from: 'high_school', nameEn: 'Senior secondary pupil–teacher ratio' },
  {
    code: 'edu_funds_pc_yuan',
    domain: 'Education',
    from: 'edu_funds',
    nameEn: 'Education funds per resident',
    derived: { name: '人均教育经费', unit: '元/人', numerator: '教育经费' },
  },
  {
    code: 'pension_cov_pct',
    domain: 'SocialInsurance',
    from: 'all_peo_endow',
    nameEn: 'Urban workers’ pension members to residents',
    derived: { name: '城镇职工养老保险参保人数占常住人口比重', unit: '%', numerator: '城镇职工参加养老保险人数' },
  },
  {
    code: 'medicare_cov_pct',
    domain: 'SocialInsurance',
    from: 'medicare',
    nameEn: 'Urban basic medical insurance members to residents',
    derived: { name: '城镇基本医疗保险参保人数占常住人口比重', unit: '%', numerator: '城镇基本医疗保险年末参保人数' },
  },
  { code: 'water_pct', domain: 'Infrastructure', from: 'water_use', nameEn: 'Access to piped water in cities' },
  { code: 'gas_pct', domain: 'Infrastructure', from: 'gas_use', nameEn: 'Access to gas in cities' },
  { code: 'bus_p10k', domain: 'Infrastructure', from: 'per_mill_bus', nameEn: 'Public transport vehicles per 10,000' },
  { code: 'road_m2_pc', domain: 'Infrastructure', from: 'per_road', nameEn: 'Urban road area per resident' },
  { code: 'wc_p10k', domain: 'Infrastructure', from: 'per_WC', nameEn: 'Public toilets per 10,000' },
  { code: 'green_m2_pc', domain: 'Infrastructure', from: 'per_greenarea', nameEn: 'Park area per resident' },
  {
    code: 'fiscal_exp_pc_yuan',
    domain: 'Means',
    from: 'local_finan_outcome',
    nameEn: 'Local budget spending per resident',
    derived: { name: '人均一般预算支出', unit: '元/人', numerator: '地方财政一般预算支出' },
  },
  { code: 'disp_income_yuan', domain: 'Means', from: 'disposable_per', nameEn: 'Disposable income per resident' },
  { code: 'gdp_pc_yuan', domain: 'Means', from: 'per_GDP', nameEn: 'GDP per resident' },
]

export const PROVINCE_INDICATORS: readonly string[] = COLUMNS.map((c) => c.code)
const SOURCE =
  '国家统计局数据，转自公开仓库 Andrea-dyx/visualization-for-provinces-in-d3- · National Bureau of Statistics figures as collected in that public repository'

export function readProvinces(folder: string): ProvinceData {
  const table = (name: string) => parseTable(readFileSync(join(folder, name), 'utf8'))
  const facts = new Map(table('indicators.csv').map((r) => [r['indicator'] ?? '', r]))
  const panel = table('panel_derived.csv')
  const provinces = [...new Map(panel.map((r) => [r['code'] ?? '', r])).values()]
  const lines = panel.flatMap((r) =>
    COLUMNS.filter((c) => (r[c.code] ?? '') !== '').map((c) => [r['code'], r['year'], c.code, r[c.code]].join(',')),
  )
  return {
    areas: provinces.map((r) => ({ code: r['code'] ?? '', name: r['province'] ?? '', grouping: r['region4'] ?? '' })),
    // The folder counts in 10,000 people.
    populations: panel
      .filter((r) => r['population'] !== '')
      .map((r) => ({
        areaCode: r['code'] ?? '',
        period: r['year'] ?? '',
        value: Math.round(Number(r['population']) * 10_000),
      })),
    body: {
      root: {
        code: 'CN31',
        name: '31 省份公共服务',
        nameEn: 'Public services of 31 provinces',
        kind: 'root',
        weight: 1,
        children: DOMAINS.map((d) => ({
          ...d,
          kind: 'domain' as const,
          children: COLUMNS.filter((c) => c.domain === d.code).map((c) => leaf(c, facts.get(c.from))),
        })),
      },
      method: {
        treatment: 'none',
        imputation: 'none',
        normalisation: 'minmax',
        bounds: 'sample',
        weighting: 'given',
        aggregation: 'arithmetic',
        missing: 'renormalise',
        minCoverage: 2 / 3,
        equalityFamily: 'cv',
        equalityWeighting: 'population',
        realizationCoverage: 0.5,
      },
    },
    csv: `area_code,period,indicator_code,value\n${lines.join('\n')}\n`,
    values: lines.length,
  }
}

function leaf(column: Column, row: Readonly<Record<string, string>> | undefined): TreeNode {
  if (row === undefined) throw new Error(`indicators.csv has no row “${column.from}”`)
  const direction = row['direction(1=more is better,-1=less,0=level/denominator)'] === '-1' ? 'cost' : 'benefit'
  return {
    code: column.code,
    name: column.derived?.name ?? row['name_zh'] ?? column.code,
    nameEn: column.nameEn,
    kind: 'indicator',
    weight: 1,
    indicator: {
      unit: column.derived?.unit ?? row['unit'] ?? '',
      direction,
      target: null,
      goalposts: null,
      floor: null,
      // Per head, and insured persons over residents: none has an upper end.
      scale: { kind: 'ratio' },
      layer: '',
      department: '',
      numerator: column.derived?.numerator ?? '',
      denominator: column.derived === undefined ? '' : HEAD,
      source: SOURCE,
      plausibleLow: null,
      plausibleHigh: null,
    },
  }
}
