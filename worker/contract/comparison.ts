/** Published values of several cities side by side, read from the hub alone. */
import { z } from 'zod'
import { NumberOrNull } from './wire.ts'
import { PublicationSummary } from './public.ts'
import { MethodOptions } from './frameworks.ts'

export const CompareQuery = z.object({
  publications: z.string().min(1).max(2000).meta({ description: 'Publication ids, comma-separated, 2 to 30' }),
})

export const ComparedCity = z.object({
  publication: PublicationSummary,
  method: MethodOptions,
  areaCount: z.number().int(),
  periods: z.array(z.string()),
  /** values[node][measure][period index]; measures: score, realization, degree; of indicators mean and degree */
  values: z.record(z.string(), z.record(z.string(), z.array(NumberOrNull))),
})
export type ComparedCity = z.infer<typeof ComparedCity>

/** Why two publications cannot simply be read against each other. Shown, never hidden. */
export const ComparabilityNote = z.object({
  code: z.enum([
    'different-framework',
    'different-framework-version',
    'different-normalisation',
    'relative-scores',
    'different-aggregation',
    'different-periods',
    'unweighted',
    'different-equality',
    'different-targets',
    'different-unit-count',
  ]),
  severity: z.enum(['info', 'caution', 'not-comparable']),
  publicationIds: z.array(z.string()),
  message: z.string(),
})
export type ComparabilityNote = z.infer<typeof ComparabilityNote>

export const Comparison = z
  .object({
    nodes: z.array(
      z.object({ code: z.string(), name: z.string(), nameEn: z.string(), kind: z.string(), inAll: z.boolean() }),
    ),
    periods: z.array(z.string()),
    cities: z.array(ComparedCity),
    /** False: no ranking, no finding and no shared axis; `notes` say why. */
    comparable: z.object({ score: z.boolean(), realization: z.boolean(), degree: z.boolean() }),
    notes: z.array(ComparabilityNote),
  })
  .meta({ id: 'Comparison' })
export type Comparison = z.infer<typeof Comparison>
