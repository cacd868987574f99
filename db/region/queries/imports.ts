/** Imports: records, staged values, and the statements that move values into the ledger and back.
 * A staged chunk is JSON `{"<period> <indicator>": {"<area id> <row of the file>[ <number of the problem that needs a reason>]": value}}`: SQL takes
 * keys apart, which costs half of parsing an array per value. Earlier releases staged `"<area id>": [value, row, problem]`, and before there was a ledger
 * the bare value. */
import { sql, type SQL } from 'drizzle-orm'
import { abortUnless, expectChanges } from '../../commit.ts'
import { filtered, type ListFilter } from '../../listFilter.ts'
import { applyImport, applyRevert, IMPORT_SET, MOVED_CELLS, type NewChangeSet } from './ledger.ts'
import type { RegionDb, Statement, TenantId } from '../../client.ts'
import { imports } from '../schema.ts'

export type ImportRow = typeof imports.$inferInsert

/** The record with its staged values. */
export const stageImport = (
  db: RegionDb,
  tenantId: TenantId,
  row: ImportRow,
  chunks: readonly string[],
): Statement[] => [
  db.insert(imports).values(row),
  ...chunks.map(
    (body, seq) =>
      sql`INSERT INTO import_chunks (tenant_id, import_id, seq, body) VALUES (${tenantId}, ${row.id}, ${seq}, ${body})`,
  ),
]

/** Staged indicators whose unit is no longer the one their values were read in: the dictionary follows the frameworks until values are stored. */
const MOVED_UNITS = (tenantId: TenantId, importId: string): SQL => sql`
  FROM json_each((SELECT summary FROM imports WHERE tenant_id = ${tenantId} AND id = ${importId}), '$.units') u
  JOIN indicators i ON i.tenant_id = ${tenantId} AND i.code = u.value->>0 WHERE i.unit <> u.value->>1`

export const readMovedUnits = (tenantId: TenantId, importId: string) =>
  sql<{ name: string }>`SELECT i.name ${MOVED_UNITS(tenantId, importId)}`

/** Cells of a ready import as the ledger takes them (db/region/queries/ledger.ts). What is the same for all of a group is worked out once. */
const STAGED_CELLS = (tenantId: TenantId, importId: string, reasons: string | null): SQL => sql`
  WITH heads AS (
    SELECT substr(g.key, 1, instr(g.key, ' ') - 1) AS period, substr(g.key, instr(g.key, ' ') + 1) AS indicator, g.value AS body
    FROM import_chunks c JOIN json_each(c.body) g WHERE c.tenant_id = ${tenantId} AND c.import_id = ${importId}
  ), parts AS MATERIALIZED (
    SELECT h.period, h.indicator, h.body, coalesce((SELECT unit FROM indicators WHERE tenant_id = ${tenantId} AND code = h.indicator), '') AS unit,
      EXISTS (SELECT 1 FROM observations WHERE tenant_id = ${tenantId} AND indicator = h.indicator AND period = h.period) AS held
    FROM heads h
  )
  SELECT p.indicator, p.period, p.unit, p.held, iif(instr(j.key, ' '), substr(j.key, 1, instr(j.key, ' ') - 1), j.key) AS area_id,
    CASE j.type WHEN 'array' THEN j.value->>0 ELSE j.value END AS value,
    CASE WHEN j.type = 'array' THEN j.value->>1 WHEN instr(j.key, ' ') THEN CAST(substr(j.key, instr(j.key, ' ') + 1) AS INTEGER) END AS source_row,
    ${reasons} ->> ('$.p' || CASE WHEN j.type = 'array' THEN j.value->>2 WHEN j.key GLOB '* * *' THEN substr(j.key, instr(j.key, ' ') + 1 + instr(substr(j.key, instr(j.key, ' ') + 1), ' ')) END || '.text') AS note
  FROM parts p CROSS JOIN json_each(p.body) j`

/** All of a ready import, or nothing: its values become the cells of one change set. `reasons`: JSON {problem id: reason}, why the values outside
 * their usual range are right. */
export const commitImport = (
  tenantId: TenantId,
  importId: string,
  set: NewChangeSet,
  reasons: string | null,
): Statement[] => [
  moveState(tenantId, importId, 'ready', 'committed', set.nowMs),
  expectChanges(1),
  abortUnless(sql`NOT EXISTS (SELECT 1 ${MOVED_UNITS(tenantId, importId)})`),
  ...applyImport(tenantId, importId, set, STAGED_CELLS(tenantId, importId, reasons)),
  sql`UPDATE imports SET changed_count = n.changed, summary = json_set(summary, '$.newCount', n.new)
    FROM (SELECT count(*) AS changed, coalesce(sum(old_value IS NULL), 0) AS new FROM change_cells WHERE tenant_id = ${tenantId} AND set_id = ${set.id}) n
    WHERE tenant_id = ${tenantId} AND id = ${importId}`,
  dropChunks(tenantId, importId),
]

/** Why the values outside their usual range are right, kept with the import: JSON {problem id: reason}. Placed in the batch that commits. */
export const keepReasons = (tenantId: TenantId, importId: string, json: string): Statement =>
  sql`UPDATE imports SET summary = json_set(summary, '$.reasons', json(${json})) WHERE tenant_id = ${tenantId} AND id = ${importId}`

