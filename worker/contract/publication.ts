/** A publication as anybody reads it, in parts: a small head, the nodes, one part per period, and the inputs where all values are public. */
import { z } from 'zod'
import { Digest, NumberOrNull, Organisation, Timestamp } from './wire.ts'
import { EqualityConvention, Evaluation, EvaluationArea, EvaluationNode } from './evaluations.ts'
import { MethodOptions } from './frameworks.ts'
import { Seal } from './seal.ts'

export const PUBLICATION_FORMAT = 'junheng/publication@2'
/** Warnings were Chinese sentences. */
export const EARLIER_PUBLICATION_FORMAT = 'junheng/publication@1'

export const RawChoice = z.enum(['withheld', 'published'])

/** Which raw values become public with a publication. */
export const RawRequest = z
  .union([
    RawChoice,
    z.strictObject({
      published: z
        .array(z.string().max(40))
        .min(1)
        .max(2000)
        .meta({ description: 'Codes of the indicators whose raw values become public' }),
    }),
  ])
  .meta({
    id: 'RawRequest',
    description:
      'withheld = no raw value leaves the city, published = all do, or the codes of the indicators whose values do',
  })
export type RawRequest = z.infer<typeof RawRequest>

/** A year: longer and nobody remembers what was decided. */
export const LONGEST_EMBARGO_DAYS = 366

export const PublishRequest = z
  .strictObject({
    raw: RawRequest.default('withheld'),
    embargoUntil: Timestamp.exactOptional().meta({
      description: `Nothing leaves the region before this moment; at most ${LONGEST_EMBARGO_DAYS} days ahead. Absent: at once`,
    }),
    corrects: z
      .strictObject({
        publicationId: z
          .string()
          .max(60)
          .meta({ description: 'The publication of this city, of the same series, that this one takes the place of' }),
        reason: z.string().trim().min(1).max(500).meta({ description: 'What was wrong; public' }),
      })
      .exactOptional()
      .meta({ description: 'Absent: a publication of its own' }),
  })
  .meta({ id: 'PublishRequest' })

export const PreviewQuery = z.object({
  raw: z
    .string()
    .max(40_000)
    .default('withheld')
    .meta({ description: 'withheld, published, or the codes of published indicators, comma-separated' }),
})

export const KeptBack = z
  .object({
    what: z
      .enum(['areaScores', 'areaRealization', 'cityScores', 'cityRealization', 'means', 'degrees', 'values'])
      .meta({
        description: 'Kind of number that stays in the city',
      }),
    node: z.string().meta({ description: 'Node or indicator it belongs to' }),
    period: z.string().nullable().meta({ description: 'Null = all periods' }),
    reason: z
      .enum([
        'chosen',
        'few-areas',
        'single-indicator',
        'solvable',
        'method',
        'too-many-cells',
        'with-earlier',
        'earlier-release',
      ])
      .meta({
        description:
          'chosen = the city withholds values; few-areas = fewer than 5 areas with a value; single-indicator = it would be that indicator’s value; solvable = a value could be worked out; with-earlier = together with what was published before; method = the method cannot be checked; earlier-release = published under older rules',
      }),
  })
  .meta({ id: 'KeptBack' })
export type KeptBack = z.infer<typeof KeptBack>

export const Disclosure = z
  .object({
    raw: z.enum(['withheld', 'published', 'partly']).meta({ description: 'Whether raw values of areas are public' }),
    published: z.array(z.string()).meta({ description: 'Indicators whose values are public' }),
    withheld: z.array(z.string()).meta({ description: 'Indicators whose values stay in the city' }),
    figures: z
      .number()
      .int()
      .meta({ description: 'Significant figures of the city’s numbers where something is withheld' }),
    areaDecimals: z
      .number()
      .int()
      .meta({ description: 'Decimals of areas’ scores there; ranks follow the rounded scores' }),
    fewestAreas: z
      .number()
      .int()
      .meta({ description: 'Areas with a value below which a withheld indicator shows nothing' }),
    kept: z.array(KeptBack).meta({ description: 'What else is kept back, and why' }),
  })
  .meta({ id: 'Disclosure' })
export type Disclosure = z.infer<typeof Disclosure>

const Columns = z.record(z.string(), z.array(NumberOrNull))

export const PublishedIndicator = z.object({
  n: z.number().int().meta({ description: 'Areas with a value' }),
  mean: NumberOrNull.meta({ description: 'Unweighted mean, in the indicator’s unit' }),
  degree: NumberOrNull.meta({ description: '均等化程度 0–100: the one dispersion, by `equality`' }),
  values: z
    .array(NumberOrNull)
    .nullable()
    .meta({ description: 'By area, in the indicator’s unit; null where withheld' }),
})

export const PublishedPeriod = z
  .object({
    period: z.string(),
    weighted: z.boolean().meta({ description: 'City scores count areas by population' }),
    cityScores: z.record(z.string(), NumberOrNull).meta({ description: 'By node, 0–100' }),
    degrees: z
      .record(
        z.string(),
        z.object({
          degree: NumberOrNull,
          coverage: z.number().meta({ description: 'Share of the weight that has a degree, 0–1' }),
          clipped: z.boolean(),
        }),
      )
      .meta({ description: '均等化程度 by node, 0–100' }),
    realization: z
      .record(
        z.string(),
        z.object({
          city: NumberOrNull,
          coverage: z.number().meta({ description: 'Share of the weight covered, 0–1' }),
        }),
      )
      .meta({ description: '实现度 of the city by node, 0–100 %, with the share of weight covered' }),
    scores: Columns.meta({ description: 'By node, then along `areas`, 0–100' }),
    ranks: Columns.meta({ description: 'By node; areas whose published scores are equal share a rank' }),
    areaRealization: Columns.meta({ description: '实现度 of areas by node, 0–100 %' }),
    indicators: z.record(z.string(), PublishedIndicator).meta({ description: 'By indicator; empty in the head' }),
  })
  .meta({ id: 'PublishedPeriod' })
