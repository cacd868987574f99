/** The tree that templates and a city's frameworks share, and the method options that travel with it. */
import { z } from 'zod'
import { Code, Digest, NumberOrNull, Timestamp } from '../wire.ts'

export const NodeKind = z.enum(['root', 'dimension', 'domain', 'category', 'indicator'])
export const Target = z.union([z.number(), z.tuple([z.number(), z.number()])])

/** What a leaf adds to a node. plausibleLow/High warn on import, they never reject. */
export const IndicatorFacts = z.strictObject({
  unit: z.string().max(40),
  direction: z.enum(['benefit', 'cost']),
  target: Target.nullable(),
  goalposts: z.tuple([z.number(), z.number()]).nullable(),
  floor: NumberOrNull,
  layer: z.string().max(20),
  department: z.string().max(80),
  numerator: z.string().max(300),
  denominator: z.string().max(300),
  source: z.string().max(300),
  plausibleLow: NumberOrNull,
  plausibleHigh: NumberOrNull,
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
    normalisation: z.enum(['minmax', 'target', 'zscore', 'efficacy', 'rank']).default('minmax'),
    bounds: z.enum(['sample', 'pooled', 'goalposts']).default('pooled'),
    weighting: z.enum(['given', 'equal']).default('given'),
    aggregation: z.enum(['arithmetic', 'geometric', 'harmonic']).default('arithmetic'),
    missing: z.enum(['renormalise', 'strict']).default('renormalise'),
    minCoverage: z
      .number()
      .min(0)
      .max(1)
      .default(2 / 3),
    /** Which index the equalization degree 100 × (1 − index) is read from; only indices bounded by 1. */
    headlineIndex: z.enum(['gini', 'hoover', 'atkinson']).default('gini'),
  })
  .meta({ id: 'MethodOptions' })
export type MethodOptions = z.infer<typeof MethodOptions>

const { treatment, imputation, normalisation, bounds, weighting, aggregation, missing, minCoverage, headlineIndex } =
  MethodOptions.shape
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
    headlineIndex: headlineIndex.unwrap(),
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

/** Needs If-Match with the framework's ETag (its version digest). Makes the next version. */
export const UpdateFramework = z.strictObject({
  body: FrameworkBody,
  note: z.string().max(500).default(''),
  name: z.string().min(1).max(100).optional(),
})
export type UpdateFramework = z.infer<typeof UpdateFramework>

/** What differs between two bodies, for "diff to template" and between versions. */
export const FrameworkDiff = z
  .object({
    added: z.array(z.object({ code: z.string(), name: z.string() })),
    removed: z.array(z.object({ code: z.string(), name: z.string() })),
    changed: z.array(
      z.object({ code: z.string(), name: z.string(), field: z.string(), from: z.unknown(), to: z.unknown() }),
    ),
  })
  .meta({ id: 'FrameworkDiff' })
export type FrameworkDiff = z.infer<typeof FrameworkDiff>
