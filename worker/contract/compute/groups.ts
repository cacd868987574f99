/** Wire schemas of /compute/groups: WHO's summary measures. */
import { z } from 'zod'
import { GROUP_MEASURE_KEYS } from '../../engine/subgroups/checkGroups.ts'
import { Measure, NumberOrNull } from '../wire.ts'
import { COMPUTE_LIMITS as LIMITS } from './limits.ts'

export const GroupsRequestWire = z.strictObject({
  subgroups: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(200),
        value: NumberOrNull,
        population: z.number().exactOptional(),
        order: z
          .number()
          .int()
          .exactOptional()
          .meta({ description: '1 = most disadvantaged; absent: the position in the list' }),
        reference: z.boolean().exactOptional().meta({
          description:
            'the group that MDRU, MDRW and, for unordered groups, D and R compare with; at most one. Without one, D and R compare the largest with the smallest',
        }),
      }),
    )
    .min(1)
    .max(LIMITS.subgroups),
  favourable: z.boolean().meta({ description: 'true when more is better' }),
  ordered: z.boolean(),
  settingAverage: z.number().exactOptional(),
  slope: z.enum(['linear', 'logit']).exactOptional().meta({
    description:
      'how SII and RII are fitted; absent: linear. logit needs scale and values strictly between 0 and scale. Each group is weighted once by its population',
  }),
  scale: z
    .number()
    .exactOptional()
    .meta({
      description: 'full scale of the values: 100 for percentages, 1 for shares; needed by slope logit',
      examples: [100],
    }),
  measures: z.array(z.enum(GROUP_MEASURE_KEYS)).max(50).exactOptional(),
})
export const GroupsResultWire = z
  .object({ measures: z.record(z.string(), Measure), convention: z.string() })
  .meta({ id: 'GroupsResult' })
