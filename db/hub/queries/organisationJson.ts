/** An organisation as the JSON that travels in a row beside what belongs to it: the columns of the wire's Organisation, under an alias. */
import { sql } from 'drizzle-orm'

export const organisationJson = (alias: 'o' | 'c') =>
  sql.raw(
    `json_object('id', ${alias}.id, 'kind', ${alias}.kind, 'slug', ${alias}.slug, 'name', ${alias}.name, 'nameEn', ${alias}.name_en, 'regionCode', ${alias}.region_code, 'isDemo', json(iif(${alias}.is_demo, 'true', 'false')))`,
  )