export const discardImport = (tenantId: TenantId, importId: string): Statement[] => [
  moveState(tenantId, importId, 'ready', 'discarded', null),
  expectChanges(1),
  dropChunks(tenantId, importId),
]

/** Puts back what the import replaced and empties what it filled, as a change set of its own; aborts when a later set has changed one of its cells. */
export const revertImport = (tenantId: TenantId, importId: string, set: NewChangeSet): Statement[] => [
  sql`UPDATE imports SET state = 'reverted' WHERE tenant_id = ${tenantId} AND id = ${importId} AND state = 'committed'`,
  expectChanges(1),
  ...applyRevert(tenantId, IMPORT_SET(tenantId, importId), set),
]

/** What a city has staged. Chunks belong to ready imports only. */
const STAGED_COUNT = (tenantId: TenantId): SQL =>
  sql`(SELECT count(*) FROM imports WHERE tenant_id = ${tenantId} AND state = 'ready')`
const STAGED_BYTES = (tenantId: TenantId): SQL =>
  sql`(SELECT coalesce(sum(octet_length(body)), 0) FROM import_chunks WHERE tenant_id = ${tenantId})`
export const readStaged = (tenantId: TenantId) =>
  sql<{
    count: number
    sizeBytes: number
  }>`SELECT ${STAGED_COUNT(tenantId)} AS count, ${STAGED_BYTES(tenantId)} AS sizeBytes`
/** Placed after an import was staged: two uploads at once do not pass a limit together. */
export const guardStaged = (tenantId: TenantId, limits: { count: number; sizeBytes: number }): Statement =>
  abortUnless(sql`${STAGED_COUNT(tenantId)} <= ${limits.count} AND ${STAGED_BYTES(tenantId)} <= ${limits.sizeBytes}`)
export const readOldestStaged = (tenantId: TenantId, limit: number) =>
  sql<{
    id: string
    fileName: string
    createdAt: number
  }>`SELECT id, file_name AS fileName, created_at AS createdAt FROM imports
    WHERE tenant_id = ${tenantId} AND state = 'ready' ORDER BY created_at, id LIMIT ${limit}`

/** Staged before a moment, over all tenants: for the job that discards them. */
export const readForgotten = (beforeMs: number, limit: number) =>
  sql<{
    tenantId: string
    id: string
    createdAt: number
  }>`SELECT tenant_id AS tenantId, id, created_at AS createdAt FROM imports
    WHERE state = 'ready' AND created_at < ${beforeMs} ORDER BY created_at LIMIT ${limit}`

export const moveState = (
  tenantId: TenantId,
  importId: string,
  from: string,
  to: string,
  committedAt: number | null,
): Statement =>
  sql`UPDATE imports SET state = ${to}, committed_at = ${committedAt} WHERE tenant_id = ${tenantId} AND id = ${importId} AND state = ${from}`
export const dropChunks = (tenantId: TenantId, importId: string): Statement =>
  sql`DELETE FROM import_chunks WHERE tenant_id = ${tenantId} AND import_id = ${importId}`

const HEAD = sql`id, kind, file_name AS fileName, file_digest AS fileDigest, size_bytes AS sizeBytes, encoding, layout, state, row_count AS rowCount, value_count AS valueCount, missing_count AS missingCount,
  changed_count AS changedCount, problem_count AS problemCount, created_by AS createdBy, created_at AS createdAt, committed_at AS committedAt`

export interface ImportHeadRow {
  id: string
  kind: string
  fileName: string
  fileDigest: string
  sizeBytes: number
  encoding: string
  layout: string
  state: string
  rowCount: number
  valueCount: number
  missingCount: number
  changedCount: number
  problemCount: number
  createdBy: string
  createdAt: number
  committedAt: number | null
  summary: string
}

export const readImport = (tenantId: TenantId, importId: string) =>
  sql<
    ImportHeadRow & { changeSetId: string | null }
  >`SELECT ${HEAD}, summary, ${IMPORT_SET(tenantId, importId)} AS changeSetId FROM imports WHERE tenant_id = ${tenantId} AND id = ${importId}`

/** How many of a committed import's cells a later change set has changed since. */
export const readOverwritten = (tenantId: TenantId, importId: string) =>
  sql<{ overwritten: number }>`SELECT ${MOVED_CELLS(tenantId, IMPORT_SET(tenantId, importId))} AS overwritten`

/** Newest first, without problems and sample. */
export const readImports = (
  tenantId: TenantId,
  before: { createdAt: number; id: string } | undefined,
  limit: number,
  filter: ListFilter = {},
) =>
  sql<ImportHeadRow>`SELECT ${HEAD}, json_remove(summary, '$.problems', '$.groups', '$.sample', '$.sampleRows', '$.indicators', '$.units', '$.mapping', '$.reasons', '$.areaChanges') AS summary FROM imports WHERE tenant_id = ${tenantId}
    ${before === undefined ? sql`` : sql`AND (created_at, id) < (${before.createdAt}, ${before.id})`} ${filtered(sql`created_at`, sql`state`, filter)} ORDER BY created_at DESC, id DESC LIMIT ${limit}`

/** D1 says so when an area or indicator of the staged values was deleted after the check. */
export function isMissingReference(error: unknown): boolean {
  for (let e: unknown = error; e instanceof Error; e = e.cause)
    if (e.message.includes('FOREIGN KEY constraint failed')) return true
  return false
}
