/** Evaluations stored by engines before 1.1.0 have no realization, and their degree was read from scores, which is no 均等化程度. They stay
 * readable: what they lack is null, and a warning says how to get it. */
import type { EqualityConvention, EvaluationHeadline, EvaluationNode, NodeSeries } from '../../contract/evaluations.ts'
import type { Panel, StoredSummary } from './results.types.ts'

const CONVENTION: EqualityConvention = { family: 'cv', weighting: 'none', sd: 'population', fewest: 3 }
const WARNING = { code: 'older-engine' }

/** What stands behind a stored period that lacks it. */
export const LACKING_IN_PERIOD = { equality: {}, realization: {} }
export const lacksMeaning = (resultJson: string): boolean => !resultJson.includes('"equality":')

export function currentPanel(panel: Panel): Panel {
  if ('equality' in panel) return panel
  const old = panel as unknown as Omit<Panel, 'equality' | 'scoresOverTime'>
  return {
    ...old,
    nodes: old.nodes.map(currentNode),
    series: Object.fromEntries(Object.entries(old.series).map(([code, line]) => [code, currentSeries(line)])),
    warnings: [...old.warnings, WARNING],
    equality: CONVENTION,
    scoresOverTime: 'comparable',
  }
}

/** Guarantee: `summary` was written by runEvaluation. */
export const storedSummary = (row: { readonly summary: string }): StoredSummary =>
  currentSummary(JSON.parse(row.summary) as StoredSummary)

function currentSummary(stored: StoredSummary): StoredSummary {
  const summary = { ...stored, board: currentBoard(stored.board) }
  if ('realization' in summary.headline) return summary
  const { headline, board } = summary as Omit<StoredSummary, 'headline'> & {
    headline: EvaluationHeadline & { cv?: number | null }
  }
  return {
    ...summary,
    headline: {
      period: headline.period,
      previousPeriod: headline.previousPeriod,
      score: headline.score,
      previousScore: headline.previousScore,
      lowest: headline.lowest,
      highest: headline.highest,
      realization: null,
      previousRealization: null,
      realizationCoverage: 0,
      degree: null,
      previousDegree: null,
      degreeCoverage: 0,
      equality: CONVENTION,
      areaCount: summary.areaCount,
      scoreCv: headline.cv ?? null,
      weighted: headline.weighted,
    },
    board: {
      series: currentSeries(board.series),
      domains: board.domains.map((d) => ({ ...d, realization: null, degree: null })),
      // Their order was that of districts' sizes.
      worstGaps: [],
    },
  }
}

/** What is `worstGaps` was `shortBoards` before. */
function currentBoard(
  board: StoredSummary['board'] & { shortBoards?: StoredSummary['board']['worstGaps'] },
): StoredSummary['board'] {
  const { shortBoards, ...rest } = board
  return shortBoards === undefined ? rest : { ...rest, worstGaps: shortBoards }
}

function currentSeries(line: NodeSeries): NodeSeries {
  const none = line.score.map(() => null)
  return { ...line, realization: none, degree: none }
}

function currentNode(node: EvaluationNode): EvaluationNode {
  return {
    ...node,
    targetSource: node.target === null ? null : { kind: 'estimated', document: '', year: null },
    floor: null,
    floorSource: null,
    scale: node.kind === 'indicator' ? { kind: 'ratio' } : null,
    denominator: null,
    caution: null,
    breaks: [],
    estimatedShare: 1,
  }
}
