/** Wire schemas of /compute/composite and what /compute/sensitivity shares with it. The engine checks meaning; these check shape and size. */
import { z } from 'zod'
import {
  AGGREGATIONS,
  IMPUTATIONS,
  MEANS,
  SIMPLE_WEIGHTINGS,
  TREATMENTS,
  WEIGHTINGS,
} from '../../engine/compositeKeys.ts'
import { NORMALISATIONS } from '../../engine/normalise/catalogue.ts'
import { NumberOrNull, WarningWire } from '../wire.ts'
import { COMPUTE_LIMITS as LIMITS } from './limits.ts'
import type { FrameworkNode } from '../../engine/types.ts'

export const NodeCode = z.string().min(1).max(80)
const Pair = z.tuple([z.number(), z.number()])

export const ComputeNode: z.ZodType<FrameworkNode> = z
  .lazy(() =>
    z.strictObject({
      code: NodeCode,
      name: z.string().max(200).exactOptional(),
      weight: z.number().exactOptional(),
      direction: z.enum(['benefit', 'cost']).exactOptional(),
      target: z.union([z.number(), Pair]).exactOptional(),
      goalposts: Pair.exactOptional(),
      anchors: Pair.exactOptional().meta({
        description: '[floor, target] in the unit of the values: with bounds anchors, efficacy scores 60 and 100 there',
      }),
      children: z.array(ComputeNode).max(LIMITS.nodes).exactOptional(),
    }),
  )
  .meta({
    id: 'ComputeNode',
    description: `A node of the framework; a leaf has no children. At most ${LIMITS.nodes} nodes, ${LIMITS.depth} levels.`,
  })

export const CompositeMethodWire = z
  .strictObject({
    imputation: z.enum(IMPUTATIONS).exactOptional(),
    imputationOptions: z.strictObject({ maxCarry: z.number().exactOptional() }).exactOptional(),
    treatment: z.enum(TREATMENTS).default('none'),
    treatmentOptions: z
      .strictObject({
        skewness: z.number().exactOptional(),
        kurtosis: z.number().exactOptional(),
        maxPoints: z.number().int().exactOptional(),
        k: z.number().exactOptional(),
      })
      .exactOptional(),
    normalisation: z.enum(NORMALISATIONS),
    normalisationOptions: z
      .strictObject({
        cap: z.boolean().exactOptional(),
        clip: z.boolean().exactOptional(),
        ties: z.enum(['average', 'min']).exactOptional(),
        mean: z.number().exactOptional(),
        sd: z.number().exactOptional(),
        floor: z.number().exactOptional(),
      })
      .exactOptional(),
    bounds: z.union([z.enum(['sample', 'pooled', 'goalposts', 'anchors']), z.record(NodeCode, Pair)]).exactOptional(),
    weighting: z.enum(WEIGHTINGS).default('given'),
    weightingOptions: z
      .strictObject({
        shift: z.number().exactOptional(),
        absolute: z.boolean().exactOptional(),
        scope: z.enum(['leaves', 'siblings']).exactOptional(),
        of: z.tuple([z.enum(SIMPLE_WEIGHTINGS), z.enum(SIMPLE_WEIGHTINGS)]).exactOptional(),
        rule: z.enum(['multiplicative', 'convex']).exactOptional(),
        alpha: z.number().exactOptional(),
      })
      .exactOptional(),
    aggregation: z.union([
      z.enum(AGGREGATIONS),
      z.strictObject({
        default: z.enum(MEANS),
        byDepth: z.record(z.string(), z.enum(MEANS)).exactOptional(),
        byCode: z.record(NodeCode, z.enum(MEANS)).exactOptional(),
      }),
    ]),
    topsisOptions: z.strictObject({ on: z.enum(['vector', 'normalised']).exactOptional() }).exactOptional(),
    missing: z.enum(['renormalise', 'strict']).default('renormalise'),
    minCoverage: z.number().min(0).max(1).exactOptional(),
    coverageBy: z.enum(['weight', 'count', 'leaves']).exactOptional(),
    scale: z.union([z.number(), Pair]).exactOptional(),
  })
  .meta({ id: 'CompositeMethod' })

const shape = {
  areas: z.array(z.string().min(1).max(200)).min(1).max(LIMITS.values),
  framework: ComputeNode,
  values: z.record(NodeCode, z.array(NumberOrNull).max(LIMITS.values)),
  method: CompositeMethodWire,
}
/** Refuses what is too large before the engine sees it. */
export const withinCells = (r: {
  areas: readonly string[]
  values: Readonly<Record<string, readonly unknown[]>>
}): boolean => r.areas.length * Object.keys(r.values).length <= LIMITS.cells
export const TOO_MANY_CELLS = { path: ['values'], message: `areas × indicators may not exceed ${LIMITS.cells}` }

export const compositeShape = shape
export const CompositeRequestWire = z.strictObject(shape).refine(withinCells, TOO_MANY_CELLS)

const Column = z.array(NumberOrNull)
const Cell = z.object({
  indicator: z.string(),
  area: z.string(),
  period: z.string().optional(),
  before: NumberOrNull,
  after: z.number(),
  action: z.string(),
})
export const CompositeResultWire = z
  .object({
    scores: z.record(z.string(), Column),
    normalised: z.record(z.string(), Column),
    ranks: z.record(z.string(), Column),
    weights: z.record(z.string(), z.object({ local: z.number(), effective: z.number() })),
    imputed: z.array(Cell),
    treated: z.array(Cell),
    clipped: z.array(Cell),
    warnings: z.array(WarningWire),
    grades: z
      .record(z.string(), z.array(z.string().nullable()))
      .meta({ description: '优秀 ≥ 90, 良好 ≥ 80, 中等 ≥ 70, 合格 ≥ 60, 不合格 below; null without a score' }),
    importance: z
      .record(
        z.string(),
        z.array(
          z.object({ code: z.string(), nominal: z.number(), correlation: NumberOrNull, importance: NumberOrNull }),
        ),
      )
      .meta({ description: 'By parent: what each child’s weight says, and its share in r², the part it really plays' }),
  })
  .meta({ id: 'CompositeResult' })
