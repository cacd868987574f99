/** Published templates. Counts are taken from the newest body inside the database, so that a list carries no tree. */
import { sql } from 'drizzle-orm'
import { countNodes } from '../../countNodes.ts'
import type { HubDb } from '../../client.ts'

export interface TemplateRow {
  id: string
  slug: string
  name: string
  nameEn: string
  summary: string
  summaryEn: string
  ownerName: string | null
  latestVersion: number
  indicatorCount: number
  domainCount: number
  /** JSON: [{version, digest, notes, publishedAt}], newest first. */
  versions: string
}

export function listTemplates(db: HubDb): Promise<TemplateRow[]> {
  return db.all<TemplateRow>(sql`
    SELECT t.id, t.slug, t.name, t.name_en AS nameEn, t.summary, t.summary_en AS summaryEn, o.name AS ownerName, newest.version AS latestVersion,
      ${countNodes(sql`newest.body`, 'indicator')} AS indicatorCount, ${countNodes(sql`newest.body`, 'domain')} AS domainCount,
      (SELECT json_group_array(json_object('version', v.version, 'digest', v.digest, 'notes', v.notes, 'publishedAt', v.published_at) ORDER BY v.version DESC)
         FROM template_versions v WHERE v.template_id = t.id) AS versions
    FROM templates t
    JOIN template_versions newest ON newest.template_id = t.id AND newest.version = (SELECT max(version) FROM template_versions WHERE template_id = t.id)
    LEFT JOIN organisations o ON o.id = t.owner_id
    ORDER BY t.created_at, t.id`)
}

export interface TemplateVersionRow {
  id: string
  slug: string
  name: string
  nameEn: string
  version: number
  digest: string
  notes: string
  publishedAt: number
  body: string
}

/** `template` is an id or a slug. */
export async function findTemplateVersion(
  db: HubDb,
  template: string,
  version: number,
): Promise<TemplateVersionRow | undefined> {
  const rows = await db.all<TemplateVersionRow>(sql`
    SELECT t.id, t.slug, t.name, t.name_en AS nameEn, v.version, v.digest, v.notes, v.published_at AS publishedAt, v.body
    FROM templates t JOIN template_versions v ON v.template_id = t.id
    WHERE (t.id = ${template} OR t.slug = ${template}) AND v.version = ${version}`)
  return rows[0]
}