export type PublishedPeriod = z.infer<typeof PublishedPeriod>

/** In no language: whoever shows it has the words of the code. */
export const PublishedWarning = z
  .object({
    code: z.string().meta({ description: 'What kind of warning', example: 'constant-indicator' }),
    path: z.string().exactOptional().meta({ description: 'What it is about, as a path', example: 'beds[2024]' }),
    about: z
      .object({ name: z.string(), nameEn: z.string().meta({ description: 'Empty where there is none' }) })
      .exactOptional()
      .meta({ description: 'Name of the node or indicator that it is about' }),
    period: z.string().exactOptional().meta({ description: 'Absent where it holds for all', example: '2024' }),
    message: z
      .string()
      .exactOptional()
      .meta({
        description: `In ${EARLIER_PUBLICATION_FORMAT} alone: the sentence that was sealed then, Chinese`,
      }),
  })
  .meta({ id: 'PublishedWarning' })
export type PublishedWarning = z.infer<typeof PublishedWarning>

export const Publication = z
  .object({
    format: z.string().meta({ description: `${PUBLICATION_FORMAT}, or the earlier one that it was published in` }),
    id: z.string(),
    city: Organisation,
    title: z.string(),
    frameworkName: z.string(),
    frameworkVersion: z.number().int(),
    template: z.object({ id: z.string(), name: z.string(), nameEn: z.string(), version: z.number().int() }).nullable(),
    firstPeriod: z.string(),
    lastPeriod: z.string(),
    digest: Digest,
    digestOf: z.enum(['inputs', 'sealed']).meta({
      description:
        'inputs = the inputs’ own digest; sealed = over both digests and a secret of the city, so that nobody can try values against it',
    }),
    headlineScore: NumberOrNull,
    realization: NumberOrNull,
    realizationCoverage: NumberOrNull,
    degree: NumberOrNull,
    degreeCoverage: NumberOrNull.meta({ description: 'Share of the weight that has a degree, 0–1' }),
    equality: EqualityConvention.nullable(),
    publishedAt: Timestamp,
    licence: z.string().meta({ description: 'Under which the data may be used; 待定 = not settled' }),
    evaluation: z
      .object({
        method: MethodOptions,
        scoresOverTime: Evaluation.shape.scoresOverTime,
        areaCount: z.number().int(),
        indicatorCount: z.number().int(),
        missingCount: z.number().int(),
        engineVersion: z.string(),
        inputDigest: Digest.nullable().meta({ description: 'Null while any value is withheld' }),
        resultDigest: Digest.nullable().meta({ description: 'Null while any value is withheld' }),
        weightedPeriods: z.record(z.string(), z.boolean()),
        warnings: z.array(PublishedWarning).meta({ description: 'What a reader of the result must know, as data' }),
      })
      .nullable()
      .meta({ description: 'Null in publications of an earlier release' }),
    periods: z.array(z.string()),
    areas: z.array(EvaluationArea),
    nodes: z.array(EvaluationNode).meta({ description: 'Root, dimensions and domains; all of them: /nodes' }),
    latest: PublishedPeriod.nullable().meta({
      description: 'The headline’s period, for `nodes`; the whole of it: /periods/{period}',
    }),
    disclosure: Disclosure.meta({ description: 'What is public and what is kept back' }),
    corrects: z
      .object({ id: z.string(), reason: z.string() })
      .exactOptional()
      .meta({ description: 'The publication that this one takes the place of, and why; what changed: /changes' }),
    auditHead: z
      .object({
        size: z.number().int().meta({ description: 'How many acts the city’s log held' }),
        root: z.string().meta({ description: 'Merkle root over them, hex' }),
        at: Timestamp,
        keyId: z.string(),
        signature: z.string(),
      })
      .exactOptional()
      .meta({
        description:
          'Newest sealed head of the city’s audit log when it published: whoever holds this document can tell whether that history was rewritten later',
      }),
    seal: Seal.exactOptional(),
  })
  .meta({ id: 'Publication' })
export type Publication = z.infer<typeof Publication>

export const PublishedNodes = z
  .object({
    nodes: z.array(EvaluationNode),
    series: z
      .record(
        z.string(),
        z.object({ score: z.array(NumberOrNull), degree: z.array(NumberOrNull), realization: z.array(NumberOrNull) }),
      )
      .meta({ description: 'By node and indicator, along `periods`' }),
  })
  .meta({ id: 'PublishedNodes' })
export type PublishedNodes = z.infer<typeof PublishedNodes>

export const PublicationPreview = z
  .object({
    verdict: z.enum(['allowed', 'refused']).meta({ description: 'What publishing would answer' }),
    reasons: z
      .array(
        z.object({
          code: z.string(),
          message: z.string(),
          wouldPass: z.string().meta({ description: 'What to choose instead' }),
        }),
      )
      .meta({ description: 'Why it would be refused; empty when allowed' }),
    fields: z
      .array(
        z.object({
          what: z.string().meta({ description: 'Kind of number' }),
          count: z.number().int().meta({ description: 'How many numbers of it become public' }),
          nodes: z.array(z.string()).meta({ description: 'Codes of nodes or indicators' }),
        }),
      )
      .meta({ description: 'What would become public, by kind of number' }),
    disclosure: Disclosure.meta({ description: 'What would be public and what kept back' }),
  })
  .meta({ id: 'PublicationPreview' })
export type PublicationPreview = z.infer<typeof PublicationPreview>
