/** What left a city, or will: newest first, page by page. */
import { readBatch } from '../../db/readBatch.ts'
import { readReleases } from '../../db/region/queries/releases.ts'
import { decodeCursor, pageOfRows } from '../contract/cursor.ts'
import { releaseView } from './view.ts'
import type { z } from 'zod'
import type { TenantContext } from '../context.ts'
import type { ListReleasesQuery, Release } from '../contract/releases.ts'

export async function listReleases(
  ctx: TenantContext,
  { cursor, limit }: z.infer<typeof ListReleasesQuery>,
): Promise<{ items: Release[]; nextCursor: string | null }> {
  const [rows] = await readBatch(ctx.region, [readReleases(ctx.tenantId, decodeCursor(cursor), limit + 1)])
  const page = pageOfRows(rows, limit)
  return { items: page.items.map(releaseView), nextCursor: page.nextCursor }
}
