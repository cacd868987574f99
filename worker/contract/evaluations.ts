/** Evaluations: what is asked for, the record, and the results by period. Scores are on 0–100. */
import { z } from 'zod'
import { EVALUATION_STATES } from '../release/states.ts'
import {
  Digest,
  Measure,
  NumberOrNull,
  PageQuery,
  Period,
  Since,
  Timestamp,
  listOf,
  WarningWire,
  pageOf,
} from './wire.ts'
import {
  AnchorSource,
  DefinitionBreak,
  FrameworkBody,
  MeasuringScale,
  MethodOptions,
  MethodOverrides,
  NodeKind,
  Target,
} from './frameworks.ts'

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

export const EvaluationState = z.enum(EVALUATION_STATES)

const HeadlineArea = z.object({ area: z.string(), name: z.string(), nameEn: z.string(), score: z.number() })

/** How 均等化程度 was measured: one convention for all periods, nodes and indicators of an evaluation. */
export const EqualityConvention = z
  .object({
    family: z
      .enum(['cv', 'gini'])
      .meta({ description: 'Dispersion the degree is read from: 100 × (1 − I), at least 0' }),
    weighting: z
      .enum(['population', 'none'])
      .meta({ description: 'none where a period lacks a population, so that no series mixes the two' }),
    sd: z.literal('population').meta({ description: 'Standard deviations divide by n (by Σp)' }),
    fewest: z.number().int().meta({ description: 'Areas with a value below which no degree is stated' }),
  })
  .meta({ id: 'EqualityConvention' })
export type EqualityConvention = z.infer<typeof EqualityConvention>

/** What a list or a dashboard shows of an evaluation: its latest period that has a score. `area` is the area's code. */
export const EvaluationHeadline = z
  .object({
    period: z.string(),
    previousPeriod: z
      .string()
      .nullable()
      .meta({ description: 'Null too where scores cannot be compared between periods' }),
    score: NumberOrNull.meta({ description: '综合得分 of the city, 0–100: mean of its areas’ scores' }),
    previousScore: NumberOrNull,
    lowest: HeadlineArea.nullable(),
    highest: HeadlineArea.nullable(),
    realization: NumberOrNull.meta({ description: '实现度, 0–100 %: attainment of standard and planned targets' }),
    previousRealization: NumberOrNull,
    realizationCoverage: z
      .number()
      .meta({ description: 'Share of the weight that has such a target and a value, 0–1' }),
    degree: NumberOrNull.meta({ description: '均等化程度, 0–100, from raw values by `equality`' }),
    previousDegree: NumberOrNull,
    degreeCoverage: z.number().meta({ description: 'Share of the weight that has a degree, 0–1' }),
    equality: EqualityConvention,
    areaCount: z.number().int().meta({ description: 'Areas with a score: the n of every dispersion' }),
    scoreCv: NumberOrNull.meta({
      description: '得分离散: coefficient of variation of the areas’ scores, which have no true zero',
    }),
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
export const ListEvaluationsQuery = PageQuery.extend({
  since: Since,
  state: listOf(EvaluationState.options.join('|')),
  period: listOf('[0-9]{4}(-[HQ0-9][0-9]?)?').meta({
    description: 'Only evaluations of at least one of these periods, comma-separated.',
    example: '2023,2024',
  }),
})

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
    targetSource: AnchorSource.nullable().meta({ description: 'Null without a target, and for a parent' }),
    floor: NumberOrNull,
    floorSource: AnchorSource.nullable(),
    scale: MeasuringScale.nullable().meta({ description: 'Null for a parent' }),
    denominator: z.string().nullable().meta({ description: 'What it is divided by' }),
    caution: z.string().nullable(),
    breaks: z.array(DefinitionBreak),
    estimatedShare: z
      .number()
      .meta({ description: 'Share of the weight below (or itself: 0 or 1) whose anchors are all estimated, 0–1' }),
  })
  .meta({ id: 'EvaluationNode' })
export type EvaluationNode = z.infer<typeof EvaluationNode>

/** A cell the method adjusted: a treated outlier, an imputed or a clipped value. */
export const AdjustedCell = z.object({
  kind: z.enum(['treated', 'imputed', 'clipped']),
  indicator: z.string(),
  area: z.string(),
  period: z.string(),
  from: NumberOrNull,
  to: NumberOrNull,
  note: z.string(),
})
export type AdjustedCell = z.infer<typeof AdjustedCell>

