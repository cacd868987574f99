/** What a verification says: codes and places, no words. */

/** inputs: the inputs have the digest stated; results: computed anew they give the result digest stated; numbers: every published number is
 * the one computed; agreement: the documents say the same as each other; documents: every document has the digest sealed; root: the seal's root
 * is that of its parts and numbers; signature: the seal is signed with the city's key that the file brings. */
export type CheckId = 'inputs' | 'results' | 'numbers' | 'agreement' | 'documents' | 'root' | 'signature'

export type Unable =
  /** Raw values stay in the city. */
  | 'withheld'
  /** Computed by another engine than this verifier's. */
  | 'other-engine'
  /** Published before publications were sealed. */
  | 'no-seal'
  /** Published under older rules, of which the title and the overall score alone are shown. */
  | 'earlier-release'
  /** Where the city had no key when it published. */
  | 'unsigned'
  /** The file does not bring the city's key of this signature. */
  | 'no-key'
  /** This host cannot check signatures: an older browser, or a page over plain http. */
  | 'no-signatures'

export interface Check {
  readonly id: CheckId
  readonly state: 'passed' | 'failed' | 'unable'
  /** How many digests or numbers were looked at. */
  readonly count: number
  readonly reason: Unable | null
}

interface Named {
  readonly code: string
  readonly name: string
  readonly nameEn: string
}

export interface Difference {
  readonly check: CheckId
  /** `head`, `nodes`, `period:2024`, `inputs`, or `bundle` for what stands around them. */
  readonly part: string
  /** From the part: `scores.root[2]`. */
  readonly path: string
  readonly period: string | null
  readonly area: Named | null
  readonly node: Named | null
  /** What kind of number it is: score, rank, realization, degree, mean, n, value, digest …, else the last words of the path. */
  readonly field: string
  /** As the bundle has it; undefined where it lacks it. */
  readonly stated: unknown
  /** As it was worked out from the rest. */
  readonly computed: unknown
}

export interface Report {
  readonly publication: {
    readonly id: string
    readonly title: string
    readonly city: { readonly name: string; readonly nameEn: string; readonly isDemo: boolean }
    readonly digest: string
    /** Null where it was not sealed. */
    readonly root: string | null
    /** The key whose signature was checked and fits. */
    readonly keyId: string | null
    readonly periods: readonly string[]
    readonly publishedAt: number
  }
  readonly engine: { readonly own: string; readonly stated: string | null }
  /** verified: computed anew from its inputs and the same; consistent: what could be looked at agrees; differs: something does not. */
  readonly verdict: 'verified' | 'consistent' | 'differs'
  readonly checks: readonly Check[]
  readonly difference: Difference | null
}
