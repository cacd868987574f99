/** Area row → wire. */
import type { AreaRow } from '../../../db/region/queries/areas.ts'
import type { Area } from '../../contract/areas.ts'

export function areaView(row: AreaRow): Area {
  return {
    id: row.id,
    code: row.code,
    name: row.name,
    nameEn: row.nameEn,
    parentCode: row.parentCode,
    setting: row.setting,
    grouping: row.grouping,
    sort: row.sort,
  }
}
