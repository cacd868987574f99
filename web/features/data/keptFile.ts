/** The file of the last upload stays at hand while the page is open, so that an accepted suggestion can send it again without asking for it. */
import type { ImportMapping, ImportRecord } from '../../../worker/contract/imports.ts'

export interface KeptFile {
  readonly file: File
  readonly period: string
}
let kept: (KeptFile & { readonly importId: string }) | null = null

export function keepFile(importId: string, file: KeptFile): void {
  kept = { ...file, importId }
}

export const keptFileOf = (importId: string): KeptFile | null => (kept?.importId === importId ? kept : null)

/** What has been said of the file's names so far, with more. */
export function mappingWith(
  record: Pick<ImportRecord, 'mapping'>,
  more: readonly { readonly kind: string; readonly text: string; readonly code: string }[],
): ImportMapping {
  const all = [...record.mapping, ...more]
  const of = (kind: string): Record<string, string> =>
    Object.fromEntries(all.filter((e) => e.kind === kind).map((e) => [e.text, e.code]))
  return { indicators: of('indicator'), areas: of('area') }
}

/** From the address: whatever does not read as a mapping is none. */
export function parseMapping(text: string): ImportMapping {
  const none: ImportMapping = { indicators: {}, areas: {} }
  if (text === '') return none
  try {
    const value: unknown = JSON.parse(text)
    return { indicators: textsOf(value, 'indicators'), areas: textsOf(value, 'areas') }
  } catch {
    return none
  }
}

function textsOf(value: unknown, key: string): Record<string, string> {
  if (typeof value !== 'object' || value === null) return {}
  const part: unknown = Reflect.get(value, key)
  if (typeof part !== 'object' || part === null) return {}
  return Object.fromEntries(Object.entries(part).filter((e): e is [string, string] => typeof e[1] === 'string'))
}

export const isEmptyMapping = (mapping: ImportMapping): boolean =>
  Object.keys(mapping.indicators).length === 0 && Object.keys(mapping.areas).length === 0
