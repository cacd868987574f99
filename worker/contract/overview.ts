/** A city's dashboard in one answer. */
import { z } from 'zod'
import { NumberOrNull, Organisation, Role } from './wire.ts'
import { EvaluationSummary, NodeSeries, ScoresOverTime, TargetGap } from './evaluations.ts'
import { AnchorSource, Target } from './frameworks.ts'

export const WorstGap = z.object({
  indicator: z.string(),
  indicatorName: z.string(),
  indicatorNameEn: z.string(),
  unit: z.string(),
  area: z.string(),
  areaName: z.string(),
  areaNameEn: z.string(),
  value: z.number(),
  target: Target,
  targetKind: AnchorSource.shape.kind,
  targetSource: AnchorSource.nullable().optional().meta({ description: 'Document and year of the target' }),
  gap: z.number(),
  gapShare: z.number(),
  inRange: NumberOrNull,
  priority: NumberOrNull,
  people: NumberOrNull,
  peopleBasis: TargetGap.shape.peopleBasis,
})
export type WorstGap = z.infer<typeof WorstGap>

export const DueItem = z.object({
  kind: z.enum([
    'no-areas',
    'no-population',
    'no-framework',
    'no-data',
    'missing-values',
    'draft-evaluation',
    'rejected-import',
    'staged-import',
    'relay-waiting',
  ]),
  count: z.number().int(),
  link: z.string(),
})
export type DueItem = z.infer<typeof DueItem>

export const DomainLine = z.object({
  code: z.string(),
  name: z.string(),
  nameEn: z.string(),
  score: NumberOrNull,
  previousScore: NumberOrNull,
  realization: NumberOrNull,
  degree: NumberOrNull,
})
export type DomainLine = z.infer<typeof DomainLine>

export const Overview = z
  .object({
    city: Organisation,
    role: Role.nullable(),
    permissions: z.array(z.string()),
    counts: z.object({
      areas: z.number().int(),
      frameworks: z.number().int(),
      observations: z.number().int(),
      imports: z.number().int(),
      evaluations: z.number().int(),
      published: z.number().int(),
    }),
    /** The newest published evaluation, else the newest draft; null for a new city. */
    latest: z
      .object({
        evaluation: EvaluationSummary,
        series: NodeSeries,
        domains: z.array(DomainLine),
        worstGaps: z.array(WorstGap),
        estimatedShare: NumberOrNull.meta({
          description: 'Share of the weight whose anchors are all estimated, 0–1; null for an earlier release',
        }),
        scoresOverTime: ScoresOverTime,
      })
      .nullable(),
    completeness: z
      .object({
        period: z.string(),
        domains: z.array(
          z.object({
            code: z.string(),
            name: z.string(),
            nameEn: z.string(),
            filled: z.number().int(),
            expected: z.number().int(),
          }),
        ),
      })
      .nullable(),
    due: z.array(DueItem),
  })
  .meta({ id: 'Overview' })
export type Overview = z.infer<typeof Overview>
