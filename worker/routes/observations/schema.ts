/** Reading what has been collected: a matrix by period, completeness, and CSV export. */
import { z } from 'zod'
import { NumberOrNull, Period } from '../wire.ts'

export const MatrixQuery = z.object({ period: Period, frameworkId: z.string().optional() })
/** values[indicator index][area index] */
export const ObservationMatrix = z.object({
  period: z.string(),
  periods: z.array(z.string()),
  areas: z.array(z.object({ id: z.string(), code: z.string(), name: z.string(), nameEn: z.string() })),
  indicators: z.array(z.object({ code: z.string(), name: z.string(), nameEn: z.string(), unit: z.string(), direction: z.enum(['benefit', 'cost']) })),
  values: z.array(z.array(NumberOrNull)),
}).meta({ id: 'ObservationMatrix' })
export type ObservationMatrix = z.infer<typeof ObservationMatrix>

export const Completeness = z.object({
  periods: z.array(z.string()),
  /** One row per indicator of the framework: filled[period index] of `expected` areas. */
  expected: z.number().int(),
  indicators: z.array(z.object({ code: z.string(), name: z.string(), nameEn: z.string(), domainCode: z.string(), filled: z.array(z.number().int()) })),
}).meta({ id: 'Completeness' })
export type Completeness = z.infer<typeof Completeness>

export const CompletenessQuery = z.object({ frameworkId: z.string().optional() })
export const TemplateQuery = z.object({ period: Period, frameworkId: z.string().optional(), layout: z.enum(['wide', 'long']).default('wide') })
