/** Publication rows → wire shapes. */
import { degreeOf } from '../evaluation/seriesOf.ts'
import { PublicationSummary } from '../../routes/public/schema.ts'
import type { PublicationRow } from '../../../db/hub/queries/publications.ts'

const { city: City, template: Template } = PublicationSummary.shape

export function publicationView(row: PublicationRow): PublicationSummary {
  const {
    id,
    title,
    frameworkName,
    frameworkVersion,
    firstPeriod,
    lastPeriod,
    digest,
    headlineScore,
    headlineIndexKey,
    headlineIndex,
    publishedAt,
  } = row
  return {
    id,
    city: City.parse(JSON.parse(row.city)),
    title,
    frameworkName,
    frameworkVersion,
    template: row.template === null ? null : Template.parse(JSON.parse(row.template)),
    firstPeriod,
    lastPeriod,
    digest,
    headlineScore,
    headlineIndexKey,
    headlineIndex,
    degree: degreeOf(headlineIndex),
    publishedAt,
    isLatest: row.isLatest === 1,
  }
}
