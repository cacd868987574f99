/** What cities have published, newest first; unless told otherwise only the latest of each. */
import { listPublications as query } from '../../../db/hub/queries/publications.ts'
import { decodeCursor, pageOfRows } from '../../contract/cursor.ts'
import { sinceMs } from '../../lib/since.ts'
import { publicationView } from './view.ts'
import type { z } from 'zod'
import type { ServiceContext } from '../../context.ts'
import type { ListPublicationsQuery, PublicationSummary } from '../../contract/public.ts'

export async function listPublications(
  ctx: ServiceContext,
  { region, city, latest, since, cursor, limit }: z.infer<typeof ListPublicationsQuery>,
): Promise<{ items: PublicationSummary[]; nextCursor: string | null }> {
  const rows = await query(
    ctx.hub,
    { region, city, latestOnly: latest === 'true', sinceMs: sinceMs(since) },
    limit + 1,
    decodeCursor(cursor),
  )
  const page = pageOfRows(
    rows.map((row) => ({ ...row, createdAt: row.publishedAt })),
    limit,
  )
  return { items: page.items.map(publicationView), nextCursor: page.nextCursor }
}
