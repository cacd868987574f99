/** Evaluations: what is asked for, the record, and the results by period. Scores are on 0–100. */
import { z } from 'zod'
import { Digest, Measure, NumberOrNull, PageQuery, Period, Timestamp, WarningWire, pageOf } from '../wire.ts'
import { FrameworkBody, MethodOptions, MethodOverrides, NodeKind, Target } from '../frameworks/schema.ts'

export const CreateEvaluation = z.strictObject({
  title: z.string().trim().min(1).max(120),
  frameworkId: z.string(),
  frameworkVersion: z.number().int().min(1).optional(),
  periods: z.array(Period).min(1).max(20),
  /** Area codes; absent = every area without children. */
  areaCodes: z.array(z.string()).min(2).max(3500).optional(),
  /** Laid over the framework's own method. */
  method: MethodOverrides.optional(),
})
export type CreateEvaluation = z.infer<typeof CreateEvaluation>

export const EvaluationState = z.enum(['draft', 'published'])

const HeadlineArea = z.object({ area: z.string(), name: z.string(), nameEn: z.string(), score: z.number() })

/** What a list or a dashboard shows of an evaluation: its latest period that has a score. `area` is the area's code. */
export const EvaluationHeadline = z
  .object({
    period: z.string(),
    previousPeriod: z.string().nullable(),
    score: NumberOrNull,
    previousScore: NumberOrNull,
    lowest: HeadlineArea.nullable(),
    highest: HeadlineArea.nullable(),
    indexKey: z.string(),
    index: NumberOrNull,
    /** 100 × (1 − index) */
    degree: NumberOrNull,
    previousDegree: NumberOrNull,
    cv: NumberOrNull,
    weighted: z.boolean(),
  })
  .meta({ id: 'EvaluationHeadline' })
export type EvaluationHeadline = z.infer<typeof EvaluationHeadline>

export const EvaluationSummary = z
  .object({
    id: z.string(),
    title: z.string(),
    state: EvaluationState,
    frameworkId: z.string(),
    frameworkName: z.string(),
    frameworkVersion: z.number().int(),
    periods: z.array(z.string()),
    areaCount: z.number().int(),
    indicatorCount: z.number().int(),
    missingCount: z.number().int(),
    warningCount: z.number().int(),
    headline: EvaluationHeadline,
    engineVersion: z.string(),
    inputDigest: Digest,
    resultDigest: Digest,
    createdBy: z.string(),
    createdAt: Timestamp,
    publishedAt: Timestamp.nullable(),
    publicationId: z.string().nullable(),
  })
  .meta({ id: 'EvaluationSummary' })
export type EvaluationSummary = z.infer<typeof EvaluationSummary>
export const EvaluationPage = pageOf(EvaluationSummary)
export const ListEvaluationsQuery = PageQuery

export const EvaluationArea = z.object({
  code: z.string(),
  name: z.string(),
  nameEn: z.string(),
  setting: z.enum(['urban', 'rural']).nullable(),
  grouping: z.string(),
})
export type EvaluationArea = z.infer<typeof EvaluationArea>

/** The framework tree, flattened in depth-first order. */
export const EvaluationNode = z
  .object({
    code: z.string(),
    parent: z.string().nullable(),
    kind: NodeKind,
    name: z.string(),
    nameEn: z.string(),
    localWeight: z.number(),
    effectiveWeight: z.number(),
    unit: z.string().nullable(),
    direction: z.enum(['benefit', 'cost']).nullable(),
    target: Target.nullable(),
  })
  .meta({ id: 'EvaluationNode' })
export type EvaluationNode = z.infer<typeof EvaluationNode>

/** A cell the method touched: a treated outlier, an imputed or a clipped value. */
export const TouchedCell = z.object({
  kind: z.enum(['treated', 'imputed', 'clipped']),
  indicator: z.string(),
  area: z.string(),
  period: z.string(),
  from: NumberOrNull,
  to: NumberOrNull,
  note: z.string(),
})
export type TouchedCell = z.infer<typeof TouchedCell>

/** One series per node and indicator over the evaluation's periods. */
export const NodeSeries = z.object({
  score: z.array(NumberOrNull),
  gini: z.array(NumberOrNull),
  cv: z.array(NumberOrNull),
  theilT: z.array(NumberOrNull),
  degree: z.array(NumberOrNull),
})
export type NodeSeries = z.infer<typeof NodeSeries>

