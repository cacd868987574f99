/** What a region hands over to the hub. Every statement may run again: a row that is there already is left as it is. */
import { sql } from 'drizzle-orm'
import { abortUnless } from '../../commit.ts'
import { appendToHub } from '../../log/append.ts'
import type { HubDb, Statement } from '../../client.ts'
import { publicationDocuments, publicationParts, publications } from '../schema.ts'

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
export const acceptValues = (publicationId: string, cityId: string, rows: string): Statement => sql`
  INSERT INTO exchange_values (publication_id, period, node, measure, city_id, basis, value, reason)
  SELECT ${publicationId}, value->>0, value->>1, value->>2, ${cityId}, 'published', value->>3, value->>4 FROM json_each(${rows}) WHERE true
  ON CONFLICT (publication_id, period, node, measure) DO NOTHING`

export const acceptAudit = (...act: Parameters<typeof appendToHub>): Statement =>
  sql`${appendToHub(...act)} ON CONFLICT (id) DO NOTHING`

/** Aborts the batch unless the publication in the hub is the one that was handed over, and no other that happens to bear its id or its evaluation's. */
export const guardPublication = (row: Pick<NewPublication, 'id' | 'outboxId' | 'cityId' | 'evaluationId'>): Statement =>
  abortUnless(
    sql`EXISTS (SELECT 1 FROM publications WHERE id = ${row.id} AND outbox_id = ${row.outboxId} AND city_id = ${row.cityId} AND evaluation_id = ${row.evaluationId})`,
  )
