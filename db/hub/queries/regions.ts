/** The regions of the platform, with how many of their cities take part and have published. */
import { sql } from 'drizzle-orm'
import type { HubDb } from '../../client.ts'

export interface RegionRow {
  code: string
  name: string
  nameEn: string
  cityCount: number
  publishedCityCount: number
}

export function listRegions(db: HubDb): Promise<RegionRow[]> {
  return db.all<RegionRow>(sql`
    SELECT r.code, r.name, r.name_en AS nameEn, count(o.id) AS cityCount, count(o.id) FILTER (WHERE EXISTS (SELECT 1 FROM publications p WHERE p.city_id = o.id AND NOT EXISTS (SELECT 1 FROM release_withdrawals w WHERE w.release_id = p.id))) AS publishedCityCount
    FROM regions r LEFT JOIN organisations o ON o.region_code = r.code AND o.kind = 'city' AND o.status = 'active'
    GROUP BY r.code ORDER BY r.sort, r.code`)
}
