/** A coordination group: its member cities and what each has published. */
import { z } from 'zod'
import { Organisation, Role } from './wire.ts'
import { PublicationSummary } from './public.ts'

export const GroupOverview = z
  .object({
    group: Organisation,
    role: Role.nullable(),
    members: z.array(z.object({ city: Organisation, latest: PublicationSummary.nullable() })),
  })
  .meta({ id: 'GroupOverview' })
export type GroupOverview = z.infer<typeof GroupOverview>
