/** Names of the contract's fields in words, for faults and for the audit log: people never read `frameworkId`. A field that is not here is
 * shown by the last part of its path, so that a fault is never without a place. Pure. */
import type { Locale } from './chooseLocale.ts'

const NAMES: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  title: ['标题', 'title'],
  name: ['名称', 'name'],
  nameEn: ['英文名称', 'English name'],
  slug: ['网址简称', 'short name in the address'],
  code: ['代码', 'code'],
  kind: ['类型', 'kind'],
  state: ['状态', 'state'],
  status: ['状态', 'status'],
  email: ['电子邮箱', 'e-mail'],
  ownerEmail: ['所有者邮箱', 'owner’s e-mail'],
  ownerName: ['所有者姓名', 'owner’s name'],
  password: ['密码', 'password'],
  role: ['角色', 'role'],
  region: ['区域', 'region'],
  regionCode: ['区域', 'region'],
  scopes: ['权限', 'permissions'],
  expiresAt: ['到期时间', 'expiry'],
  framework: ['评价框架', 'framework'],
  frameworkId: ['评价框架', 'framework'],
  frameworkName: ['评价框架', 'framework'],
  frameworkVersion: ['评价框架版本', 'framework version'],
  template: ['模板', 'template'],
  templateId: ['模板', 'template'],
  templateVersion: ['模板版本', 'template version'],
  version: ['版本', 'version'],
  root: ['指标树', 'indicator tree'],
  children: ['下级', 'children'],
  indicator: ['指标', 'indicator'],
  indicators: ['指标', 'indicators'],
  weight: ['权重', 'weight'],
  target: ['目标', 'target'],
  goalposts: ['上下界', 'goalposts'],
  direction: ['方向', 'direction'],
  unit: ['单位', 'unit'],
  method: ['方法', 'method'],
  treatment: ['异常值处理', 'outlier treatment'],
  imputation: ['缺失处理', 'imputation'],
  normalisation: ['标准化', 'normalisation'],
  aggregation: ['合成方法', 'aggregation'],
  weighting: ['权重来源', 'weighting'],
  bounds: ['上下界', 'bounds'],
  missing: ['缺失规则', 'missing values'],
  minCoverage: ['最低完整率', 'least coverage'],
  headlineIndex: ['代表指数', 'headline index'],
  period: ['时期', 'period'],
  periods: ['时期', 'periods'],
  area: ['地区', 'area'],
  areas: ['地区', 'areas'],
  parent: ['上级地区', 'parent area'],
  setting: ['城乡', 'setting'],
  grouping: ['分组', 'group'],
  population: ['人口', 'population'],
  populations: ['人口', 'populations'],
  value: ['数值', 'value'],
  values: ['数值', 'values'],
  rows: ['行数', 'rows'],
  problems: ['问题', 'problems'],
  fileName: ['文件名', 'file name'],
  fileDigest: ['文件摘要', 'file digest'],
  inputDigest: ['输入摘要', 'input digest'],
  resultDigest: ['结果摘要', 'result digest'],
  digest: ['摘要', 'digest'],
  evaluationId: ['评价', 'evaluation'],
  publicationId: ['公开结果', 'publication'],
  publications: ['公开结果', 'publications'],
  importId: ['导入', 'import'],
  cursor: ['翻页位置', 'page position'],
  limit: ['每页条数', 'page size'],
  from: ['起', 'from'],
  to: ['止', 'to'],
}

/** `areas[3].code` → 地区第 4 项的代码 · areas, item 4: code */
export function fieldName(path: string, locale: Locale): string {
  const side = locale === 'en' ? 1 : 0
  const parts = path
    .replace(/\[(\d+)\]/g, '.$1')
    .split('.')
    .filter((part) => part !== '' && part !== '$')
  const words: string[] = []
  for (const part of parts) {
    if (/^\d+$/.test(part)) words.push(locale === 'en' ? `item ${Number(part) + 1}` : `第 ${Number(part) + 1} 项`)
    else words.push(NAMES[part]?.[side] ?? part)
  }
  return words.join(locale === 'en' ? ', ' : ' ')
}
