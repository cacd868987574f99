/** Wire schema of the seal in a publication's head: what names a publication whole and by part. */
import { z } from 'zod'
import { Digest } from './wire.ts'

export const SEAL_FORMAT = 'junheng/seal@1'

export const Root = Digest.meta({
  description: 'Merkle root (RFC 9162 hashing), sha256: and 64 hex digits',
  example: 'sha256:05b20aba18f8c4ee9249dac76b050232164aa1a212f79299de29a03bd846f317',
})

export const SealedPart = z
  .object({
    part: z.string().max(40).meta({
      description: 'head (without its seal), nodes, period:<period>, or inputs where all raw values are public',
    }),
    digest: Digest.meta({ description: 'SHA-256 of the part’s canonical text (RFC 8785)' }),
    numbers: z
      .object({ root: Root, size: z.number().int().min(0).meta({ description: 'Leaves of that tree' }) })
      .exactOptional()
      .meta({ description: 'Of a period: the tree over its printed numbers, one leaf for each node and area' }),
  })
  .meta({ id: 'SealedPart' })
export type SealedPart = z.infer<typeof SealedPart>

export const Seal = z
  .object({
    format: z.literal(SEAL_FORMAT).meta({ description: 'junheng/seal@1' }),
    parts: z.array(SealedPart).meta({ description: 'The documents of the publication, in the order of the tree' }),
    root: Root.meta({ description: 'Merkle root over the canonical texts of `parts`: it names the whole publication' }),
    signature: z
      .object({
        keyId: z.string().max(100).meta({ description: 'Which key' }),
        signature: z.string().max(200).meta({ description: 'Over the canonical text of the seal without `signature`' }),
      })
      .exactOptional()
      .meta({ description: 'Absent where the publication was not signed' }),
  })
  .meta({ id: 'Seal', description: 'What names a publication whole and by part' })
export type Seal = z.infer<typeof Seal>
