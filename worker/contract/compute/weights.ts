/** Wire schemas of /compute/weights, one member per method. */
import { z } from 'zod'
import { NumberOrNull, WarningWire } from '../wire.ts'
import { NodeCode } from './composite.ts'
import { COMPUTE_LIMITS as LIMITS } from './limits.ts'

const Column = z.array(NumberOrNull).max(LIMITS.values)
const fewKeys = (columns: object): boolean => Object.keys(columns).length <= LIMITS.weightKeys
const TOO_MANY_KEYS = { message: `at most ${LIMITS.weightKeys} indicators` }
const DataOptions = z.strictObject({
  shift: z.number().exactOptional(),
  absolute: z.boolean().exactOptional(),
  raw: z.boolean().exactOptional(),
  normalised: z.boolean().exactOptional(),
})

const GivenWeights = z
  .record(NodeCode, z.number())
  .refine((w) => Object.keys(w).length <= LIMITS.nodes, { message: `at most ${LIMITS.nodes} indicators` })

export const WeightsRequestWire = z.discriminatedUnion('method', [
  z.strictObject({
    method: z.literal('ahp'),
    matrix: z.array(z.array(z.number()).max(LIMITS.ahpItems)).min(1).max(LIMITS.ahpItems),
  }),
  z.strictObject({
    method: z.enum(['entropy', 'critic', 'pca', 'scatter']),
    values: z.record(NodeCode, z.union([Column, z.array(Column).max(200)])).refine(fewKeys, TOO_MANY_KEYS),
    directions: z.record(NodeCode, z.enum(['benefit', 'cost'])),
    options: DataOptions.exactOptional(),
  }),
  z.strictObject({
    method: z.literal('delphi'),
    rounds: z
      .array(z.array(z.array(z.number()).max(2000)).max(2000))
      .min(1)
      .max(20),
    tieCorrected: z.boolean().exactOptional(),
  }),
  z.strictObject({
    method: z.literal('combined'),
    weights: z.tuple([GivenWeights, GivenWeights]),
    rule: z.enum(['multiplicative', 'convex']),
    alpha: z.number().exactOptional(),
  }),
])

const PerIndicator = z.record(z.string(), z.number())
const Round = z.object({
  mean: z.array(z.number()),
  cv: z.array(NumberOrNull),
  kendallW: NumberOrNull,
  chi2: NumberOrNull,
  df: z.number(),
  p: NumberOrNull,
})
export const WeightsResultWire = z
  .union([
    z.object({
      weights: z.array(z.number()),
      lambdaMax: z.number(),
      ci: z.number(),
      cr: NumberOrNull,
      consistent: z.boolean(),
      worst: z
        .object({
          row: z.number().int(),
          column: z.number().int(),
          value: z.number(),
          suggested: z.number(),
          crAfter: NumberOrNull,
        })
        .nullable(),
    }),
    Round.extend({ weights: z.array(z.number()), rounds: z.array(Round) }),
    z.object({
      weights: z.record(z.string(), z.number()),
      detail: z
        .object({
          entropy: PerIndicator.optional(),
          information: PerIndicator.optional(),
          loading: PerIndicator.optional(),
          eigenvalue: z.number().optional(),
          explained: z.number().optional(),
        })
        .optional(),
      warnings: z.array(WarningWire).optional(),
    }),
  ])
  .meta({ id: 'WeightsResult' })
