/** Areas of one city. Parents travel as codes on the wire and as ids in the table; writes come back unexecuted for db/commit.ts. */
import { and, eq, sql } from 'drizzle-orm'
import { abortUnless } from '../../commit.ts'
import { jsonSlices } from '../../jsonSlices.ts'
import type { RegionDb, Statement, TenantId } from '../../client.ts'
import { populations } from '../schema.ts'

export interface AreaRow {
  id: string
  code: string
  name: string
  nameEn: string
  parentCode: string | null
  setting: 'urban' | 'rural' | null
  grouping: string
  sort: number
  childCount: number
}

const AREA = sql`a.id, a.code, a.name, a.name_en AS nameEn, a.setting, a.grouping, a.sort,
  (SELECT p.code FROM areas p WHERE p.tenant_id = a.tenant_id AND p.id = a.parent_id) AS parentCode,
  coalesce(k.n, 0) AS childCount`
const CHILDREN = (tenantId: TenantId) =>
  sql`LEFT JOIN (SELECT parent_id, count(*) AS n FROM areas WHERE tenant_id = ${tenantId} AND parent_id IS NOT NULL GROUP BY parent_id) k ON k.parent_id = a.id`

/** Every area of the city in its own order. */
export const readAreas = (tenantId: TenantId) =>
  sql<AreaRow>`SELECT ${AREA} FROM areas a ${CHILDREN(tenantId)} WHERE a.tenant_id = ${tenantId} ORDER BY a.sort, a.code`

/** Areas that have no areas below them: the ones that are compared. */
export const readLeafAreas = (tenantId: TenantId) =>
  sql<AreaRow>`SELECT ${AREA} FROM areas a ${CHILDREN(tenantId)} WHERE a.tenant_id = ${tenantId} AND k.n IS NULL ORDER BY a.sort, a.code`

/** What stands in the way of deleting an area; undefined when there is no such area. */
export async function findAreaUse(
  db: RegionDb,
  tenantId: TenantId,
  code: string,
): Promise<{ id: string; name: string; children: number; isObserved: number } | undefined> {
  const rows = await db.all<{ id: string; name: string; children: number; isObserved: number }>(sql`
    SELECT a.id, a.name, (SELECT count(*) FROM areas c WHERE c.tenant_id = a.tenant_id AND c.parent_id = a.id) AS children,
      EXISTS (SELECT 1 FROM observations o WHERE o.tenant_id = a.tenant_id AND o.area_id = a.id) AS isObserved
    FROM areas a WHERE a.tenant_id = ${tenantId} AND a.code = ${code}`)
  return rows[0]
}

export interface AreaWrite {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly nameEn: string
  readonly parentId: string | null
  readonly setting: 'urban' | 'rural' | null
  readonly grouping: string
  /** Its place among all areas. */
  readonly sort: number
}

/** Upsert by code; parents before children. An id that another writer has made void meanwhile breaks a foreign key and aborts. */
export const upsertAreas = (tenantId: TenantId, rows: readonly AreaWrite[], nowMs: number): Statement[] =>
  jsonSlices(rows.map((r) => [r.id, r.code, r.name, r.nameEn, r.parentId, r.setting, r.grouping, r.sort])).map(
    (json) => sql`
    INSERT INTO areas (tenant_id, id, code, name, name_en, parent_id, setting, grouping, sort, created_at)
    SELECT ${tenantId}, value->>0, value->>1, value->>2, value->>3, value->>4, value->>5, value->>6, value->>7, ${nowMs} FROM json_each(${json}) WHERE true
    ON CONFLICT (tenant_id, code) DO UPDATE SET name = excluded.name, name_en = excluded.name_en, parent_id = excluded.parent_id, setting = excluded.setting, grouping = excluded.grouping, sort = excluded.sort`,
  )

/** Aborts the batch unless the city's areas are still exactly these. */
export function guardAreas(tenantId: TenantId, rows: readonly AreaRow[]): Statement[] {
  const slices = jsonSlices(
    rows.map((r) => [r.id, r.code, r.name, r.nameEn, r.parentCode, r.setting, r.grouping, r.sort]),
  )
  return [
    abortUnless(sql`(SELECT count(*) FROM areas WHERE tenant_id = ${tenantId}) = ${rows.length}`),
    ...slices.map((json) =>
      abortUnless(sql`(
        SELECT count(*) FROM json_each(${json}) j CROSS JOIN areas a ON a.tenant_id = ${tenantId} AND a.id = j.value->>0
        WHERE a.code = j.value->>1 AND a.name = j.value->>2 AND a.name_en = j.value->>3
          AND (SELECT p.code FROM areas p WHERE p.tenant_id = a.tenant_id AND p.id = a.parent_id) IS j.value->>4
          AND a.setting IS j.value->>5 AND a.grouping = j.value->>6 AND a.sort = j.value->>7) = json_array_length(${json})`),
    ),
  ]
}

/** Aborts the batch unless parents lead to a root within `maxDepth` steps and there are at most `limit` areas: holds against another writer too. */
export const guardAreaTree = (tenantId: TenantId, limit: number, maxDepth: number): Statement =>
  abortUnless(sql`
    (SELECT count(*) FROM areas WHERE tenant_id = ${tenantId}) <= ${limit} AND (
      WITH RECURSIVE up (id, depth) AS (
        SELECT parent_id, 1 FROM areas WHERE tenant_id = ${tenantId} AND parent_id IS NOT NULL
        UNION ALL SELECT a.parent_id, up.depth + 1 FROM up CROSS JOIN areas a ON a.tenant_id = ${tenantId} AND a.id = up.id WHERE a.parent_id IS NOT NULL AND up.depth <= ${maxDepth})
      SELECT coalesce(max(depth), 0) FROM up) <= ${maxDepth}`)

/** Deletes an area with its populations; changes no row when somebody gave it a child or a value in the meantime. */
export const deleteArea = (db: RegionDb, tenantId: TenantId, areaId: string): Statement[] => [
  db.delete(populations).where(and(eq(populations.tenantId, tenantId), eq(populations.areaId, areaId))),
  sql`
    DELETE FROM areas WHERE tenant_id = ${tenantId} AND id = ${areaId}
      AND NOT EXISTS (SELECT 1 FROM areas c WHERE c.tenant_id = ${tenantId} AND c.parent_id = ${areaId})
      AND NOT EXISTS (SELECT 1 FROM observations o WHERE o.tenant_id = ${tenantId} AND o.area_id = ${areaId})`,
]
