/** Wire schemas of /compute/indices. */
import { z } from 'zod'
import { MOST_GROUPS } from '../../engine/checkIndices.ts'
import { INDEX_KEYS, PARAMETER_KEYS, type ParameterKey } from '../../engine/indexCatalogue.ts'
import { Measure, NumberOrNull } from '../wire.ts'
import { COMPUTE_LIMITS as LIMITS } from './limits.ts'

const Parameter = z.union([z.number(), z.array(z.number()).min(1).max(50)]).exactOptional()
/** Guarantee: every index that takes a parameter has its option. */
const Parameters = Object.fromEntries(PARAMETER_KEYS.toSorted().map((key) => [key, Parameter])) as Record<
  ParameterKey,
  typeof Parameter
>

export const IndicesRequestWire = z.strictObject({
  values: z
    .array(NumberOrNull)
    .max(LIMITS.values)
    .meta({ description: `One value per area, null = missing; at most ${LIMITS.values}` }),
  weights: z
    .array(z.number())
    .max(LIMITS.values)
    .exactOptional()
    .meta({ description: 'Population of each area; indices are weighted when given' }),
  groups: z
    .array(z.string().max(200))
    .max(LIMITS.values)
    .exactOptional()
    .meta({
      description: `Group of each area, at most ${MOST_GROUPS} different ones. Labels urban/rural (城镇/农村 …) also give the urban–rural indices`,
    }),
  decompose: z.boolean().exactOptional().meta({
    description:
      'Split the inequality by group. Absent: yes with `groups`, when `indices` is absent or names theilT or theilL; `gini` alone asks for no decomposition',
  }),
  neighbours: z
    .array(z.array(z.number().int().min(0)).max(LIMITS.values))
    .max(LIMITS.values)
    .exactOptional()
    .refine((lists) => lists === undefined || lists.reduce((n, l) => n + l.length, 0) <= LIMITS.neighbours, {
      message: `at most ${LIMITS.neighbours} neighbour entries`,
    })
    .meta({
      description: `Zero-based neighbours of each area for Moran’s I; at most ${LIMITS.neighbours} entries in all`,
    }),
  indices: z
    .array(z.enum(INDEX_KEYS))
    .max(50)
    .exactOptional()
    .meta({ description: 'Absent: every scalar index that applies' }),
  options: z
    .strictObject({
      sample: z.boolean().exactOptional(),
      unbiased: z.boolean().exactOptional(),
      ...Parameters,
    })
    .exactOptional(),
})

const Lorenz = z.object({
  value: z.object({ p: z.array(z.number()), L: z.array(z.number()) }).nullable(),
  reason: z.string().optional(),
})
const Chance = z.object({ variance: NumberOrNull, z: NumberOrNull, p: NumberOrNull })
/** Without a value it is null with its reason, and nothing else. */
const Moran = z.object({
  value: NumberOrNull,
  reason: z.string().optional(),
  expected: z.number().optional(),
  normal: Chance.optional(),
  random: Chance.optional(),
  n: z.number().int().optional(),
  style: z.enum(['row', 'binary']).optional(),
  islands: z.number().int().optional(),
  permutation: z.object({ p: z.number(), runs: z.number().int(), seed: z.number().int() }).nullable().optional(),
  local: z
    .array(
      z
        .object({
          value: z.number(),
          quadrant: z.enum(['HH', 'HL', 'LH', 'LL']),
          expected: z.number(),
          variance: z.number(),
          z: NumberOrNull,
          p: NumberOrNull,
        })
        .nullable(),
    )
    .optional(),
})
const IndexValue = z.union([Moran, Lorenz, z.record(z.string(), Measure)])

const Group = z.object({
  key: z.string(),
  share: z.number(),
  valueShare: z.number(),
  mean: z.number(),
  value: NumberOrNull,
  contribution: z.number(),
})
const Parts = z.object({
  total: NumberOrNull,
  between: NumberOrNull,
  within: NumberOrNull,
  groups: z.array(Group),
  reason: z.string().optional(),
})
const GiniParts = Parts.extend({
  transvariation: NumberOrNull,
  pairs: z.array(z.object({ a: z.string(), b: z.string(), value: NumberOrNull, affluence: NumberOrNull })),
})
export const IndicesResultWire = z
  .object({
    n: z.number().int(),
    missing: z.number().int(),
    mean: NumberOrNull,
    weighted: z.boolean(),
    indices: z.record(z.string(), IndexValue).meta({
      description: `By key; a value outside an index’s domain is null with a reason. ${PARAMETER_KEYS.join(' and ')} asked for several parameters are keyed by parameter`,
    }),
    decomposition: z.object({ theilT: Parts, theilL: Parts, gini: GiniParts }).optional(),
    convention: z.string(),
  })
  .meta({ id: 'IndicesResult' })
