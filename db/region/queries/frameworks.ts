/** A city's frameworks, their immutable versions, and the indicator dictionary they feed. */
import { and, eq, sql, type SQL } from 'drizzle-orm'
import { abortUnless } from '../../commit.ts'
import { countNodes } from '../../countNodes.ts'
import type { RegionDb, Statement, TenantId } from '../../client.ts'
import { frameworkVersions, frameworks } from '../schema.ts'
import type { IndicatorScale } from './indicators.ts'

export interface FrameworkRow {
  id: string
  name: string
  nameEn: string
  version: number
  templateId: string | null
  templateVersion: number | null
  templateDigest: string | null
  indicatorCount: number
  domainCount: number
  updatedAt: number
}

const HEAD = sql`f.id, f.name, f.name_en AS nameEn, f.version, f.template_id AS templateId, f.template_version AS templateVersion, f.template_digest AS templateDigest, f.updated_at AS updatedAt,
  ${countNodes(sql`v.body`, 'indicator')} AS indicatorCount, ${countNodes(sql`v.body`, 'domain')} AS domainCount`

/** The one edited last first, those before a cursor. */
export function listFrameworks(
  db: RegionDb,
  tenantId: TenantId,
  limit: number,
  before: { readonly createdAt: number; readonly id: string } | undefined,
): Promise<FrameworkRow[]> {
  const after = before === undefined ? sql`` : sql`AND (f.updated_at, f.id) < (${before.createdAt}, ${before.id})`
  return db.all<FrameworkRow>(sql`
    SELECT ${HEAD} FROM frameworks f JOIN framework_versions v ON v.tenant_id = f.tenant_id AND v.framework_id = f.id AND v.version = f.version
    WHERE f.tenant_id = ${tenantId} ${after} ORDER BY f.updated_at DESC, f.id DESC LIMIT ${limit}`)
}

export interface FrameworkRecord extends FrameworkRow {
  body: string
  digest: string
  /** JSON: [{version, digest, note, createdBy, createdAt}], newest first. */
  versions: string
}

/** With its current body and the list of its versions, in one query. */
export async function findFramework(
  db: RegionDb,
  tenantId: TenantId,
  id: string,
): Promise<FrameworkRecord | undefined> {
  const rows = await db.all<FrameworkRecord>(sql`
    SELECT ${HEAD}, v.body, v.digest,
      (SELECT json_group_array(json_object('version', w.version, 'digest', w.digest, 'note', w.note, 'createdBy', w.created_by, 'createdAt', w.created_at) ORDER BY w.version DESC)
         FROM framework_versions w WHERE w.tenant_id = f.tenant_id AND w.framework_id = f.id) AS versions
    FROM frameworks f JOIN framework_versions v ON v.tenant_id = f.tenant_id AND v.framework_id = f.id AND v.version = f.version
    WHERE f.tenant_id = ${tenantId} AND f.id = ${id}`)
  return rows[0]
}

export interface FrameworkVersionRow {
  name: string
  version: number
  body: string
  digest: string
  templateId: string | null
  templateVersion: number | null
}

/** One version; the current one when none is named. */
export async function findFrameworkVersion(
  db: RegionDb,
  tenantId: TenantId,
  id: string,
  version?: number,
): Promise<FrameworkVersionRow | undefined> {
  const rows = await db.all<FrameworkVersionRow>(sql`
    SELECT f.name, v.version, v.body, v.digest, f.template_id AS templateId, f.template_version AS templateVersion
    FROM frameworks f JOIN framework_versions v ON v.tenant_id = f.tenant_id AND v.framework_id = f.id AND v.version = ${version === undefined ? sql`f.version` : version}
    WHERE f.tenant_id = ${tenantId} AND f.id = ${id}`)
  return rows[0]
}

/** Placed after a framework was added: the list of a city stays whole, and two at once do not pass the limit together. */
export const guardFrameworkCount = (tenantId: TenantId, most: number): Statement =>
  abortUnless(sql`(SELECT count(*) FROM frameworks WHERE tenant_id = ${tenantId}) <= ${most}`)

export async function countFrameworks(db: RegionDb, tenantId: TenantId): Promise<number> {
  const row = await db.get<{ n: number }>(sql`SELECT count(*) AS n FROM frameworks WHERE tenant_id = ${tenantId}`)
  return row.n
}

export const insertFramework = (db: RegionDb, row: typeof frameworks.$inferInsert): Statement =>
  db.insert(frameworks).values(row)
