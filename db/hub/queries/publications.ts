/** Published results. Each series (a template's, or an own framework's) of a city has its latest. Summaries never carry the payload; one publication is read whole in one query. */
import { sql, type SQL } from 'drizzle-orm'
import { readBatch } from '../../readBatch.ts'
import { organisationJson } from './organisationJson.ts'
import type { HubDb } from '../../client.ts'

export interface PublicationRow {
  id: string
  /** JSON of the city, and of the template with its name; null without template. */
  city: string
  template: string | null
  title: string
  frameworkName: string
  frameworkVersion: number
  firstPeriod: string
  lastPeriod: string
  digest: string
  headlineScore: number | null
  /** Null only where nothing says what it was made by. */
  series: string | null
  /** JSON of PublishedHeadline; null in publications of an earlier release. */
  headline: string | null
  /** Null in publications of releases that let every index out. */
  format: string | null
  publishedAt: number
  isLatest: number
  supersedes: string | null
  supersededBy: string | null
  /** Why it corrects the other; empty for a first publication. */
  correctionReason: string
  withdrawnAt: number | null
  withdrawnReason: string | null
}

/** Neither withdrawn nor corrected; who was corrected does not come back when the correction goes. */
const stands = (p: SQL): SQL =>
  sql`NOT EXISTS (SELECT 1 FROM release_withdrawals w WHERE w.release_id = ${p}.id) AND NOT EXISTS (SELECT 1 FROM publications c WHERE c.supersedes_id = ${p}.id)`
/** Place in the series: a correction stands where what it corrects stood. */
const place = (p: SQL): SQL => sql`(coalesce(${p}.series_at, ${p}.published_at), ${p}.published_at, ${p}.id)`
const [P, Q] = [sql`p`, sql`q`]
const LATEST = sql`(${stands(P)} AND NOT EXISTS (SELECT 1 FROM publications q WHERE q.city_id = p.city_id AND q.line IS p.line AND ${place(Q)} > ${place(P)} AND ${stands(Q)}))`
const SUMMARY = sql`p.id,
  ${organisationJson('o')} AS city,
  iif(t.id IS NULL, NULL, json_object('id', t.id, 'name', t.name, 'nameEn', t.name_en, 'version', p.template_version)) AS template,
  p.title, p.framework_name AS frameworkName, p.framework_version AS frameworkVersion, p.first_period AS firstPeriod, p.last_period AS lastPeriod, p.digest,
  p.line AS series, p.headline_score AS headlineScore, json_extract(p.payload, '$.headline') AS headline, json_extract(p.payload, '$.format') AS format, p.published_at AS publishedAt, ${LATEST} AS isLatest,
  p.supersedes_id AS supersedes, (SELECT c.id FROM publications c WHERE c.supersedes_id = p.id ORDER BY c.published_at DESC LIMIT 1) AS supersededBy,
  coalesce((SELECT r.reason FROM releases r WHERE r.id = p.id), '') AS correctionReason, w.withdrawn_at AS withdrawnAt, w.reason AS withdrawnReason`
const FROM = sql`FROM publications p JOIN organisations o ON o.id = p.city_id LEFT JOIN templates t ON t.id = p.template_id LEFT JOIN release_withdrawals w ON w.release_id = p.id`

export interface PublicationFilter {
  readonly region?: string | undefined
  readonly city?: string | undefined
  /** Of the inputs or sealed, or the seal's root. */
  readonly digest?: string | undefined
  readonly latestOnly: boolean
  readonly sinceMs?: number
}

/** Newest first, those before a cursor. `city` is an id or a slug. */
export function listPublications(
  db: HubDb,
  { region, city, digest, latestOnly, sinceMs = 0 }: PublicationFilter,
  limit: number,
  before: { readonly createdAt: number; readonly id: string } | undefined,
): Promise<PublicationRow[]> {
  const conditions: SQL[] = [
    ...(region === undefined ? [] : [sql`o.region_code = ${region}`]),
    ...(city === undefined ? [] : [sql`(o.id = ${city} OR o.slug = ${city})`]),
    ...(digest === undefined ? [] : [sql`(p.digest = ${digest} OR json_extract(p.payload, '$.root') = ${digest})`]),
    ...(latestOnly ? [LATEST] : []),
    ...(sinceMs > 0 ? [sql`p.published_at >= ${sinceMs}`] : []),
    ...(before === undefined ? [] : [sql`(p.published_at, p.id) < (${before.createdAt}, ${before.id})`]),
  ]
  const where = conditions.length === 0 ? sql`` : sql`WHERE ${sql.join(conditions, sql` AND `)}`
  return db.all<PublicationRow>(
    sql`SELECT ${SUMMARY} ${FROM} ${where} ORDER BY p.published_at DESC, p.id DESC LIMIT ${limit}`,
  )
}

/** Every publication that is not withdrawn, newest first: for the site map. */
export const listAddresses = (db: HubDb, limit: number): Promise<{ id: string; publishedAt: number }[]> =>
  db.all<{ id: string; publishedAt: number }>(
    sql`SELECT id, published_at AS publishedAt FROM publications p WHERE NOT EXISTS (SELECT 1 FROM release_withdrawals w WHERE w.release_id = p.id) ORDER BY published_at DESC, id DESC LIMIT ${limit}`,
  )

/** The newest publication of every member of a coordination group that has one. */
export function listLatestOfGroup(db: HubDb, groupId: string): Promise<PublicationRow[]> {
  return db.all<PublicationRow>(
    sql`SELECT ${SUMMARY} ${FROM} JOIN group_members m ON m.city_id = p.city_id AND m.group_id = ${groupId} WHERE ${LATEST} ORDER BY p.published_at DESC, p.id DESC`,
  )
}

export interface DocumentRow {
  part: string
  etag: string
  /** Gzip in base64. */
  body: string
}

/** One document of a publication (all of them without `part`), in one round trip with the row that an earlier release left instead. */
export async function findDocuments(
  db: HubDb,
  id: string,
  part?: string,
): Promise<{ row: PublicationRow | undefined; documents: DocumentRow[] }> {
  const one = part === undefined ? sql`` : sql`AND part = ${part}`
  const [rows, pieces] = await readBatch(db, [
    sql<PublicationRow>`SELECT ${SUMMARY} ${FROM} WHERE p.id = ${id}`,
    sql<DocumentRow>`SELECT part, etag, body FROM publication_documents WHERE publication_id = ${id} ${one} ORDER BY part, seq`,
  ])
  const documents = new Map<string, DocumentRow>()
  for (const piece of pieces)
    documents.set(piece.part, { ...piece, body: (documents.get(piece.part)?.body ?? '') + piece.body })
  return { row: rows[0], documents: [...documents.values()] }
}

export interface ComparedRow extends PublicationRow {
  facts: string
}
/** cells: JSON [[node, measure, value]] */
export interface ComparedValuesRow {
  publicationId: string
  period: string
  cells: string
}

/** Everything a comparison shows, in one round trip, from published values alone. Grouped in the order of the primary key, which needs no sorting. */
export function readComparison(db: HubDb, ids: readonly string[]): Promise<[ComparedRow[], ComparedValuesRow[]]> {
  const wanted = sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`
  return readBatch(db, [
    sql<ComparedRow>`SELECT ${SUMMARY}, p.payload AS facts ${FROM} WHERE p.id IN ${wanted}`,
    sql<ComparedValuesRow>`
      SELECT release_id AS publicationId, period, json_group_array(json_array(node, measure, value)) AS cells
      FROM release_values WHERE release_id IN ${wanted} GROUP BY release_id, period`,
  ])
}
