/** Publication rows → wire shapes. */
import { AppError } from '../../contract/problems.ts'
import { sentence } from '../../words/sentence.ts'
import { PublicationSummary } from '../../contract/public.ts'
import type { PublicationRow } from '../../../db/hub/queries/publications.ts'
import { significantOrNull } from '../disclosure/rounding.ts'
import type { PublishedHeadline } from './facts.ts'

const { city: City, template: Template } = PublicationSummary.shape

export function publicationView(row: PublicationRow): PublicationSummary {
  const { id, title, frameworkName, frameworkVersion, firstPeriod, lastPeriod, digest, headlineScore, publishedAt } =
    row
  // Guarantee: written by publishEvaluation.
  const current = row.format !== null
  const headline = row.headline === null || !current ? null : (JSON.parse(row.headline) as PublishedHeadline)
  const template = row.template === null ? null : Template.parse(JSON.parse(row.template))
  return {
    id,
    city: City.parse(JSON.parse(row.city)),
    title,
    frameworkName,
    frameworkVersion,
    template,
    firstPeriod,
    lastPeriod,
    digest,
    series: row.series ?? template?.id ?? id,
    headlineScore: current ? headlineScore : significantOrNull(headlineScore),
    realization: headline?.realization ?? null,
    realizationCoverage: headline?.realizationCoverage ?? null,
    degree: headline?.degree ?? null,
    degreeCoverage: headline?.degreeCoverage ?? null,
    equality: headline?.equality ?? null,
    publishedAt,
    isLatest: row.isLatest === 1,
    supersedes: row.supersedes,
    supersededBy: row.supersededBy,
    correctionReason: row.correctionReason,
    withdrawn: row.withdrawnAt === null ? null : { at: row.withdrawnAt, reason: row.withdrawnReason ?? '' },
  }
}

/** Throws 410 with what is left of it where the city took it back. */
export function requireStanding(row: PublicationRow): void {
  const { id, city, title, firstPeriod, lastPeriod, publishedAt, withdrawn, supersededBy } = publicationView(row)
  if (withdrawn === null) return
  throw new AppError('withdrawn', sentence('releases.why-withdrawn', { reason: withdrawn.reason }), [], {
    members: {
      withdrawn: {
        publicationId: id,
        city,
        title,
        firstPeriod,
        lastPeriod,
        publishedAt,
        withdrawnAt: withdrawn.at,
        reason: withdrawn.reason,
        supersededBy,
      },
    },
  })
}
