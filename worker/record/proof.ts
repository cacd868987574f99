/** The proof that one number stands in a publication: its leaf, the path to its period's root, and the period's path to the seal's. */
import { canonicalJson } from '../engine/digest/canonicalJson.ts'
import { PROOF_FORMAT, type Proof } from '../contract/record.ts'
import { merklePath, rootOfPath } from './merkle.ts'
import { leafTexts, numberLeaves, type NumberLeaf } from './numberLeaves.ts'
import type { Publication, PublishedPeriod } from '../contract/publication.ts'

/** Undefined where the publication has no seal or no such number. `area` null is the city as a whole. */
export function proofOf(
  head: Publication,
  document: PublishedPeriod,
  node: string,
  area: string | null,
): Proof | undefined {
  const { seal } = head
  const partIndex = seal?.parts.findIndex((p) => p.part === `period:${document.period}`) ?? -1
  const part = seal?.parts[partIndex]
  let [at, size] = [-1, 0]
  let leaf: NumberLeaf | undefined
  const areas = head.areas.map((a) => a.code)
  for (const one of numberLeaves(document, areas)) {
    if (one.node === node && one.area === area) [at, leaf] = [size, one]
    size += 1
  }
  if (seal === undefined || part === undefined || leaf === undefined) return undefined
  const inPeriod = merklePath(leafTexts(document, areas), at)
  const inSeal = merklePath(
    seal.parts.map((p) => canonicalJson(p)),
    partIndex,
  )
  return {
    format: PROOF_FORMAT,
    publication: head.id,
    leaf,
    index: at,
    size,
    path: [...inPeriod.path],
    part,
    partIndex,
    partSize: inSeal.size,
    partPath: [...inSeal.path],
    root: seal.root,
  }
}

/** Which step leads elsewhere; null when the proof holds. */
export type ProofFault = 'leaf' | 'period' | 'part' | null

/** Does the leaf lead to the period's root, that to the seal's, and is it the root stated? Null, or which of the three fails first. */
export function proofFault(proof: Proof): ProofFault {
  const { leaf, index, size, path, part, partIndex, partSize, partPath, root } = proof
  if (part.part !== `period:${leaf.period}`) return 'period'
  const inPeriod = rootOfPath(canonicalJson(leaf), { index, size, path })
  if (inPeriod === undefined || size !== part.numbers?.size || `sha256:${inPeriod}` !== part.numbers.root) return 'leaf'
  const inSeal = rootOfPath(canonicalJson(part), { index: partIndex, size: partSize, path: partPath })
  return inSeal !== undefined && `sha256:${inSeal}` === root ? null : 'part'
}
