/** A dictionary holds both languages side by side: `{ save: ['保存', 'Save'], rows: (n: number) => [`${n} 行`, `${n} rows`] }`.
 * A missing translation is a type error, because each entry is a pair. One file per feature, in web/i18n/<feature>.ts. */
export type Pair = readonly [zh: string, en: string]
export type Entry = Pair | ((...values: never[]) => Pair)

export type Words<D extends Record<string, Entry>> = {
  readonly [K in keyof D]: D[K] extends (...values: infer A) => Pair ? (...values: A) => string : string
}

export interface Dictionary<D extends Record<string, Entry>> {
  readonly zh: Words<D>
  readonly en: Words<D>
}

export function dictionary<const D extends Record<string, Entry>>(entries: D): Dictionary<D> {
  return { zh: side(entries, 0), en: side(entries, 1) }
}

function side<D extends Record<string, Entry>>(entries: D, index: 0 | 1): Words<D> {
  const out: Record<string, unknown> = {}
  for (const [key, entry] of Object.entries(entries)) {
    out[key] = typeof entry === 'function' ? (...values: never[]) => entry(...values)[index] : entry[index]
  }
  return asWords<D>(out)
}

/** Every key of `entries` was copied above, each as a string or as a function returning one. */
function asWords<D extends Record<string, Entry>>(built: Record<string, unknown>): Words<D> {
  return built as Words<D>
}
