/** What an assessor organisation may look at, and until when. */
import { z } from 'zod'
import { Organisation, Timestamp, pageOf } from './wire.ts'

export const Assignment = z
  .object({
    id: z.string(),
    assessor: Organisation,
    city: Organisation,
    purpose: z.string(),
    actions: z.array(z.string()),
    startsAt: Timestamp,
    endsAt: Timestamp,
    active: z.boolean(),
  })
  .meta({ id: 'Assignment' })
export type Assignment = z.infer<typeof Assignment>
export const AssignmentList = pageOf(Assignment)
