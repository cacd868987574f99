/** Wire shapes of the audit logs: heads, proofs, the keys that sign. Hashes are SHA-256 as 64 lower-case hex digits, keys and signatures base64url. */
import { z } from 'zod'
import { Timestamp } from './wire.ts'

const Hash = z.string().regex(/^[0-9a-f]{64}$/)
const KeyId = z.string().regex(/^ed25519-[0-9a-f]{32}$/)
const Size = z.number().int().min(0)
const Proof = z.array(Hash)
const asked = (least: number) => z.coerce.number().int().min(least).max(Number.MAX_SAFE_INTEGER).optional()

export const LogQuery = z.object({ log: z.enum(['city', 'hub']).default('city') })
export const InclusionQuery = z.object({
  seq: asked(1),
  entry: z
    .string()
    .regex(/^aud_[0-9a-z]{1,60}$/)
    .optional(),
  size: asked(1),
})
export type InclusionQuery = z.infer<typeof InclusionQuery>
export const ConsistencyQuery = z.object({
  first: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER),
  second: asked(0),
})
export type ConsistencyQuery = z.infer<typeof ConsistencyQuery>

export const AuditHead = z
  .object({
    log: z.string(),
    state: z.enum(['signed', 'unsigned', 'halted']),
    acts: z.number().int().min(0),
    size: Size,
    root: Hash,
    at: Timestamp.nullable(),
    keyId: KeyId.nullable(),
    signature: z.string().nullable(),
    halt: z.object({ seq: z.number().int(), reason: z.enum(['missing', 'moved', 'hashes']) }).nullable(),
  })
  .meta({ id: 'AuditHead' })
export type AuditHead = z.infer<typeof AuditHead>

export const InclusionProof = z
  .object({
    log: z.string(),
    seq: z.number().int().min(1),
    id: z.string(),
    size: Size,
    root: Hash,
    entry: z.string(),
    leafHash: Hash,
    proof: Proof,
  })
  .meta({ id: 'InclusionProof' })
export type InclusionProof = z.infer<typeof InclusionProof>

export const ConsistencyProof = z
  .object({ log: z.string(), first: Size, second: Size, firstRoot: Hash, secondRoot: Hash, proof: Proof })
  .meta({ id: 'ConsistencyProof' })
export type ConsistencyProof = z.infer<typeof ConsistencyProof>

export const SigningKey = z
  .object({
    keyId: KeyId,
    owner: z.string(),
    publicKey: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
    createdAt: Timestamp,
    retiredAt: Timestamp.nullable(),
  })
  .meta({ id: 'SigningKey' })
export const SigningKeys = z
  .object({ format: z.literal('junheng/keys@1'), algorithm: z.literal('Ed25519'), keys: z.array(SigningKey) })
  .meta({ id: 'SigningKeys' })
