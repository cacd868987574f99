/** Stored warnings in a reader's language, or as data where there is no reader yet. Codes of an engine that no catalogue knows keep the engine's
 * own sentence, except in what is published. */
import { WARNING_CODES, type WarningCode } from '../../contract/names.ts'
import type { PublishedWarning } from '../../contract/publication.ts'
import type { WarningWire } from '../../contract/wire.ts'
import type { Words } from '../../words/sentence.ts'
import type { StoredWarning } from './results.types.ts'

/** How many adjusted cells a result lists. */
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
    const { node, period } = placeOf(path)
    return {
      code,
      ...(path === undefined ? {} : { path }),
      message: isWorded(code)
        ? warnings[code]({ name: nameOf.get(node) ?? node, node, period, listed: MOST_ADJUSTED })
        : message,
    }
  }
}

/** As it is kept: in no language where its words are known. */
export const withoutWords = ({ code, path, message }: StoredWarning): StoredWarning => ({
  code,
  ...(path === undefined ? {} : { path }),
  ...(message === undefined || isWorded(code) ? {} : { message }),
})

/** As it is published: what it speaks of, and no sentence, for a publication is read in every language. */
export function publishedWarning(nodes: readonly Named[]): (warning: StoredWarning) => PublishedWarning {
  const known = new Map(nodes.map((n) => [n.code, { name: n.name, nameEn: n.nameEn }]))
  return ({ code, path }) => {
    const { node, period } = placeOf(path)
    const about = known.get(node)
    const when = code === 'unweighted-period' ? node : period
    return {
      code,
      ...(path === undefined ? {} : { path }),
      ...(about === undefined ? {} : { about }),
      ...(when === '' ? {} : { period: when }),
    }
  }
}

/** `beds[2024]`, `beds`, or a period alone, which stands where a node would. */
function placeOf(path = ''): { readonly node: string; readonly period: string } {
  const [node = '', period = ''] = /^([^[]*)(?:\[(.*)\])?$/.exec(path)?.slice(1) ?? []
  return { node, period }
}

const isWorded = (code: string): code is WarningCode => (WARNING_CODES as readonly string[]).includes(code)
