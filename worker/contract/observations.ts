/** Reading what has been collected: a matrix by period, completeness, and CSV export. */
import { z } from 'zod'
import { AsOf, AsOfPosition } from './ledger.ts'
import { NumberOrNull, Period } from './wire.ts'

/** Without a period: the latest that holds any value. */
export const MatrixQuery = z.object({
  period: Period.optional(),
  frameworkId: z.string().optional(),
  asOf: AsOf.optional(),
})
const Domain = z.object({ code: z.string(), name: z.string(), nameEn: z.string() })
/** values[indicator index][area index]; period is empty when the city has no values yet. */
export const ObservationMatrix = z
  .object({
    period: z.string(),
    periods: z.array(z.string()),
    areas: z.array(z.object({ id: z.string(), code: z.string(), name: z.string(), nameEn: z.string() })),
    indicators: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        nameEn: z.string(),
        unit: z.string(),
        direction: z.enum(['benefit', 'cost']),
        domainCode: z.string(),
      }),
    ),
    /** Those of the framework asked for, in its order. */
    domains: z.array(Domain),
    values: z.array(z.array(NumberOrNull)),
    asOf: AsOfPosition.nullable().meta({
      description:
        'With `asOf`: the change set that had been applied last by then. Null without `asOf`, and before the first set. Areas, indicators and their names are those of today; units are those of the values',
    }),
  })
  .meta({ id: 'ObservationMatrix' })
export type ObservationMatrix = z.infer<typeof ObservationMatrix>

export const Completeness = z
  .object({
    periods: z.array(z.string()),
    /** One row per indicator of the framework: filled[period index] of `expected` areas. */
    expected: z.number().int(),
    domains: z.array(Domain),
    indicators: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        nameEn: z.string(),
        domainCode: z.string(),
        filled: z.array(z.number().int()),
      }),
    ),
  })
  .meta({ id: 'Completeness' })
export type Completeness = z.infer<typeof Completeness>

export const CompletenessQuery = z.object({ frameworkId: z.string().optional() })
export const TemplateQuery = z.object({
  period: Period,
  frameworkId: z.string().optional(),
  layout: z.enum(['wide', 'long']).default('wide'),
})
