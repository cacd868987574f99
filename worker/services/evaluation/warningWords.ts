/** Stored warnings in a reader's language. Codes of an engine that no catalogue knows keep the engine's own sentence. */
import { warnings as WORDED } from '../../words/sealed.ts'
import type { WarningWire } from '../../contract/wire.ts'
import type { Words } from '../../words/sentence.ts'
import type { StoredWarning } from './results.types.ts'

/** How many touched cells a result lists. */
export const MOST_ADJUSTED = 2000

interface Named {
  readonly code: string
  readonly name: string
  readonly nameEn: string
}

export function warningWords(
  nodes: readonly Named[],
  { names, warnings }: Pick<Words, 'names' | 'warnings'>,
): (warning: StoredWarning) => WarningWire {
  const nameOf = new Map(nodes.map((n) => [n.code, names.of(n)]))
  return ({ code, path, message = code }) => {
    const [node = '', period = ''] = /^([^[]*)(?:\[(.*)\])?$/.exec(path ?? '')?.slice(1) ?? []
    return {
      code,
      ...(path === undefined ? {} : { path }),
      message: isWorded(warnings, code)
        ? warnings[code]({ name: nameOf.get(node) ?? node, node, period, listed: MOST_ADJUSTED })
        : message,
    }
  }
}

/** As it is kept: in no language where its words are known. */
export const withoutWords = ({ code, path, message }: StoredWarning): StoredWarning => ({
  code,
  ...(path === undefined ? {} : { path }),
  ...(message === undefined || isWorded(WORDED, code) ? {} : { message }),
})

const isWorded = (warnings: Words['warnings'], code: string): code is keyof Words['warnings'] =>
  Object.hasOwn(warnings, code)
