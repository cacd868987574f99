/** What every deployment is seeded with, demonstration or not: the registry of regions and the published templates. Statements may be
 * run any number of times: regions are brought up to date, template versions are only ever added. */
import { digestOf } from '../../worker/engine/digest/digestOf.ts'
import { REGIONS } from '../regions.ts'
import { SEED_TEMPLATES } from './templates/templates.ts'

export interface SeedStatement {
  readonly sql: string
  readonly params: readonly (string | number | null)[]
}

export async function productStatements(nowMs: number): Promise<SeedStatement[]> {
  const regions = REGIONS.map((r, sort) => ({
    sql: 'INSERT INTO regions (code, name, name_en, sort, created_at) VALUES (?, ?, ?, ?, ?) ON CONFLICT (code) DO UPDATE SET name = excluded.name, name_en = excluded.name_en, sort = excluded.sort',
    params: [r.code, r.name, r.nameEn, sort, nowMs],
  }))
  const templates = await Promise.all(
    SEED_TEMPLATES.map(async (t) => [
      {
        sql: 'INSERT INTO templates (id, slug, name, name_en, summary, summary_en, owner_id, created_at) VALUES (?, ?, ?, ?, ?, ?, NULL, ?) ON CONFLICT (id) DO NOTHING',
        params: [t.id, t.slug, t.name, t.nameEn, t.summary, t.summaryEn, nowMs],
      },
      {
        sql: 'INSERT INTO template_versions (template_id, version, digest, body, notes, published_at) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (template_id, version) DO NOTHING',
        params: [t.id, t.version, await digestOf(t.body), JSON.stringify(t.body), t.notes, nowMs],
      },
    ]),
  )
  return [...regions, ...templates.flat()]
}
