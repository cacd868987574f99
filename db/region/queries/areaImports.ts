/** Imports of areas and populations: from the staged changes into the tables and back. A chunk (import_chunks while staged, area_changes
 * once written) is `{"areas": [{id, code, sort, before, after}], "populations": [[area id, period, before, after]]}`; a state of an area is
 * [name, English name, parent id, setting, grouping], null before it existed. Both ways hold only if nothing has moved meanwhile. */
import { sql, type SQL } from 'drizzle-orm'
import { abortUnless, expectChanges } from '../../commit.ts'
import { D1_LIMITS } from '../../limits.ts'
import { utf8Length } from '../../jsonSlices.ts'
import { dropChunks, moveState } from './imports.ts'
import { guardAreaTree } from './areas.ts'
import type { Statement, TenantId } from '../../client.ts'

export type AreaState = readonly [
  name: string,
  nameEn: string,
  parentId: string | null,
  setting: string | null,
  grouping: string,
]
export interface AreaChange {
  readonly id: string
  readonly code: string
  readonly sort: number
  readonly before: AreaState | null
  readonly after: AreaState
}
export type PopulationChange = readonly [areaId: string, period: string, before: number | null, after: number]

/** The changes as chunk texts, each below D1's limit on one parameter. */
export function areaChunks(
  areas: readonly AreaChange[],
  populations: readonly PopulationChange[],
  maxBytes: number = D1_LIMITS.jsonParameterBytes,
): string[] {
  const chunks: string[] = []
  let held: { areas: string[]; populations: string[] } = { areas: [], populations: [] }
  let sizeBytes = 0
  const close = (): void => {
    if (sizeBytes > 0) chunks.push(`{"areas":[${held.areas.join(',')}],"populations":[${held.populations.join(',')}]}`)
    held = { areas: [], populations: [] }
    sizeBytes = 0
  }
  const add = (part: 'areas' | 'populations', change: AreaChange | PopulationChange): void => {
    const text = JSON.stringify(change)
    const bytes = utf8Length(text) + 1
    if (sizeBytes + bytes + 32 > maxBytes) close()
    held[part].push(text)
    sizeBytes += bytes
  }
  for (const change of areas) add('areas', change)
  for (const change of populations) add('populations', change)
  close()
  return chunks
}

type Table = 'import_chunks' | 'area_changes'
const part = (table: Table, tenantId: TenantId, importId: string, path: '$.areas' | '$.populations'): SQL =>
  sql`(SELECT body FROM ${sql.raw(table)} WHERE tenant_id = ${tenantId} AND import_id = ${importId}) c JOIN json_each(c.body, ${path}) j`
const AREA_AT = (tenantId: TenantId): SQL =>
  sql`LEFT JOIN areas a ON a.tenant_id = ${tenantId} AND a.code = j.value->>'code'`
const PEOPLE_AT = (tenantId: TenantId): SQL =>
  sql`LEFT JOIN populations p ON p.tenant_id = ${tenantId} AND p.area_id = j.value->>0 AND p.period = j.value->>1`
/** The area is not in the state that the change names. */
const differs = (when: 'before' | 'after'): SQL => {
  const at = (n: number): SQL => sql`(j.value->>${sql.raw(`'$.${when}[${n}]'`)})`
  return sql`((j.value->>${sql.raw(`'${when}'`)}) IS NULL AND a.id IS NOT NULL) OR ((j.value->>${sql.raw(`'${when}'`)}) IS NOT NULL AND (a.id IS NOT (j.value->>'id')
    OR a.name IS NOT ${at(0)} OR a.name_en IS NOT ${at(1)} OR a.parent_id IS NOT ${at(2)} OR a.setting IS NOT ${at(3)} OR a.grouping IS NOT ${at(4)}))`
}

export const commitAreas = (
  tenantId: TenantId,
  importId: string,
  nowMs: number,
  limit: number,
  maxDepth: number,
): Statement[] => [
  moveState(tenantId, importId, 'ready', 'committed', nowMs),
  expectChanges(1),
  abortUnless(
    sql`NOT EXISTS (SELECT 1 FROM ${part('import_chunks', tenantId, importId, '$.areas')} ${AREA_AT(tenantId)} WHERE ${differs('before')})`,
  ),
  abortUnless(
    sql`NOT EXISTS (SELECT 1 FROM ${part('import_chunks', tenantId, importId, '$.populations')} ${PEOPLE_AT(tenantId)} WHERE p.value IS NOT (j.value->>2))`,
  ),
  sql`INSERT INTO areas (tenant_id, id, code, name, name_en, parent_id, setting, grouping, sort, created_at)
    SELECT ${tenantId}, j.value->>'id', j.value->>'code', j.value->>'$.after[0]', j.value->>'$.after[1]', j.value->>'$.after[2]', j.value->>'$.after[3]', j.value->>'$.after[4]', j.value->>'sort', ${nowMs}
    FROM ${part('import_chunks', tenantId, importId, '$.areas')} WHERE true
    ON CONFLICT (tenant_id, code) DO UPDATE SET name = excluded.name, name_en = excluded.name_en, parent_id = excluded.parent_id, setting = excluded.setting, grouping = excluded.grouping`,
  guardAreaTree(tenantId, limit, maxDepth),
  sql`INSERT INTO populations (tenant_id, area_id, period, value)
    SELECT ${tenantId}, j.value->>0, j.value->>1, j.value->>3 FROM ${part('import_chunks', tenantId, importId, '$.populations')} WHERE true
    ON CONFLICT (tenant_id, period, area_id) DO UPDATE SET value = excluded.value`,
  sql`INSERT INTO area_changes (tenant_id, import_id, seq, body) SELECT tenant_id, import_id, seq, body FROM import_chunks WHERE tenant_id = ${tenantId} AND import_id = ${importId}`,
  dropChunks(tenantId, importId),
]

