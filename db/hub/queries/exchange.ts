/** What a region hands over to the hub. Every statement may run again: a row that is there already is left as it is. */
import { sql } from 'drizzle-orm'
import { abortUnless } from '../../commit.ts'
import { appendToHub } from '../../log/append.ts'
import type { HubDb, Statement } from '../../client.ts'
import { readBatch } from '../../readBatch.ts'
import { publicationDocuments, publicationParts, publications, releases, type releaseWithdrawals } from '../schema.ts'

export type NewPublication = typeof publications.$inferInsert

export const acceptPublication = (db: HubDb, row: NewPublication): Statement =>
  db.insert(publications).values(row).onConflictDoNothing()

export const acceptPiece = (db: HubDb, publicationId: string, seq: number, body: string): Statement =>
  db.insert(publicationParts).values({ publicationId, seq, body }).onConflictDoNothing()

export const acceptDocument = (
  db: HubDb,
  publicationId: string,
  part: string,
  seq: number,
  etag: string,
  body: string,
): Statement => db.insert(publicationDocuments).values({ publicationId, part, seq, etag, body }).onConflictDoNothing()

/** `rows` is a JSON array of [period, node, measure, value, reason]. */
export const acceptValues = (releaseId: string, cityId: string, rows: string): Statement => sql`
  INSERT INTO release_values (release_id, period, node, measure, city_id, value, reason)
  SELECT ${releaseId}, value->>0, value->>1, value->>2, ${cityId}, value->>3, value->>4 FROM json_each(${rows}) WHERE true
  ON CONFLICT (release_id, period, node, measure) DO NOTHING`

export type NewHubRelease = typeof releases.$inferInsert

export const acceptRelease = (db: HubDb, row: NewHubRelease): Statement =>
  db.insert(releases).values(row).onConflictDoNothing()

/** Aborts the batch where the release was withdrawn before it came: what was taken back does not come after all. */
export const guardStanding = (releaseId: string): Statement =>
  abortUnless(sql`NOT EXISTS (SELECT 1 FROM release_withdrawals WHERE release_id = ${releaseId})`)

export interface HubStanding {
  cameAt: number | null
  withdrawnAt: number | null
}

/** Whether a release of this city came, and whether it was taken back. */
export async function readStanding(db: HubDb, cityId: string, releaseId: string): Promise<HubStanding> {
  const [[row]] = await readBatch(db, [
    sql<HubStanding>`SELECT (SELECT from_at FROM releases WHERE id = ${releaseId} AND city_id = ${cityId}) AS cameAt,
      (SELECT withdrawn_at FROM release_withdrawals WHERE release_id = ${releaseId} AND city_id = ${cityId}) AS withdrawnAt`,
  ])
  return row ?? { cameAt: null, withdrawnAt: null }
}

/** A release is taken back: its numbers go, its name stays with the reason. Run twice it does nothing more. */
export const withdrawRelease = (row: typeof releaseWithdrawals.$inferInsert): Statement[] => [
  abortUnless(sql`NOT EXISTS (SELECT 1 FROM releases WHERE id = ${row.releaseId} AND city_id <> ${row.cityId})`),
  sql`INSERT INTO release_withdrawals (release_id, city_id, reason, withdrawn_at)
    VALUES (${row.releaseId}, ${row.cityId}, ${row.reason}, ${row.withdrawnAt}) ON CONFLICT (release_id) DO NOTHING`,
  abortUnless(
    sql`EXISTS (SELECT 1 FROM release_withdrawals WHERE release_id = ${row.releaseId} AND city_id = ${row.cityId})`,
  ),
  sql`DELETE FROM release_values WHERE release_id = ${row.releaseId}`,
  sql`DELETE FROM exchange_values WHERE publication_id = ${row.releaseId}`,
  sql`DELETE FROM publication_documents WHERE publication_id = ${row.releaseId}`,
  sql`DELETE FROM publication_parts WHERE publication_id = ${row.releaseId}`,
  sql`UPDATE publications SET headline_score = NULL, headline_index = NULL, payload = json_object('lineage', payload->>'lineage', 'format', payload->>'format') WHERE id = ${row.releaseId}`,
]

export const acceptAudit = (...act: Parameters<typeof appendToHub>): Statement =>
  sql`${appendToHub(...act)} ON CONFLICT (id) DO NOTHING`

/** Aborts the batch unless the publication in the hub is the one that was handed over, and no other that happens to bear its id or its evaluation's. */
export const guardPublication = (row: Pick<NewPublication, 'id' | 'outboxId' | 'cityId' | 'evaluationId'>): Statement =>
  abortUnless(
    sql`EXISTS (SELECT 1 FROM publications WHERE id = ${row.id} AND outbox_id = ${row.outboxId} AND city_id = ${row.cityId} AND evaluation_id = ${row.evaluationId})`,
  )
