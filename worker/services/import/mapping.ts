/** What a person has said that names of a file mean: sent along with the upload, used only for names that are not recognised by themselves,
 * and kept with the import, so that nobody has to wonder later why a column was read. */
import { AppError, type Fault } from '../../contract/problems.ts'
import { plainText, UNKNOWN, type ImportDictionary } from './dictionary.ts'
import type { ImportMapping, ImportMappingEntry } from '../../contract/imports.ts'
import { sentence } from '../../words/sentence.ts'

export interface Mapping {
  /** Position in the dictionary, or UNKNOWN. Each answer counts as a use. */
  readonly findIndicator: (text: string) => number
  readonly findArea: (text: string) => number
  readonly entries: () => ImportMappingEntry[]
}

export const NO_MAPPING: ImportMapping = { indicators: {}, areas: {} }

export function readMapping(input: ImportMapping, dictionary: ImportDictionary): Mapping {
  const faults: Fault[] = []
  const prepare = (kind: 'indicator' | 'area', texts: Readonly<Record<string, string>>) => {
    const known = new Map(
      (kind === 'indicator' ? dictionary.indicators : dictionary.areas).map((e, i) => [
        plainText(e.code),
        { i, name: e.name },
      ]),
    )
    const found = new Map<string, { entry: ImportMappingEntry; index: number }>()
    for (const [text, code] of Object.entries(texts)) {
      const hit = known.get(plainText(code))
      if (hit === undefined)
        faults.push({
          path: `mapping.${kind === 'indicator' ? 'indicators' : 'areas'}[${JSON.stringify(text)}]`,
          code: kind === 'indicator' ? 'unknown-indicator' : 'unknown-area',
          message:
            kind === 'indicator'
              ? sentence('imports.unknown-indicator', { code })
              : sentence('imports.unknown-area', { code }),
        })
      else found.set(plainText(text), { entry: { kind, text, code, name: hit.name, uses: 0 }, index: hit.i })
    }
    return found
  }
  const indicators = prepare('indicator', input.indicators)
  const areas = prepare('area', input.areas)
  if (faults.length > 0) throw new AppError('invalid', undefined, faults)
  const finder = (found: typeof areas) => (text: string) => {
    if (found.size === 0) return UNKNOWN
    const hit = found.get(plainText(text))
    if (hit === undefined) return UNKNOWN
    hit.entry.uses++
    return hit.index
  }
  return {
    findIndicator: finder(indicators),
    findArea: finder(areas),
    entries: () => [...indicators.values(), ...areas.values()].map((e) => e.entry),
  }
}
