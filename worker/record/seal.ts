/** The seal of a publication: a digest for every document, a Merkle root for the printed numbers of every period, and one root over all of it. */
import { canonicalJson } from '../engine/digest/canonicalJson.ts'
import { sha256Hex } from '../engine/digest/sha256Hex.ts'
import type { Signature } from '../log/signature.ts'
import { SEAL_FORMAT, type Seal, type SealedPart } from '../contract/seal.ts'
import { partTexts, type Documents } from './publication.ts'
import { merkleRoot, merkleTree } from './merkle.ts'
import { leafTexts } from './numberLeaves.ts'

export interface Sealed {
  readonly seal: Seal
  /** The canonical text of every part, the head with its seal: what is stored and served. */
  readonly texts: ReadonlyMap<string, string>
}

/** The very text that is signed: the seal without its signature. Its root names the whole publication. */
export const sealStatement = ({ signature: _signature, ...seal }: Seal): string => canonicalJson(seal)

/** `sign`: the city's key, where it has one. */
export async function sealOf(documents: Documents, sign?: (statement: string) => Promise<Signature>): Promise<Sealed> {
  const { head, periods } = documents
  const areas = head.areas.map((a) => a.code)
  const byPart = new Map(periods.map((p) => [`period:${p.period}`, p]))
  const parts: SealedPart[] = []
  const texts = partTexts(documents)
  for (const [part, text] of texts) {
    const period = byPart.get(part)
    const digest = `sha256:${await sha256Hex(text)}`
    if (period === undefined) parts.push({ part, digest })
    else {
      const { root, size } = merkleTree(leafTexts(period, areas))
      parts.push({ part, digest, numbers: { root: `sha256:${root}`, size } })
    }
  }
  const unsigned: Seal = { format: SEAL_FORMAT, parts, root: rootOfParts(parts) }
  const seal = sign === undefined ? unsigned : { ...unsigned, signature: await sign(sealStatement(unsigned)) }
  return { seal, texts: texts.set('head', canonicalJson({ ...head, seal })) }
}

export const rootOfParts = (parts: readonly SealedPart[]): string =>
  `sha256:${merkleRoot(parts.map((part) => canonicalJson(part)))}`