export const Evaluation = EvaluationSummary.extend({
  method: MethodOptions,
  areas: z.array(EvaluationArea),
  nodes: z.array(EvaluationNode),
  series: z.record(z.string(), NodeSeries),
  warnings: z.array(WarningWire),
  touched: z.array(TouchedCell),
  /** Which means and indices are population-weighted; false where a period lacks a population. */
  weightedPeriods: z.record(z.string(), z.boolean()),
}).meta({ id: 'Evaluation' })
export type Evaluation = z.infer<typeof Evaluation>

/** Index keys stored for each node and indicator; definitions in docs/methods and worker/engine/indices. */
export const STORED_INDICES = [
  'cv',
  'gini',
  'theilT',
  'theilL',
  'atkinson',
  'hoover',
  'ratioMaxMin',
  'range',
  'relativeRange',
] as const

export const NodeIndices = z
  .object({
    n: z.number().int(),
    missing: z.number().int(),
    /** Of raw values for an indicator, of scores for a node; population-weighted when `weighted` is there. */
    mean: NumberOrNull,
    unweighted: z.record(z.string(), Measure),
    /** null when the period lacks a population for some area. */
    weighted: z.record(z.string(), Measure).nullable(),
  })
  .meta({ id: 'NodeIndices' })
export type NodeIndices = z.infer<typeof NodeIndices>

const GroupPart = z.object({
  key: z.string(),
  n: z.number().int(),
  share: z.number(),
  mean: z.number(),
  value: NumberOrNull,
  contribution: NumberOrNull,
})
export const TheilSplit = z.object({
  total: z.number(),
  between: z.number(),
  within: z.number(),
  groups: z.array(GroupPart),
})
export type TheilSplit = z.infer<typeof TheilSplit>
/** by: 'setting' = urban/rural, 'grouping' = the city's own groups. Indicators are split on raw values, nodes on scores. */
export const Decomposition = z.object({
  by: z.enum(['setting', 'grouping']),
  code: z.string(),
  weighted: z.boolean(),
  theilT: TheilSplit.nullable(),
  theilL: TheilSplit.nullable(),
  reason: z.string().optional(),
})
export type Decomposition = z.infer<typeof Decomposition>

/** One area short of one target. gap > 0 = how far short, in the indicator's unit, whatever its direction. */
export const TargetGap = z.object({
  indicator: z.string(),
  area: z.string(),
  value: z.number(),
  target: Target,
  gap: z.number(),
  gapShare: z.number(),
  people: NumberOrNull,
})
export type TargetGap = z.infer<typeof TargetGap>

/** Arrays run along `areas` of the evaluation. */
export const PeriodResult = z
  .object({
    period: z.string(),
    populations: z.array(NumberOrNull),
    values: z.record(z.string(), z.array(NumberOrNull)),
    normalised: z.record(z.string(), z.array(NumberOrNull)),
    scores: z.record(z.string(), z.array(NumberOrNull)),
    ranks: z.record(z.string(), z.array(NumberOrNull)),
    /** The city as a whole: mean of its areas' scores, population-weighted where the period has populations. */
    cityScores: z.record(z.string(), NumberOrNull),
    indices: z.record(z.string(), NodeIndices),
    decompositions: z.array(Decomposition),
    /** Worst first, at most 5,000; `gapCount` is how many there are. */
    gaps: z.array(TargetGap),
    gapCount: z.number().int(),
  })
  .meta({ id: 'PeriodResult' })
export type PeriodResult = z.infer<typeof PeriodResult>

/** What an evaluation was computed from, areas in order of their codes. */
export const SnapshotPeriod = z.object({
  period: z.string(),
  populations: z.array(NumberOrNull),
  values: z.record(z.string(), z.array(NumberOrNull)),
})
export type SnapshotPeriod = z.infer<typeof SnapshotPeriod>
export const Snapshot = z.object({ areas: z.array(EvaluationArea), periods: z.array(SnapshotPeriod) })
export type Snapshot = z.infer<typeof Snapshot>

/** The four things `inputDigest` names: SHA-256 over the canonical JSON (RFC 8785) of {snapshot, framework, options, engineVersion}. */
export const EvaluationInputs = z
  .object({
    snapshot: Snapshot,
    framework: FrameworkBody,
    options: MethodOptions,
    engineVersion: z.string(),
    inputDigest: Digest,
  })
  .meta({ id: 'EvaluationInputs' })
export type EvaluationInputs = z.infer<typeof EvaluationInputs>
