/** Organisation row → wire shape. */
import type { OrganisationRow } from '../../../db/hub/queries/organisations.ts'
import type { Organisation } from '../../contract/wire.ts'

export const organisationView = (row: OrganisationRow): Organisation => ({
  id: row.id,
  kind: row.kind,
  slug: row.slug,
  name: row.name,
  nameEn: row.nameEn,
  regionCode: row.regionCode,
  isDemo: row.isDemo,
})
