/** A publication as a bundle that verifies alone, and the proof of one of its numbers; both from the stored public documents and nothing else. */
import { publicKeysOf } from '../../../db/hub/queries/signingKeys.ts'
import { bundleFormatOf, type Bundle, type ProofQuery, type PublicInputs } from '../../contract/record.ts'
import { canonicalJson } from '../../engine/digest/canonicalJson.ts'
import { AppError } from '../../contract/problems.ts'
import { addressOf } from '../../record/agreement.ts'
import { proofOf } from '../../record/proof.ts'
import { earlierPublication } from './earlierPublication.ts'
import { getServed, putServed, type ServedPublication } from './publicationCache.ts'
import { servePublication } from './servePublication.ts'
import { readDocument, requireDocuments } from './requireDocuments.ts'
import { unzipText, zipText, zippedBytes } from './zip.ts'
import type { z } from 'zod'
import type { ServiceContext } from '../../context.ts'
import type { Publication, PublishedNodes, PublishedPeriod } from '../../contract/publication.ts'

export async function publicationBundle(
  ctx: ServiceContext,
  id: string,
  /** Told how many bytes are to be unpacked, where this isolate has no bundle at hand; may refuse. */
  beforeUnpacking: (sizeBytes: number) => Promise<void>,
): Promise<ServedPublication> {
  const nowMs = ctx.now()
  const key = `publication ${id} bundle` as const
  const cached = getServed(key, nowMs)
  if (cached !== undefined) return cached
  const { row, documents } = await requireDocuments(ctx, id)
  await beforeUnpacking(documents.reduce((sum, d) => sum + d.body.length, 0))
  const head = (await readDocument<Publication>(documents, 'head')) ?? earlierPublication(row, ctx.config.licence)
  const periods = await Promise.all(head.periods.map((p) => readDocument<PublishedPeriod>(documents, `period:${p}`)))
  const signedBy = head.seal?.signature?.keyId
  const known = signedBy === undefined ? [] : await publicKeysOf(ctx.hub, head.city.id)
  const bundle: Bundle = {
    format: bundleFormatOf(head),
    publication: id,
    address: addressOf(id),
    head,
    // What of a key never changes: the bundle's bytes are its ETag.
    ...(signedBy === undefined
      ? {}
      : {
          keys: known
            .filter((k) => k.keyId === signedBy)
            .map(({ keyId, owner, publicKey }) => ({ keyId, owner, publicKey })),
        }),
    nodes: (await readDocument<PublishedNodes>(documents, 'nodes')) ?? null,
    periods: periods.filter((p) => p !== undefined),
    inputs: (await readDocument<PublicInputs>(documents, 'inputs')) ?? null,
  }
  const served = await packed(head, canonicalJson(bundle))
  putServed(key, served, nowMs)
  return served
}

export async function publicationProof(
  ctx: ServiceContext,
  id: string,
  { node, period, area }: z.infer<typeof ProofQuery>,
  /** Told how many leaves are to be hashed; may refuse. */
  beforeHashing: (leaves: number) => Promise<void>,
): Promise<ServedPublication> {
  const part = async <T>(name: string): Promise<T> =>
    // Guarantee: documents were written by publishEvaluation.
    JSON.parse(await unzipText((await servePublication(ctx, id, name)).body)) as T
  const head = await part<Publication>('head')
  const sealed = head.seal?.parts.find((p) => p.part === `period:${period}`)
  if (sealed === undefined) throw new AppError('not-found')
  await beforeHashing(sealed.numbers?.size ?? 0)
  const proof = proofOf(head, await part<PublishedPeriod>(`period:${period}`), node, area === '' ? null : area)
  if (proof === undefined) throw new AppError('not-found')
  return packed(head, canonicalJson(proof))
}

async function packed({ city }: Publication, text: string): Promise<ServedPublication> {
  const { etag, body } = await zipText(text)
  return { cityIds: [city.id], body: zippedBytes(body), etag }
}
