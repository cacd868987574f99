/** What a run computes, in the parts it is stored in. Gaps, raw values and populations are not among them: they follow from the snapshot. */
import type { z } from 'zod'
import type { DomainLine, WorstGap } from '../../contract/overview.ts'
import type {
  EqualityConvention,
  Evaluation,
  EvaluationArea,
  EvaluationHeadline,
  EvaluationNode,
  NodeSeries,
  PeriodResult,
  AdjustedCell,
} from '../../contract/evaluations.ts'

export type StoredPeriod = Pick<
  PeriodResult,
  | 'period'
  | 'normalised'
  | 'scores'
  | 'ranks'
  | 'cityScores'
  | 'indices'
  | 'equality'
  | 'realization'
  | 'decompositions'
>

/** Words are put to a warning when it is read, in the reader's language. */
export interface StoredWarning {
  readonly code: string
  readonly path?: string
  /** An engine's own English, of codes that no catalogue knows; earlier releases kept it with every warning. */
  readonly message?: string
}

export interface Panel {
  readonly areas: readonly EvaluationArea[]
  readonly nodes: readonly EvaluationNode[]
  readonly series: Readonly<Record<string, NodeSeries>>
  readonly warnings: readonly StoredWarning[]
  readonly adjusted: readonly z.infer<typeof AdjustedCell>[]
  readonly weightedPeriods: Readonly<Record<string, boolean>>
  readonly equality: EqualityConvention
  readonly scoresOverTime: Evaluation['scoresOverTime']
}

/** The `summary` column of an evaluation. */
export interface StoredSummary {
  readonly frameworkName: string
  readonly areaCount: number
  readonly indicatorCount: number
  readonly missingCount: number
  readonly warningCount: number
  readonly headline: EvaluationHeadline
  /** For the dashboard, so that it reads one row. */
  readonly board: {
    readonly series: NodeSeries
    readonly domains: readonly DomainLine[]
    readonly worstGaps: readonly WorstGap[]
    /** Absent where an earlier release stored it. */
    readonly estimatedShare?: number
    readonly scoresOverTime?: Evaluation['scoresOverTime']
  }
}

export interface Results {
  readonly panel: Panel
  readonly periods: readonly StoredPeriod[]
  readonly missingCount: number
  readonly headline: EvaluationHeadline
  readonly board: StoredSummary['board']
}
