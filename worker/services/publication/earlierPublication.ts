/** The head of a publication that an earlier release made, when every index left the region: its title and the whole's score, and nothing
 * from which a value could be worked out. What was stored then is read by nobody any more. */
import { AREA_DECIMALS, FIGURES } from '../disclosure/rounding.ts'
import { FEWEST_FOR_INDICATOR } from '../disclosure/publicFacts.ts'
import { publicationView } from './view.ts'
import type { PublicationRow } from '../../../db/hub/queries/publications.ts'
import type { Publication } from '../../contract/publication.ts'

export const PROJECTED_FORMAT = 'junheng/publication@0'

export function earlierPublication(row: PublicationRow, licence: string): Publication {
  const {
    isLatest: _isLatest,
    supersedes: _supersedes,
    supersededBy: _supersededBy,
    correctionReason: _correctionReason,
    withdrawn: _withdrawn,
    ...summary
  } = publicationView(row)
  return {
    ...summary,
    format: PROJECTED_FORMAT,
    digestOf: 'inputs',
    licence,
    evaluation: null,
    periods: [...new Set([summary.firstPeriod, summary.lastPeriod])],
    areas: [],
    nodes: [],
    latest: null,
    disclosure: {
      raw: 'withheld',
      published: [],
      withheld: [],
      figures: FIGURES,
      areaDecimals: AREA_DECIMALS,
      fewestAreas: FEWEST_FOR_INDICATOR,
      kept: [{ what: 'areaScores', node: '', period: null, reason: 'earlier-release' }],
    },
  }
}
