/** Release rows → wire shape. */
import type { ReleaseRow } from '../../db/region/queries/releases.ts'
import type { Release } from '../contract/releases.ts'

export function releaseView(row: ReleaseRow): Release {
  const { id, basis, audience, evaluationId, title, fromAt, leftAt, supersedesId, supersededById, reason } = row
  // Guarantee: written by publishEvaluation; rows that an earlier release wrote lack it.
  const { published = [] } = JSON.parse(row.what) as { published?: string[] }
  return {
    id,
    basis,
    audience,
    evaluationId,
    title,
    published,
    from: fromAt,
    leftAt,
    supersedes: supersedesId,
    supersededBy: supersededById,
    reason,
    createdBy: row.createdBy,
    createdByName: row.createdByName,
    createdAt: row.createdAt,
    withdrawn:
      row.withdrawnAt === null
        ? null
        : {
            at: row.withdrawnAt,
            reason: row.withdrawnReason ?? '',
            by: row.withdrawnBy ?? '',
            byName: row.withdrawnByName ?? '',
          },
  }
}
