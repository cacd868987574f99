/** Wire schemas of /compute/coupling. */
import { z } from 'zod'
import { NumberOrNull, WarningWire } from '../wire.ts'
import { NodeCode } from './composite.ts'
import { COMPUTE_LIMITS as LIMITS } from './limits.ts'

export const CouplingRequestWire = z.strictObject({
  systems: z
    .record(NodeCode, z.array(NumberOrNull).max(LIMITS.values))
    .refine((s) => Object.keys(s).length <= 100, { message: 'at most 100 systems' }),
  weights: z
    .record(NodeCode, z.number())
    .refine((w) => Object.keys(w).length <= 100, { message: 'at most 100 systems' })
    .exactOptional(),
})
export const CouplingResultWire = z
  .object({
    C: z.array(NumberOrNull),
    T: z.array(NumberOrNull),
    D: z.array(NumberOrNull),
    grade: z.array(z.string().nullable()),
    level: z.array(NumberOrNull),
    reason: z.array(z.string().nullable()),
    classes: z.array(
      z.object({ level: z.number().int(), from: z.number(), to: z.number(), zh: z.string(), en: z.string() }),
    ),
    weights: z.record(z.string(), z.number()),
    warnings: z.array(WarningWire),
  })
  .meta({ id: 'CouplingResult' })
