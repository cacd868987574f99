/** A bundle from a file's text, or why it is none. Formats of earlier releases are brought up to date here, one step a version. */
import { BundleWire, PROOF_FORMAT, ProofWire, type Bundle, type Proof } from '../contract/record.ts'

/** not-json: no JSON at all; no-format: JSON without one of our format tags; unknown-format: of a release newer than this one;
 * shape: a field is missing or of another kind, `path` says which. */
export interface Unreadable {
  readonly code: 'not-json' | 'no-format' | 'unknown-format' | 'shape'
  readonly path: string
  readonly found: string
}

export type Read =
  | { readonly kind: 'bundle'; readonly bundle: Bundle }
  | { readonly kind: 'proof'; readonly proof: Proof }
  | { readonly kind: 'unreadable'; readonly why: Unreadable }

const FORMATS: readonly string[] = BundleWire.shape.format.options

export function readBundle(text: string): Read {
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    return unreadable('not-json', '', error instanceof Error ? error.message : '')
  }
  const format: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'format') : undefined
  if (typeof format !== 'string') return unreadable('no-format', 'format', '')
  if (format === PROOF_FORMAT) {
    const read = ProofWire.safeParse(value)
    return read.success ? { kind: 'proof', proof: read.data } : shape(read.error)
  }
  if (!FORMATS.includes(format)) return unreadable('unknown-format', 'format', format)
  const read = BundleWire.safeParse(value)
  // The value itself, not Zod's copy, which leaves out keys it does not know: a digest covers them.
  return read.success ? { kind: 'bundle', bundle: value as Bundle } : shape(read.error)
}

function shape({
  issues,
}: {
  readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]
}): Read {
  const [issue] = issues
  return unreadable('shape', (issue?.path ?? []).map(String).join('.'), issue?.message ?? '')
}

const unreadable = (code: Unreadable['code'], path: string, found: string): Read => ({
  kind: 'unreadable',
  why: { code, path, found },
})