/** One series per node and indicator over the evaluation's periods. */
export const NodeSeries = z.object({
  score: z.array(NumberOrNull).meta({ description: '0–100, of the city' }),
  realization: z.array(NumberOrNull).meta({ description: '实现度 0–100 %, of the city' }),
  degree: z.array(NumberOrNull).meta({ description: '均等化程度 0–100' }),
  gini: z.array(NumberOrNull).meta({ description: 'Of raw values for an indicator, of scores for a node' }),
  cv: z.array(NumberOrNull).meta({ description: 'As gini' }),
  theilT: z.array(NumberOrNull).meta({ description: 'As gini' }),
})
export type NodeSeries = z.infer<typeof NodeSeries>

export const ScoresOverTime = z.enum(['comparable', 'sample-bounds']).meta({
  description:
    'sample-bounds: each period was scored against its own areas, so scores of two periods must not be read against each other',
})

export const Evaluation = EvaluationSummary.extend({
  method: MethodOptions,
  equality: EqualityConvention,
  scoresOverTime: ScoresOverTime,
  areas: z.array(EvaluationArea),
  nodes: z.array(EvaluationNode),
  series: z.record(z.string(), NodeSeries),
  warnings: z.array(WarningWire),
  adjusted: z.array(AdjustedCell),
  /** Which means and indices are population-weighted; false where a period lacks a population. */
  weightedPeriods: z.record(z.string(), z.boolean()),
}).meta({ id: 'Evaluation' })
export type Evaluation = z.infer<typeof Evaluation>

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
export const TargetGap = z
  .object({
    indicator: z.string(),
    area: z.string(),
    value: z.number(),
    target: Target,
    targetKind: AnchorSource.shape.kind,
    gap: z
      .number()
      .meta({ description: 'Distance to the target, in the indicator’s unit (percentage points for a percentage)' }),
    gapShare: z.number().meta({ description: 'gap/|target|; 1 where the target is 0' }),
    inRange: NumberOrNull.meta({ description: 'gap/|target − floor|: 1 = at the floor; null without a floor' }),
    priority: NumberOrNull.meta({ description: 'effective weight × inRange: the order of the list' }),
    people: NumberOrNull.meta({ description: 'People behind `peopleBasis`' }),
    peopleBasis: z.enum(['target-population', 'area-population']).nullable().meta({
      description:
        'target-population: residents not reached by a share of residents; area-population: 所在地区常住人口, not the people affected',
    }),
  })
  .meta({ id: 'TargetGap' })
export type TargetGap = z.infer<typeof TargetGap>

/** 均等化程度 of one indicator (from raw values) or node (carried up by weight) in one period. */
export const EqualityLine = z
  .object({
    degree: NumberOrNull.meta({ description: '0–100 = 100 × max(0, 1 − I)' }),
    reason: z
      .string()
      .optional()
      .meta({ description: 'Why there is none: too-few-areas, non-positive-mean, outside-scale, low-coverage …' }),
    coverage: z.number().meta({ description: 'Share of the weight below that has a degree, 0–1' }),
    clipped: z.boolean().meta({ description: 'I above 1, shown as degree 0; for a node: some leaf below' }),
    index: NumberOrNull.meta({ description: 'I; null for a node' }),
    n: z.number().int().meta({ description: 'Areas with a value; 0 for a node' }),
    mean: NumberOrNull.meta({ description: 'In the indicator’s unit; null for a node' }),
    sd: NumberOrNull.meta({ description: 'Population standard deviation, in the indicator’s unit' }),
    sampleSd: NumberOrNull.meta({ description: 'With n − 1; null under weights' }),
    meanDifference: NumberOrNull.meta({ description: 'Half the mean absolute difference, in the indicator’s unit' }),
  })
  .meta({ id: 'EqualityLine' })
export type EqualityLine = z.infer<typeof EqualityLine>

/** 实现度 of a node over the areas, 0–100 %; null below the coverage the method asks for. */
export const RealizationColumns = z
  .object({
    areas: z.array(NumberOrNull).meta({ description: 'By area, 0–100 %' }),
    coverage: z
      .array(z.number())
      .meta({ description: 'By area: share of the weight with a standard or planned target and a value, 0–1' }),
    city: NumberOrNull.meta({ description: 'Mean over areas, by population where there are populations, 0–100 %' }),
    cityCoverage: z.number().meta({ description: 'Mean coverage over areas, 0–1' }),
  })
  .meta({ id: 'RealizationColumns' })
export type RealizationColumns = z.infer<typeof RealizationColumns>

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
    equality: z.record(z.string(), EqualityLine).meta({ description: 'By node and indicator' }),
    realization: z
      .record(z.string(), RealizationColumns)
      .meta({ description: 'By node with children, and by indicator that has a standard or planned target' }),
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
