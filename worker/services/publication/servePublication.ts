/** One part of a publication as the stored gzip bytes, from this isolate's memory or from the hub in one round trip. Nothing is parsed or packed anew. */
import { AppError } from '../../contract/problems.ts'
import { earlierPublication } from './earlierPublication.ts'
import { getServed, putServed, type ServedPublication } from './publicationCache.ts'
import { requireDocuments } from './requireDocuments.ts'
import { zipDocument, zippedBytes } from './zip.ts'
import type { ServiceContext } from '../../context.ts'

/** `body` is gzip. */
export async function servePublication(ctx: ServiceContext, id: string, part: string): Promise<ServedPublication> {
  const nowMs = ctx.now()
  const key = `publication ${id} ${part}` as const
  const cached = getServed(key, nowMs)
  if (cached !== undefined) return cached
  const { row, documents } = await requireDocuments(ctx, id, part)
  const [document] = documents
  const { city } = earlierPublication(row, '')
  let found: { etag: string; body: string } | undefined = document
  if (found === undefined && part === 'head' && row.format === null)
    found = await zipDocument(earlierPublication(row, ctx.config.licence))
  if (found === undefined) throw new AppError('not-found')
  const served = { cityIds: [city.id], body: zippedBytes(found.body), etag: found.etag }
  putServed(key, served, nowMs)
  return served
}
