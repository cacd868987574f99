/** The tree that templates and a city's frameworks share, and the method options that travel with it. */
import { OFFERED_NORMALISATIONS } from '../engine/normalise/catalogue.ts'
import { z } from 'zod'
import { Code, Digest, FieldValue, NumberOrNull, Period, Timestamp } from './wire.ts'

export const NodeKind = z.enum(['root', 'dimension', 'domain', 'category', 'indicator'])
export const Target = z.union([z.number(), z.tuple([z.number(), z.number()])])

export const AnchorKind = z.enum(['standard', 'plan', 'estimated'])
export type AnchorKind = z.infer<typeof AnchorKind>

/** What an anchor rests on. `estimated` = ours or the city's own judgement, in no document that binds anybody. */
export const AnchorSource = z
  .strictObject({
    kind: AnchorKind.meta({
      description: 'standard = national or local standard, plan = planned value, estimated = neither',
    }),
    document: z.string().max(200).meta({ description: 'Name of the standard or plan; of an estimate, whose it is' }),
    year: z.number().int().min(1900).max(2200).nullable().meta({ description: 'Year that the value is meant for' }),
  })
  .meta({ id: 'AnchorSource' })
export type AnchorSource = z.infer<typeof AnchorSource>

/** The scale that an indicator's raw values really have; equality is measured on it. */
export const MeasuringScale = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('ratio').meta({ description: 'a true zero and no upper end: beds per 1,000, yuan a head' }),
    }),
    z.strictObject({
      kind: z.literal('bounded').meta({ description: 'a share or score between two ends: coverage 0–100 %' }),
      low: z.number().meta({ description: 'Lower end, in the indicator’s unit' }),
      high: z.number().meta({ description: 'Upper end, in the indicator’s unit' }),
    }),
  ])
  .meta({ id: 'MeasuringScale' })

/** From this period on the indicator is defined otherwise: its series is drawn with a gap before it. */
export const DefinitionBreak = z
  .strictObject({
    period: Period.meta({ description: 'First period under the new definition' }),
    note: z.string().min(1).max(300).meta({ description: 'What changed' }),
  })
  .meta({ id: 'DefinitionBreak' })
export type DefinitionBreak = z.infer<typeof DefinitionBreak>

/** What a leaf adds to a node. On import a value outside plausibleLow/High asks for a reason; one that the scale cannot hold is refused. */
export const IndicatorFacts = z.strictObject({
  unit: z.string().max(40).meta({ description: 'Unit of its values, as printed' }),
  direction: z.enum(['benefit', 'cost']).meta({ description: 'benefit = more is better' }),
  target: Target.nullable().meta({
    description: 'Value (or range) to be reached, in the indicator’s unit; scores 100 between anchors',
  }),
  targetSource: AnchorSource.optional().meta({ description: 'Absent counts as estimated' }),
  goalposts: z
    .tuple([z.number(), z.number()])
    .nullable()
    .meta({ description: '[lo, hi] in the indicator’s unit, for min-max between fixed bounds' }),
  floor: NumberOrNull.meta({
    description: 'Value that must not be missed (不允许值), in the indicator’s unit; scores 60 between anchors',
  }),
  floorSource: AnchorSource.optional().meta({ description: 'Absent counts as estimated' }),
  scale: MeasuringScale.optional().meta({ description: 'Absent counts as ratio' }),
  caution: z.string().max(300).optional().meta({ description: 'Where the number misleads' }),
  breaks: z.array(DefinitionBreak).max(20).optional().meta({ description: 'Changes of definition, by period' }),
  layer: z.string().max(20).meta({ description: '基础 floor, 发展 innovation, 民生 people’s experience' }),
  department: z.string().max(80).meta({ description: 'Department that answers for it' }),
  numerator: z.string().max(300).meta({ description: 'What is counted' }),
  denominator: z.string().max(300).meta({ description: 'What it is divided by; 常住人口 = the residents' }),
  source: z.string().max(300).meta({ description: 'Source of definition and anchors, in words' }),
  plausibleLow: NumberOrNull.meta({ description: 'Usual range, lower end' }),
  plausibleHigh: NumberOrNull.meta({ description: 'Usual range, upper end' }),
})
export type IndicatorFacts = z.infer<typeof IndicatorFacts>

export interface TreeNode {
  code: string
  name: string
  nameEn: string
  kind: z.infer<typeof NodeKind>
  weight: number
  indicator?: IndicatorFacts | undefined
  children?: TreeNode[] | undefined
}
export const TreeNode: z.ZodType<TreeNode> = z
  .lazy(() =>
    z.strictObject({
      code: Code,
      name: z.string().min(1).max(200),
      nameEn: z.string().max(300),
      kind: NodeKind,
      weight: z.number().min(0).max(1e6),
      indicator: IndicatorFacts.optional(),
      children: z.array(TreeNode).min(1).max(500).optional(),
    }),
  )
  .meta({ id: 'TreeNode' })

