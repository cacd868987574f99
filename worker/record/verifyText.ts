/** What a file's text turns out to be: a bundle with its report, a proof that holds or not, or neither and why. */
import { EngineInputError } from '../engine/types.ts'
import type { Proof } from '../contract/record.ts'
import { proofFault, type ProofFault } from './proof.ts'
import { readBundle, type Unreadable } from './readBundle.ts'
import type { Report } from './report.types.ts'
import { verifyBundle } from './verifyBundle.ts'

export type Outcome =
  | { readonly kind: 'report'; readonly report: Report }
  | { readonly kind: 'proof'; readonly proof: Proof; readonly fault: ProofFault }
  | { readonly kind: 'unreadable'; readonly why: Unreadable }

export async function verifyText(text: string): Promise<Outcome> {
  const read = readBundle(text)
  if (read.kind === 'unreadable') return read
  try {
    if (read.kind === 'proof') return { ...read, fault: proofFault(read.proof) }
    return { kind: 'report', report: await verifyBundle(read.bundle) }
  } catch (error) {
    if (!(error instanceof EngineInputError)) throw error
    // Half a character, say: valid JSON that has no canonical text.
    const [fault] = error.faults
    return {
      kind: 'unreadable',
      why: { code: 'shape', path: fault?.path ?? '', found: fault?.message ?? error.message },
    }
  }
}
