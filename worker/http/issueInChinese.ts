/** A schema's complaint in Chinese, from the facts Zod leaves in an issue; undefined where only its English sentence says what is wrong. Pure. */
export interface SchemaIssue {
  readonly code?: string | undefined
  readonly expected?: unknown
  readonly origin?: unknown
  readonly minimum?: unknown
  readonly maximum?: unknown
  readonly inclusive?: unknown
  readonly divisor?: unknown
  readonly format?: unknown
  readonly values?: unknown
  readonly keys?: unknown
}

const TYPES: Readonly<Record<string, string>> = {
  string: '文本',
  number: '数字',
  int: '整数',
  boolean: 'true 或 false',
  array: '数组',
  tuple: '数组',
  object: '对象',
  record: '对象',
  null: 'null',
}
const UNITS: Readonly<Record<string, string>> = { string: '个字符', array: '项', set: '项', map: '项' }
const FORMATS: Readonly<Record<string, string>> = {
  email: '电子邮箱地址',
  url: '网址',
  json_string: 'JSON',
  starts_with: '规定的开头',
  ends_with: '规定的结尾',
}

export function issueInChinese(issue: SchemaIssue): string | undefined {
  const { code, expected, origin, minimum, maximum, inclusive, divisor, format, values, keys } = issue
  const unit = UNITS[String(origin)]
  switch (code) {
    case 'invalid_type':
      return `缺少此项或类型不对，应为${TYPES[String(expected)] ?? ` ${String(expected)}`}`
    case 'too_small':
      return unit === undefined
        ? `应${inclusive === false ? '大于' : '不小于'} ${String(minimum)}`
        : `至少 ${String(minimum)} ${unit}`
    case 'too_big':
      return unit === undefined
        ? `应${inclusive === false ? '小于' : '不大于'} ${String(maximum)}`
        : `至多 ${String(maximum)} ${unit}`
    case 'not_multiple_of':
      return `应为 ${String(divisor)} 的倍数`
    case 'invalid_format':
      return `不是有效的${FORMATS[String(format)] ?? '格式'}`
    case 'invalid_value':
      return `应为以下之一：${listed(values)}`
    case 'unrecognized_keys':
      return `不认识的字段：${listed(keys)}`
    case 'invalid_key':
      return '键的写法不正确'
    case 'invalid_union':
      return '不符合任何一种允许的形式'
    default:
      return undefined
  }
}

const listed = (items: unknown): string => (Array.isArray(items) ? items.map(String).join('、') : String(items))
