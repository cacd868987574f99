/** Reading the ledger: its change sets, the cells of one, the life of one cell. */
import { sql } from 'drizzle-orm'
import { filtered, type ListFilter } from '../../listFilter.ts'
import type { TenantId } from '../../client.ts'

export interface ChangeSetRow {
  id: string
  seq: number | null
  kind: string
  state: string
  note: string
  importId: string | null
  revertsId: string | null
  /** The set that takes this one back. */
  revertedById: string | null
  cellCount: number
  createdBy: string
  createdByName: string
  createdAt: number
  submittedBy: string | null
  submittedAt: number | null
  decidedBy: string | null
  decidedAt: number | null
  reason: string
  appliedAt: number | null
}

/** Every column of ChangeSetRow; `s` is the set. */
const SET = sql`s.id, s.seq, s.kind, s.state, s.note, s.import_id AS importId, s.reverts_id AS revertsId,
  (SELECT r.id FROM change_sets r WHERE r.tenant_id = s.tenant_id AND r.reverts_id = s.id AND r.seq IS NOT NULL) AS revertedById, s.cell_count AS cellCount, s.created_by AS createdBy,
  s.created_by_name AS createdByName, s.created_at AS createdAt, s.submitted_by AS submittedBy, s.submitted_at AS submittedAt, s.decided_by AS decidedBy, s.decided_at AS decidedAt,
  s.reason, s.applied_at AS appliedAt`

/** Newest first. */
export const readChangeSets = (
  tenantId: TenantId,
  before: { readonly createdAt: number; readonly id: string } | undefined,
  limit: number,
  filter: ListFilter & { readonly kinds?: readonly string[] | null },
) => sql<ChangeSetRow>`SELECT ${SET} FROM change_sets s WHERE s.tenant_id = ${tenantId}
    ${before === undefined ? sql`` : sql`AND (s.created_at, s.id) < (${before.createdAt}, ${before.id})`} ${filtered(sql`s.created_at`, sql`s.state`, filter)}
    ${(filter.kinds ?? null) === null ? sql`` : sql`AND s.kind IN (SELECT value FROM json_each(${JSON.stringify(filter.kinds)}))`}
    ORDER BY s.created_at DESC, s.id DESC LIMIT ${limit}`

export const readChangeSet = (tenantId: TenantId, id: string) =>
  sql<ChangeSetRow>`SELECT ${SET} FROM change_sets s WHERE s.tenant_id = ${tenantId} AND s.id = ${id}`

export interface CellChangeRow {
  oldValue: number | null
  newValue: number | null
  /** Of both, at the time. */
  unit: string
  missingReason: string | null
  note: string | null
  evidence: string | null
  sourceRow: number | null
}
const CHANGE = sql`c.old_value AS oldValue, c.new_value AS newValue, c.unit, c.missing_reason AS missingReason, c.note, c.evidence, c.source_row AS sourceRow`

export interface ChangeCellRow extends CellChangeRow {
  indicator: string
  indicatorName: string | null
  indicatorNameEn: string | null
  period: string
  areaId: string
  areaCode: string | null
  areaName: string | null
  areaNameEn: string | null
}

/** By indicator, period and area; `offset` counts cells. Names as they are today, null where an area is gone. */
export const readChangeCells = (tenantId: TenantId, setId: string, offset: number, limit: number) =>
  sql<ChangeCellRow>`
    SELECT c.indicator, i.name AS indicatorName, i.name_en AS indicatorNameEn, c.period, c.area_id AS areaId, a.code AS areaCode, a.name AS areaName, a.name_en AS areaNameEn, ${CHANGE}
    FROM (SELECT * FROM change_cells WHERE tenant_id = ${tenantId} AND set_id = ${setId} ORDER BY indicator, period, area_id LIMIT ${limit} OFFSET ${offset}) c
    LEFT JOIN indicators i ON i.tenant_id = ${tenantId} AND i.code = c.indicator LEFT JOIN areas a ON a.tenant_id = ${tenantId} AND a.id = c.area_id
    ORDER BY c.indicator, c.period, c.area_id`

/** The area of a code; an area that is gone is known by its id alone. */
const AREA_ID = (tenantId: TenantId, area: string) =>
  sql`coalesce((SELECT id FROM areas WHERE tenant_id = ${tenantId} AND code = ${area}), ${area})`

export interface CellHistoryRow extends CellChangeRow, Pick<ChangeSetRow, 'kind' | 'importId' | 'revertsId'> {
  setId: string
  seq: number
  by: string
  byName: string
  at: number
}

/** What applied sets did to one cell, the last first; below a place in their order. */
export const readCellHistory = (
  tenantId: TenantId,
  cell: { readonly indicator: string; readonly period: string; readonly area: string },
  beforeSeq: number | undefined,
  limit: number,
) => sql<CellHistoryRow>`
  SELECT c.set_id AS setId, s.seq, s.kind, s.import_id AS importId, s.reverts_id AS revertsId, s.created_by AS by, s.created_by_name AS byName, s.applied_at AS at, ${CHANGE}
  FROM change_cells c JOIN change_sets s ON s.tenant_id = c.tenant_id AND s.id = c.set_id
  WHERE c.tenant_id = ${tenantId} AND c.indicator = ${cell.indicator} AND c.period = ${cell.period} AND c.area_id = ${AREA_ID(tenantId, cell.area)} AND s.seq IS NOT NULL
    ${beforeSeq === undefined ? sql`` : sql`AND s.seq < ${beforeSeq}`} ORDER BY s.seq DESC LIMIT ${limit}`

/** Whether the city's dictionary has the indicator, and whether its areas, or its ledger, have the area. */
export const readKnown = (tenantId: TenantId, cell: { readonly indicator: string; readonly area: string }) =>
  sql<{ indicator: number; area: number }>`
    SELECT EXISTS (SELECT 1 FROM indicators WHERE tenant_id = ${tenantId} AND code = ${cell.indicator}) AS indicator,
      (EXISTS (SELECT 1 FROM areas WHERE tenant_id = ${tenantId} AND code = ${cell.area})
        OR EXISTS (SELECT 1 FROM change_cells WHERE tenant_id = ${tenantId} AND indicator = ${cell.indicator} AND area_id = ${cell.area})) AS area`
