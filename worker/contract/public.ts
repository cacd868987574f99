/** What anybody may read: regions, publications, catalogue, pilots, plan targets. */
import { z } from 'zod'
import { Digest, NumberOrNull, Organisation, PageQuery, Since, Timestamp, pageOf } from './wire.ts'
import { EqualityConvention } from './evaluations.ts'
import { Withdrawal } from './releases.ts'

export const RegionInfo = z
  .object({
    code: z.string(),
    name: z.string(),
    nameEn: z.string(),
    cityCount: z.number().int(),
    publishedCityCount: z.number().int(),
    available: z.boolean().describe('false: its database is out of service; what its cities published stays readable'),
  })
  .meta({ id: 'Region' })
export type RegionInfo = z.infer<typeof RegionInfo>

export const PublicationSummary = z
  .object({
    id: z.string(),
    city: Organisation,
    title: z.string(),
    frameworkName: z.string(),
    frameworkVersion: z.number().int(),
    template: z.object({ id: z.string(), name: z.string(), nameEn: z.string(), version: z.number().int() }).nullable(),
    firstPeriod: z.string(),
    lastPeriod: z.string(),
    digest: Digest,
    series: z.string().meta({
      description:
        'Results of one series replace each other, and scores compare within it: a template, or one framework of the city’s own',
    }),
    headlineScore: NumberOrNull.meta({ description: '综合得分 of the latest period, 0–100' }),
    realization: NumberOrNull.meta({ description: '实现度 of the latest period, 0–100 %' }),
    realizationCoverage: NumberOrNull.meta({
      description: 'Share of the weight with a standard or planned target and a value, 0–1',
    }),
    degree: NumberOrNull.meta({
      description: '均等化程度 of the latest period, 0–100; null in publications of an earlier release',
    }),
    degreeCoverage: NumberOrNull.meta({ description: 'Share of the weight that has a degree, 0–1' }),
    equality: EqualityConvention.nullable(),
    publishedAt: Timestamp,
    /** The newest publication of this city in its series (template, or own framework) that was neither withdrawn nor corrected. */
    isLatest: z.boolean(),
    supersedes: z.string().nullable().meta({ description: 'The publication that this one corrects' }),
    supersededBy: z.string().nullable().meta({ description: 'The publication that corrects this one' }),
    correctionReason: z.string().meta({ description: 'What was wrong with the one it corrects; empty otherwise' }),
    withdrawn: Withdrawal.nullable().meta({ description: 'When and why it was taken back; its numbers are gone then' }),
  })
  .meta({ id: 'PublicationSummary' })
export type PublicationSummary = z.infer<typeof PublicationSummary>
export const PublicationPage = pageOf(PublicationSummary)
export const ListPublicationsQuery = PageQuery.extend({
  region: z.string().max(12).optional(),
  city: z.string().max(40).optional(),
  digest: Digest.optional().meta({
    description: 'Publications that this digest names, earlier ones too: of the inputs, sealed, or the root of a seal',
  }),
  since: Since,
  latest: z.enum(['true', 'false']).default('true'),
})

export { Publication } from './publication.ts'

export const CatalogueItem = z.object({
  code: z.string(),
  name: z.string(),
  verified: z.boolean(),
  change: z.enum(['added', 'raised', 'widened', 'renamed']).nullable(),
  previousName: z.string().nullable(),
})
export const Catalogue = z
  .object({
    edition: z.enum(['2021', '2023']),
    title: z.string(),
    source: z.string(),
    note: z.string(),
    noteEn: z.string(),
    domains: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        nameEn: z.string(),
        categories: z.array(
          z.object({ code: z.string(), name: z.string(), nameEn: z.string(), items: z.array(CatalogueItem) }),
        ),
      }),
    ),
    counts: z.object({ domains: z.number().int(), categories: z.number().int(), items: z.number().int() }),
  })
  .meta({ id: 'Catalogue' })
export type Catalogue = z.infer<typeof Catalogue>

export const CatalogueDiff = z
  .object({
    from: z.literal('2021'),
    to: z.literal('2023'),
    changes: z.array(
      z.object({
        kind: z.enum(['added', 'raised', 'widened', 'renamed']),
        code: z.string().nullable(),
        categoryCode: z.string().nullable(),
        name: z.string(),
        previousName: z.string().nullable(),
      }),
    ),
    wordingChangedItems: z.number().int(),
    leadUnitChangedItems: z.number().int(),
    rule: z.string(),
    ruleEn: z.string(),
  })
  .meta({ id: 'CatalogueDiff' })
export type CatalogueDiff = z.infer<typeof CatalogueDiff>

export const PilotResult = z.object({
  metric: z.string(),
  value: z.number().optional(),
  before: z.number().optional(),
  after: z.number().optional(),
  unit: z.string(),
  above: z.literal(true).optional().meta({
    description:
      'the authority published this figure (the later one of a pair) as “以上” or “超过”: a floor, not a count',
  }),
  parts: z.array(z.number()).optional().meta({ description: 'the published figures that `value` is the sum of' }),
  note: z
    .string()
    .optional()
    .meta({ description: 'what the published list leaves open about this figure, in Chinese' }),
  noteEn: z.string().optional().meta({ description: 'the same in English' }),
})
export const Pilot = z.object({
  no: z.number().int(),
  province: z.string(),
  name: z.string(),
  body: z.string(),
  type: z.enum(['regional', 'special', 'comprehensive']),
  domains: z.array(z.string()),
  results: z.array(PilotResult),
  note: z.string().optional().meta({ description: 'what the published list says of this row as a whole, in Chinese' }),
  noteEn: z.string().optional().meta({ description: 'the same in English' }),
})
export const PilotLibrary = z
  .object({
    source: z.string(),
    types: z.record(z.string(), z.object({ name: z.string(), nameEn: z.string() })),
    pilots: z.array(Pilot),
  })
  .meta({ id: 'PilotLibrary' })
export type PilotLibrary = z.infer<typeof PilotLibrary>

export const PlanTargets = z
  .object({
    source: z.string(),
    note: z.string(),
    indicators: z.array(
      z.object({
        domain: z.string(),
        name: z.string(),
        unit: z.string(),
        direction: z.enum(['benefit', 'cost']),
        target2025: z.number(),
        relation: z.string(),
        comparableBetweenAreas: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'PlanTargets' })
export type PlanTargets = z.infer<typeof PlanTargets>
