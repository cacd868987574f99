/** Wire schemas of /compute/groups: WHO's summary measures. */
import { z } from 'zod'
import { GROUP_MEASURE_KEYS } from '../../engine/who/checkGroups.ts'
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
        reference: z.boolean().exactOptional(),
      }),
    )
    .min(1)
    .max(LIMITS.subgroups),
  favourable: z.boolean().meta({ description: 'true when more is better' }),
  ordered: z.boolean(),
  settingAverage: z.number().exactOptional(),
  measures: z.array(z.enum(GROUP_MEASURE_KEYS)).max(50).exactOptional(),
})
export const GroupsResultWire = z
  .object({ measures: z.record(z.string(), Measure), convention: z.string() })
  .meta({ id: 'GroupsResult' })
