/** Names of the contract's fields in words, for faults and for the audit log: people never read `frameworkId`. A field that is not here is
 * shown by the last part of its path, so that a fault is never without a place. Pure. */
import { fieldNames } from '../words/fields.ts'
import { formatWords } from '../words/format.ts'
import type { Locale } from './languages.ts'

/** `areas[3].code` → 地区第 4 项的代码 · areas, item 4: code */
export function fieldName(path: string, locale: Locale): string {
  const names: Readonly<Record<string, string>> = fieldNames[locale]
  const { item, partGap } = formatWords[locale]
  return path
    .replace(/\[(\d+)\]/g, '.$1')
    .split('.')
    .filter((part) => part !== '' && part !== '$')
    .map((part) => (/^\d+$/.test(part) ? item(Number(part) + 1) : (names[part] ?? part)))
    .join(partGap)
}