/** See worker/engine/composite.types.ts for what each option means. */
export const MethodOptions = z
  .strictObject({
    treatment: z.enum(['none', 'winsorise', 'tukey']).default('none'),
    imputation: z.enum(['none', 'median', 'locf']).default('none'),
    normalisation: z.enum(OFFERED_NORMALISATIONS).default('minmax'),
    bounds: z.enum(['sample', 'pooled', 'goalposts', 'anchors']).default('pooled'),
    weighting: z.enum(['given', 'equal']).default('given'),
    aggregation: z.enum(['arithmetic', 'geometric', 'harmonic']).default('arithmetic'),
    missing: z.enum(['renormalise', 'strict']).default('renormalise'),
    minCoverage: z
      .number()
      .min(0)
      .max(1)
      .default(2 / 3),
    /** Dispersion that 均等化程度 is read from, indicator by indicator. */
    equalityFamily: z.enum(['cv', 'gini']).default('cv'),
    /** population: areas count by their residents, where every period has all populations; otherwise, and with none, alike. */
    equalityWeighting: z.enum(['population', 'none']).default('population'),
    /** Share of the weight that must have a standard or planned target and a value before 实现度 is stated. */
    realizationCoverage: z.number().min(0).max(1).default(0.5),
  })
  .meta({ id: 'MethodOptions' })
export type MethodOptions = z.infer<typeof MethodOptions>

const {
  treatment,
  imputation,
  normalisation,
  bounds,
  weighting,
  aggregation,
  missing,
  minCoverage,
  equalityFamily,
  equalityWeighting,
  realizationCoverage,
} = MethodOptions.shape
/** Options laid over a framework's own. Not `MethodOptions.partial()`: that would fill in the defaults and so override what the framework says. */
export const MethodOverrides = z
  .strictObject({
    treatment: treatment.unwrap(),
    imputation: imputation.unwrap(),
    normalisation: normalisation.unwrap(),
    bounds: bounds.unwrap(),
    weighting: weighting.unwrap(),
    aggregation: aggregation.unwrap(),
    missing: missing.unwrap(),
    minCoverage: minCoverage.unwrap(),
    equalityFamily: equalityFamily.unwrap(),
    equalityWeighting: equalityWeighting.unwrap(),
    realizationCoverage: realizationCoverage.unwrap(),
  })
  .partial()
  .meta({ id: 'MethodOverrides' })

export const FrameworkBody = z.strictObject({ root: TreeNode, method: MethodOptions }).meta({ id: 'FrameworkBody' })
export type FrameworkBody = z.infer<typeof FrameworkBody>

export const FrameworkSummary = z
  .object({
    id: z.string(),
    name: z.string(),
    nameEn: z.string(),
    version: z.number().int(),
    template: z.object({ id: z.string(), version: z.number().int(), digest: Digest }).nullable(),
    indicatorCount: z.number().int(),
    domainCount: z.number().int(),
    updatedAt: Timestamp,
  })
  .meta({ id: 'FrameworkSummary' })
export type FrameworkSummary = z.infer<typeof FrameworkSummary>

export const Framework = FrameworkSummary.extend({
  body: FrameworkBody,
  digest: Digest,
  versions: z.array(
    z.object({
      version: z.number().int(),
      digest: Digest,
      note: z.string(),
      createdBy: z.string(),
      createdAt: Timestamp,
    }),
  ),
}).meta({ id: 'Framework' })
export type Framework = z.infer<typeof Framework>

/** Adopt a template version, or bring a body of one's own. */
export const CreateFramework = z.union([
  z.strictObject({
    templateId: z.string(),
    templateVersion: z.number().int().min(1),
    name: z.string().min(1).max(100).optional(),
  }),
  z.strictObject({ name: z.string().min(1).max(100), nameEn: z.string().max(200).default(''), body: FrameworkBody }),
])
export type CreateFramework = z.infer<typeof CreateFramework>

/** What GET gives and a write leaves as it is. */
const asGiven = <T extends z.ZodType>(schema: T) =>
  schema.optional().meta({ readOnly: true, description: 'As GET gives it; not looked at.' })
const given = Framework.shape

/** Needs If-Match with the framework's ETag (its version digest). Makes the next version. What GET gives may be sent back as it is. */
export const UpdateFramework = z.strictObject({
  body: FrameworkBody,
  note: z.string().max(500).default(''),
  name: z.string().min(1).max(100).optional(),
  nameEn: z.string().max(200).optional(),
  id: asGiven(given.id),
  version: asGiven(given.version),
  template: asGiven(given.template),
  indicatorCount: asGiven(given.indicatorCount),
  domainCount: asGiven(given.domainCount),
  updatedAt: asGiven(given.updatedAt),
  digest: asGiven(given.digest),
  versions: asGiven(given.versions),
})
export type UpdateFramework = z.infer<typeof UpdateFramework>

/** What differs between two bodies, for "diff to template" and between versions. */
export const FrameworkDiff = z
  .object({
    added: z.array(z.object({ code: z.string(), name: z.string() })),
    removed: z.array(z.object({ code: z.string(), name: z.string() })),
    changed: z.array(
      z.object({ code: z.string(), name: z.string(), field: z.string(), from: FieldValue, to: FieldValue }),
    ),
  })
  .meta({ id: 'FrameworkDiff' })
export type FrameworkDiff = z.infer<typeof FrameworkDiff>
