/** What waits for somebody, in the order in which it has to be done; each with the page where it is done. */
import type { CountsRow } from '../../../db/region/queries/overview.ts'
import type { Permission } from '../../contract/names.ts'
import type { DueItem, Overview } from '../../contract/overview.ts'

export function dueItems(
  slug: string,
  counts: CountsRow,
  completeness: Overview['completeness'],
  populated: ReadonlyMap<string, number>,
  permissions: readonly Permission[],
): DueItem[] {
  const due: DueItem[] = []
  const add = (kind: DueItem['kind'], count: number, page: string): void => {
    if (count > 0) due.push({ kind, count, link: `/c/${slug}/${page}` })
  }
  if (permissions.includes('data:read')) {
    add('no-areas', counts.leaves < 2 ? 1 : 0, 'data?tab=areas')
    add('no-framework', counts.frameworks === 0 ? 1 : 0, 'frameworks')
    add('no-data', counts.observations === 0 ? 1 : 0, 'data/import')
    add('staged-import', counts.staged, 'data?tab=imports')
    add('rejected-import', counts.rejected, 'data?tab=imports')
    if (completeness !== null) {
      add(
        'missing-values',
        completeness.domains.reduce((n, d) => n + d.expected - d.filled, 0),
        'data?tab=completeness',
      )
      add('no-population', Math.max(0, counts.leaves - (populated.get(completeness.period) ?? 0)), 'data?tab=areas')
    }
  }
  if (permissions.includes('evaluation:read')) {
    add('draft-evaluation', counts.drafts, 'evaluations')
    add('relay-waiting', counts.waiting, 'evaluations')
  }
  return due
}