/** Areas that the import added: `a` is the area, `j` its change. */
const ADDED = (tenantId: TenantId, importId: string): SQL =>
  sql`${part('area_changes', tenantId, importId, '$.areas')} JOIN areas a ON a.tenant_id = ${tenantId} AND a.id = j.value->>'id' WHERE (j.value->>'before') IS NULL`
const ADDED_IDS = (tenantId: TenantId, importId: string): SQL => sql`(SELECT a.id FROM ${ADDED(tenantId, importId)})`

/** What has come to rest on an import of areas since it was written, one row for each kind of it. */
const dependents = (tenantId: TenantId, importId: string): SQL => sql`
  SELECT 'changed' AS kind, coalesce(a.name, j.value->>'$.after[0]') AS name FROM ${part('area_changes', tenantId, importId, '$.areas')} ${AREA_AT(tenantId)} WHERE ${differs('after')}
  UNION ALL SELECT 'population', coalesce((SELECT x.name FROM areas x WHERE x.tenant_id = ${tenantId} AND x.id = j.value->>0), '') FROM ${part('area_changes', tenantId, importId, '$.populations')} ${PEOPLE_AT(tenantId)} WHERE p.value IS NOT (j.value->>3)
  UNION ALL SELECT 'population', a.name FROM ${ADDED(tenantId, importId)} AND EXISTS (SELECT 1 FROM populations p WHERE p.tenant_id = ${tenantId} AND p.area_id = a.id
    AND NOT EXISTS (SELECT 1 FROM (SELECT body FROM area_changes WHERE tenant_id = ${tenantId} AND import_id = ${importId}) d JOIN json_each(d.body, '$.populations') q WHERE q.value->>0 = p.area_id AND q.value->>1 = p.period))
  UNION ALL SELECT 'observed', a.name FROM ${ADDED(tenantId, importId)} AND EXISTS (SELECT 1 FROM observations o WHERE o.tenant_id = ${tenantId} AND o.area_id = a.id)
  UNION ALL SELECT 'parent', a.name FROM ${ADDED(tenantId, importId)} AND EXISTS (SELECT 1 FROM areas k WHERE k.tenant_id = ${tenantId} AND k.parent_id = a.id AND k.id NOT IN ${ADDED_IDS(tenantId, importId)} AND k.code NOT IN (SELECT j.value->>'code' FROM ${part('area_changes', tenantId, importId, '$.areas')}))`

export interface AreaDependent {
  kind: 'changed' | 'population' | 'observed' | 'parent'
  name: string
  n: number
}
export const readAreaDependents = (tenantId: TenantId, importId: string) =>
  sql<AreaDependent>`SELECT kind, min(name) AS name, count(*) AS n FROM (${dependents(tenantId, importId)}) GROUP BY kind`

/** Every area and population to what it was; areas that were new go. Aborts when anything rests on them. */
export const revertAreas = (tenantId: TenantId, importId: string, limit: number, maxDepth: number): Statement[] => [
  sql`UPDATE imports SET state = 'reverted' WHERE tenant_id = ${tenantId} AND id = ${importId} AND state = 'committed'`,
  expectChanges(1),
  abortUnless(sql`NOT EXISTS (SELECT 1 FROM (${dependents(tenantId, importId)}))`),
  sql`UPDATE populations SET value = j.value->>2 FROM ${part('area_changes', tenantId, importId, '$.populations')}
    WHERE populations.tenant_id = ${tenantId} AND populations.area_id = j.value->>0 AND populations.period = j.value->>1 AND (j.value->>2) IS NOT NULL`,
  sql`DELETE FROM populations WHERE tenant_id = ${tenantId} AND (area_id, period) IN (SELECT j.value->>0, j.value->>1 FROM ${part('area_changes', tenantId, importId, '$.populations')} WHERE (j.value->>2) IS NULL)`,
  sql`UPDATE areas SET name = j.value->>'$.before[0]', name_en = j.value->>'$.before[1]', parent_id = j.value->>'$.before[2]', setting = j.value->>'$.before[3]', grouping = j.value->>'$.before[4]'
    FROM ${part('area_changes', tenantId, importId, '$.areas')}
    WHERE areas.tenant_id = ${tenantId} AND areas.id = j.value->>'id' AND (j.value->>'before') IS NOT NULL`,
  sql`DELETE FROM areas WHERE tenant_id = ${tenantId} AND id IN ${ADDED_IDS(tenantId, importId)}`,
  guardAreaTree(tenantId, limit, maxDepth),
  sql`DELETE FROM area_changes WHERE tenant_id = ${tenantId} AND import_id = ${importId}`,
]
