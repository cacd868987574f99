/** Imports: records, staged values, and the statements that move values into the record of truth and back.
 * A staged chunk is JSON `{"<period> <indicator>": {"<area id>": value}}`, so that SQL reads keys instead of parsing a row per value. */
import { sql, type SQL } from 'drizzle-orm'
import { abortUnless, expectChanges } from '../../commit.ts'
import { filtered, type ListFilter } from '../../listFilter.ts'
import type { RegionDb, Statement, TenantId } from '../../client.ts'
import { imports } from '../schema.ts'

export type ImportRow = typeof imports.$inferInsert

/** Values of the staged chunks: `${PERIOD}`, `${INDICATOR}`, j.key (area id), j.value. */
const STAGED = (tenantId: TenantId, importId: string): SQL =>
  sql`(SELECT body FROM import_chunks WHERE tenant_id = ${tenantId} AND import_id = ${importId}) c JOIN json_each(c.body) g JOIN json_each(g.value) j`
const PERIOD = sql`substr(g.key, 1, instr(g.key, ' ') - 1)`
const INDICATOR = sql`substr(g.key, instr(g.key, ' ') + 1)`
const STORED = (tenantId: TenantId): SQL =>
  sql`o.tenant_id = ${tenantId} AND o.indicator = ${INDICATOR} AND o.period = ${PERIOD} AND o.area_id = j.key`

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

/** All of a ready import, or nothing. History keeps what a changed cell held; a cell that was empty is known by its import alone. */
export const commitImport = (tenantId: TenantId, importId: string, by: string, nowMs: number): Statement[] => [
  moveState(tenantId, importId, 'ready', 'committed', nowMs),
  expectChanges(1),
  abortUnless(sql`NOT EXISTS (SELECT 1 ${MOVED_UNITS(tenantId, importId)})`),
  sql`INSERT INTO observation_history (tenant_id, import_id, indicator, period, area_id, old_value, old_import_id, new_value, changed_by, changed_at)
    SELECT o.tenant_id, ${importId}, o.indicator, o.period, o.area_id, o.value, o.import_id, j.value, ${by}, ${nowMs}
    FROM ${STAGED(tenantId, importId)} CROSS JOIN observations o ON ${STORED(tenantId)} WHERE o.value IS NOT j.value`,
  sql`INSERT INTO observations (tenant_id, indicator, period, area_id, value, import_id, updated_by, updated_at)
    SELECT ${tenantId}, ${INDICATOR}, ${PERIOD}, j.key, j.value, ${importId}, ${by}, ${nowMs} FROM ${STAGED(tenantId, importId)} WHERE true
    ON CONFLICT (tenant_id, indicator, period, area_id) DO UPDATE SET value = excluded.value, import_id = excluded.import_id, updated_by = excluded.updated_by, updated_at = excluded.updated_at
    WHERE observations.value IS NOT excluded.value`,
  // changes() is still that of the upsert: rows that were written, not those that stayed as they were.
  sql`UPDATE imports SET changed_count = changes() WHERE tenant_id = ${tenantId} AND id = ${importId}`,
  sql`UPDATE imports SET summary = json_set(summary, '$.newCount', changed_count - (SELECT count(*) FROM observation_history WHERE tenant_id = ${tenantId} AND import_id = ${importId})) WHERE tenant_id = ${tenantId} AND id = ${importId}`,
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

/** Cells that still hold what this import wrote, per import. */
const HELD = (tenantId: TenantId, importId: string): SQL =>
  sql`(SELECT count(*) FROM observations WHERE tenant_id = ${tenantId} AND import_id = ${importId})`

/** Puts back what the import replaced and empties what it filled; aborts when a later write has changed one of its cells. */
export const revertImport = (tenantId: TenantId, importId: string, by: string, nowMs: number): Statement[] => [
  sql`UPDATE imports SET state = 'reverted' WHERE tenant_id = ${tenantId} AND id = ${importId} AND state = 'committed' AND changed_count = ${HELD(tenantId, importId)}`,
  expectChanges(1),
  sql`UPDATE observations SET value = h.old_value, import_id = h.old_import_id, updated_by = ${by}, updated_at = ${nowMs}
    FROM observation_history h
    WHERE h.tenant_id = ${tenantId} AND h.import_id = ${importId}
      AND observations.tenant_id = ${tenantId} AND observations.indicator = h.indicator AND observations.period = h.period AND observations.area_id = h.area_id`,
  sql`DELETE FROM observations WHERE tenant_id = ${tenantId} AND import_id = ${importId}`,
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
  sql<ImportHeadRow>`SELECT ${HEAD}, summary FROM imports WHERE tenant_id = ${tenantId} AND id = ${importId}`

/** How many of a committed import's cells another write has changed since. */
export const readOverwritten = (tenantId: TenantId, importId: string) =>
  sql<{
    overwritten: number
  }>`SELECT changed_count - ${HELD(tenantId, importId)} AS overwritten FROM imports WHERE tenant_id = ${tenantId} AND id = ${importId}`

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