export const insertFrameworkVersion = (db: RegionDb, row: typeof frameworkVersions.$inferInsert): Statement =>
  db.insert(frameworkVersions).values(row)

/** Changes one row when `version` is still current, none when somebody was first: follow it with expectChanges(1). */
export const moveFramework = (
  db: RegionDb,
  tenantId: TenantId,
  id: string,
  version: number,
  to: { version: number; updatedAt: number; name?: string; nameEn?: string },
): Statement =>
  db
    .update(frameworks)
    .set(to)
    .where(and(eq(frameworks.tenantId, tenantId), eq(frameworks.id, id), eq(frameworks.version, version)))

export interface DictionaryEntry {
  code: string
  name: string
  nameEn: string
  unit: string
  direction: 'benefit' | 'cost'
  numerator: string
  denominator: string
  department: string
  layer: string
  plausibleLow: number | null
  plausibleHigh: number | null
  scale: IndicatorScale | null
}

/** Of the framework's leaves, those whose collected values are in another unit than it would now say: `i` is the dictionary's entry. */
const UNIT_CONFLICTS = (tenantId: TenantId, entries: readonly Pick<DictionaryEntry, 'code' | 'unit'>[]): SQL => sql`
    FROM json_each(${JSON.stringify(entries.map((e) => [e.code, e.unit]))}) j
    JOIN indicators i ON i.tenant_id = ${tenantId} AND i.code = j.value->>0
    WHERE i.unit <> j.value->>1 AND EXISTS (SELECT 1 FROM observations o WHERE o.tenant_id = i.tenant_id AND o.indicator = i.code)`

export const findUnitConflicts = (
  db: RegionDb,
  tenantId: TenantId,
  entries: readonly Pick<DictionaryEntry, 'code' | 'unit'>[],
): Promise<{ code: string; unit: string }[]> =>
  db.all<{ code: string; unit: string }>(sql`SELECT i.code, i.unit ${UNIT_CONFLICTS(tenantId, entries)}`)

/** Aborts the batch when somebody has stored values in another unit since findUnitConflicts looked. */
export const guardUnits = (tenantId: TenantId, entries: readonly Pick<DictionaryEntry, 'code' | 'unit'>[]): Statement =>
  abortUnless(sql`NOT EXISTS (SELECT 1 ${UNIT_CONFLICTS(tenantId, entries)})`)

/** Inserts what the dictionary lacks; an entry follows the framework until the first value is collected under it. */
export function upsertIndicators(
  tenantId: TenantId,
  entries: readonly DictionaryEntry[],
  createdAt: number,
): Statement {
  return sql`
    INSERT INTO indicators (tenant_id, code, name, name_en, unit, direction, numerator, denominator, department, layer, plausible_low, plausible_high, scale, created_at)
    SELECT ${tenantId}, value->>'code', value->>'name', value->>'nameEn', value->>'unit', value->>'direction', value->>'numerator', value->>'denominator', value->>'department', value->>'layer',
      value->>'plausibleLow', value->>'plausibleHigh', value->>'scale', ${createdAt}
    FROM json_each(${JSON.stringify(entries)}) WHERE true
    ON CONFLICT (tenant_id, code) DO UPDATE SET name = excluded.name, name_en = excluded.name_en, unit = excluded.unit, direction = excluded.direction, numerator = excluded.numerator,
      denominator = excluded.denominator, department = excluded.department, layer = excluded.layer, plausible_low = excluded.plausible_low, plausible_high = excluded.plausible_high, scale = excluded.scale
    WHERE NOT EXISTS (SELECT 1 FROM observations o WHERE o.tenant_id = excluded.tenant_id AND o.indicator = excluded.code)`
}

/** An entry with collected values keeps what they mean; how it is scaled follows the framework last saved that says so, or a bound drawn
 * too tight could never be corrected. */
export const followScales = (
  tenantId: TenantId,
  entries: readonly Pick<DictionaryEntry, 'code' | 'unit' | 'scale'>[],
): Statement => sql`
  UPDATE indicators SET scale = j.value->>2 FROM json_each(${JSON.stringify(entries.map((e) => [e.code, e.unit, e.scale]))}) j
  WHERE indicators.tenant_id = ${tenantId} AND indicators.code = j.value->>0 AND indicators.unit = j.value->>1
    AND j.value->>2 IS NOT NULL AND indicators.scale IS NOT j.value->>2`
