/** What a schema finds wrong with a value, by its kind of issue. `said` is the schema library's own sentence, in English. */
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

interface Said {
  readonly said: string
}
/** `limit` itself counts as allowed unless `within` says otherwise; `origin` is the type of what is measured. */
type Bound = Said & { readonly origin: string; readonly limit: string; readonly within: 'inclusive' | 'exclusive' }

const always =
  (text: string): ((issue: Said) => string) =>
  () =>
    text

export const schema = {
  'invalid-type': ({ expected }: Said & { readonly expected: string }) =>
    `缺少此项或类型不对，应为${TYPES[expected] ?? ` ${expected}`}`,
  'too-small': ({ origin, limit, within }: Bound) =>
    UNITS[origin] === undefined
      ? `应${within === 'exclusive' ? '大于' : '不小于'} ${limit}`
      : `至少 ${limit} ${UNITS[origin]}`,
  'too-big': ({ origin, limit, within }: Bound) =>
    UNITS[origin] === undefined
      ? `应${within === 'exclusive' ? '小于' : '不大于'} ${limit}`
      : `至多 ${limit} ${UNITS[origin]}`,
  'not-multiple-of': ({ divisor }: Said & { readonly divisor: string }) => `应为 ${divisor} 的倍数`,
  'invalid-format': ({ format }: Said & { readonly format: string }) => `不是有效的${FORMATS[format] ?? '格式'}`,
  'invalid-value': ({ values }: Said & { readonly values: readonly string[] }) => `应为以下之一：${values.join('、')}`,
  'unrecognized-keys': ({ keys }: Said & { readonly keys: readonly string[] }) => `不认识的字段：${keys.join('、')}`,
  'invalid-key': always('键的写法不正确'),
  'invalid-union': always('不符合任何一种允许的形式'),
}
