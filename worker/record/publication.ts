/** `junheng/publication@2`: a publication as documents, the form in which it is stored, digested, sealed and served, and the canonical text that each
 * has once. `@1` differs in the warnings of its head alone, which are Chinese sentences; the schema reads both. */
import { z } from 'zod'
import { Publication, PUBLICATION_FORMAT, PublishedNodes, PublishedPeriod } from '../contract/publication.ts'
import { PublicInputs, type Bundle } from '../contract/record.ts'
import { canonicalJson } from '../engine/digest/canonicalJson.ts'

/** The tag stands in the head. The name of all documents together is the root of their seal (seal.ts). */
export const PUBLICATION = {
  tag: PUBLICATION_FORMAT,
  schema: z.object({
    head: Publication,
    nodes: PublishedNodes.nullable(),
    periods: z.array(PublishedPeriod),
    inputs: PublicInputs.nullable(),
  }),
} as const

export type Documents = Pick<Bundle, 'head' | 'nodes' | 'inputs'> & { readonly periods: readonly PublishedPeriod[] }

/** The parts of a publication by name, in the order in which they are sealed. The head's text is taken without its seal. */
export function partTexts({ head, nodes, periods, inputs }: Documents): Map<string, string> {
  return new Map([
    ['head', canonicalJson(withoutSeal(head))],
    ...(nodes === null ? [] : [['nodes', canonicalJson(nodes)] as const]),
    ...periods.map((p) => [`period:${p.period}`, canonicalJson(p)] as const),
    ...(inputs === null ? [] : [['inputs', canonicalJson(inputs)] as const]),
  ])
}

export function withoutSeal({ seal: _seal, ...head }: Publication): Omit<Publication, 'seal'> {
  return head
}
