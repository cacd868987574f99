/** A publication's row and stored documents; 404 where there is none, 410 with what is left of it where the city took it back. */
import { findDocuments, type DocumentRow, type PublicationRow } from '../../../db/hub/queries/publications.ts'
import { AppError } from '../../contract/problems.ts'
import { requireStanding } from './view.ts'
import { unzipText, zippedBytes } from './zip.ts'
import type { ServiceContext } from '../../context.ts'

export async function requireDocuments(
  ctx: ServiceContext,
  id: string,
  part?: string,
): Promise<{ row: PublicationRow; documents: DocumentRow[] }> {
  const { row, documents } = await findDocuments(ctx.hub, id, part)
  if (row === undefined) throw new AppError('not-found')
  requireStanding(row)
  return { row, documents }
}

/** One of them, unpacked; undefined where there is none of that name. Guarantee: documents were written by publishEvaluation. */
export async function readDocument<T>(documents: readonly DocumentRow[], part: string): Promise<T | undefined> {
  const found = documents.find((d) => d.part === part)
  return found === undefined ? undefined : (JSON.parse(await unzipText(zippedBytes(found.body))) as T)
}
