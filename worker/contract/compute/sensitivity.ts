/** Wire schemas of /compute/sensitivity: a composite request and what to question. */
import { z } from 'zod'
import { AGGREGATIONS, TREATMENTS } from '../../engine/compositeKeys.ts'
import { NORMALISATIONS } from '../../engine/normalise/catalogue.ts'
import { choices } from '../../engine/uncertainty/sensitivity.types.ts'
import { NumberOrNull, WarningWire } from '../wire.ts'
import { CompositeMethodWire, TOO_MANY_CELLS, compositeShape, withinCells } from './composite.ts'
import { COMPUTE_LIMITS as LIMITS } from './limits.ts'

const Range = z.strictObject({ range: z.number() })
const method = CompositeMethodWire.shape

export const SensitivityRequestWire = z
  .strictObject({
    ...compositeShape,
    areas: compositeShape.areas.max(LIMITS.sensitivityAreas),
    seed: z.number().int().meta({ description: 'Part of the method: the same seed gives the same answer everywhere' }),
    runs: z.number().int().min(1).max(LIMITS.runs),
    perturb: z.strictObject({
      weights: z.union([Range, z.strictObject({ dirichlet: z.number() })]).exactOptional(),
      treatment: z
        .array(
          z.union([
            z.enum(TREATMENTS),
            z.strictObject({ treatment: z.enum(TREATMENTS), options: method.treatmentOptions }),
          ]),
        )
        .min(1)
        .max(10)
        .exactOptional(),
      normalisation: z
        .array(
          z.union([
            z.enum(NORMALISATIONS),
            z.strictObject({
              normalisation: z.enum(NORMALISATIONS),
              options: method.normalisationOptions,
              scale: method.scale,
            }),
          ]),
        )
        .min(1)
        .max(20)
        .exactOptional(),
      aggregation: z.array(z.enum(AGGREGATIONS)).min(1).max(10).exactOptional(),
      leaveOneOut: z.boolean().exactOptional(),
      noise: z.union([Range, z.strictObject({ sd: z.number() })]).exactOptional(),
    }),
    topK: z.number().int().min(1).exactOptional(),
    driverRuns: z.number().int().min(0).max(LIMITS.runs).exactOptional(),
  })
  .refine(withinCells, TOO_MANY_CELLS)
  .refine(withinReplicates, {
    path: ['runs'],
    message: `(runs + driverRuns × (choices + 1)) × areas × (indicators + 8) may not exceed ${LIMITS.replicatedCells}`,
  })

function withinReplicates(r: {
  areas: readonly string[]
  values: Readonly<Record<string, unknown>>
  runs: number
  driverRuns?: number
  perturb: object
}): boolean {
  const driverRuns = r.driverRuns ?? Math.min(r.runs, 512)
  const composites = r.runs + driverRuns * (Object.keys(r.perturb).length + 1)
  return composites * r.areas.length * (Object.keys(r.values).length + 8) <= LIMITS.replicatedCells
}

const Spread = z.object({ median: z.number(), p05: z.number(), p95: z.number() })
const Interval = z.tuple([z.number(), z.number()]).nullable()
export const SensitivityResultWire = z
  .object({
    ranks: z.array(
      z.object({
        area: z.string(),
        nominal: NumberOrNull,
        median: NumberOrNull,
        p05: NumberOrNull,
        p95: NumberOrNull,
        topShare: NumberOrNull,
        missingShare: z.number(),
      }),
    ),
    drivers: z.array(
      z.object({
        choice: z.enum(choices),
        firstOrder: NumberOrNull,
        total: NumberOrNull,
        firstOrderInterval: Interval,
        totalInterval: Interval,
        reason: z.string().optional(),
      }),
    ),
    shift: Spread,
    correlation: Spread.nullable(),
    seed: z.number(),
    runs: z.number().int(),
    topK: z.number().int(),
    driverRuns: z.number().int(),
    evaluations: z.number().int(),
    warnings: z.array(WarningWire),
  })
  .meta({ id: 'SensitivityResult' })
