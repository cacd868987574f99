/** What the seeding scripts send, as the wire contract takes it. */
import type { z } from 'zod'
import type {
  AreaInput as AreaInputSchema,
  PopulationEntry as PopulationEntrySchema,
} from '../../worker/contract/areas.ts'

export type AreaInput = z.input<typeof AreaInputSchema>
export type PopulationEntry = z.input<typeof PopulationEntrySchema>
