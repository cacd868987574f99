/** One publication as the bytes of its answer, from this isolate's memory or from the hub in one query. The payload's text is passed on as it was frozen, never parsed. */
import { findPublication } from '../../../db/hub/queries/publications.ts'
import { AppError } from '../../http/errors.ts'
import { sha256Hex, utf8 } from '../../lib/bytes.ts'
import { cachedPublication, keepPublication, type ServedPublication } from './publicationCache.ts'
import { publicationView } from './view.ts'
import type { ServiceContext } from '../../http/context.ts'

export async function servePublication(ctx: ServiceContext, id: string): Promise<ServedPublication> {
  const nowMs = ctx.now()
  const cached = cachedPublication(`publication ${id}`, nowMs)
  if (cached !== undefined) return cached
  const rows = await findPublication(ctx.hub, id)
  const [first] = rows
  if (first === undefined) throw new AppError('not-found')
  const summary = publicationView(first)
  const head = JSON.stringify(summary)
  const body = utf8(`${head.slice(0, -1)},"payload":${rows.map((r) => r.piece).join('')}}`)
  // The id stands for the payload, which never changes; the head is what can.
  const served = { cityIds: [summary.city.id], body, etag: `"${(await sha256Hex(head)).slice(0, 32)}"` }
  keepPublication(`publication ${id}`, served, nowMs)
  return served
}
