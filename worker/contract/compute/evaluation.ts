/** Wire schemas of /compute/evaluation: the three documents of a record in, the whole result with both digests out. */
import { z } from 'zod'
import { Digest, NumberOrNull, Period } from '../wire.ts'
import { Evaluation, EvaluationArea, PeriodResult } from '../evaluations.ts'
import { FrameworkBody, MethodOptions } from '../frameworks.ts'

/** Cells (areas × indicators × periods) of one evaluation; the same as a city may run. */
export const MOST_EVALUATION_CELLS = 600_000
const MOST_AREAS = 3500

const Column = z.array(NumberOrNull).max(MOST_AREAS)

export const EvaluationRequestWire = z
  .strictObject({
    snapshot: z
      .strictObject({
        areas: z
          .array(
            z.strictObject({
              code: z
                .string()
                .min(1)
                .max(40)
                .meta({ description: 'Key of the area; the order of areas is that of every column' }),
              name: z.string().max(200).meta({ description: 'Chinese name' }),
              nameEn: z.string().max(200).meta({ description: 'English name, may be empty' }),
              setting: z.enum(['urban', 'rural']).nullable().meta({ description: 'For urban–rural decompositions' }),
              grouping: z.string().max(200).meta({ description: 'Group of the area, empty for none' }),
            }),
          )
          .min(2)
          .max(MOST_AREAS)
          .meta({ description: 'Areas, at least two' }),
        periods: z
          .array(
            z.strictObject({
              period: Period,
              populations: Column.meta({ description: 'Residents by area, null = unknown' }),
              values: z
                .record(z.string(), Column)
                .meta({ description: 'Raw values by indicator and area, in the indicator’s unit; null = missing' }),
            }),
          )
          .min(1)
          .max(20)
          .meta({ description: 'Periods of one grain (years, quarters …), ascending' }),
      })
      .meta({ description: 'The data' }),
    framework: FrameworkBody.meta({ description: 'The framework: tree and own method' }),
    options: MethodOptions.meta({
      description: 'The method that was run: the framework’s own with what the run laid over it',
    }),
    engineVersion: z
      .string()
      .max(20)
      .exactOptional()
      .meta({ description: 'Checked when given: results of another engine version cannot be reproduced here' }),
    inputDigest: Digest.exactOptional().meta({
      description: 'Checked when given: the answer says whether it is the same',
    }),
  })
  .meta({ id: 'EvaluationRequest', description: 'What GET …/evaluations/{id}/inputs answers may be sent as it is' })
export type EvaluationRequest = z.infer<typeof EvaluationRequestWire>

export const ComputedPeriod = PeriodResult.pick({
  period: true,
  normalised: true,
  scores: true,
  ranks: true,
  cityScores: true,
  indices: true,
  equality: true,
  realization: true,
  decompositions: true,
}).meta({ id: 'ComputedPeriod' })

export const EvaluationResultWire = z
  .object({
    results: z
      .object({
        areas: z.array(EvaluationArea),
        nodes: Evaluation.shape.nodes,
        series: Evaluation.shape.series,
        headline: Evaluation.shape.headline,
        equality: Evaluation.shape.equality,
        scoresOverTime: Evaluation.shape.scoresOverTime,
        weightedPeriods: Evaluation.shape.weightedPeriods,
        adjusted: Evaluation.shape.adjusted,
        warnings: Evaluation.shape.warnings,
        periods: z.array(ComputedPeriod).meta({ description: 'In the order of the snapshot' }),
      })
      .meta({ description: 'Everything a city’s run computes; gaps follow from snapshot and framework' }),
    engineVersion: z.string().meta({ description: 'Engine that computed it' }),
    inputDigest: Digest.meta({
      description: 'SHA-256 over the canonical JSON (RFC 8785) of {snapshot, framework, options, engineVersion}',
    }),
    resultDigest: Digest.meta({
      description:
        'SHA-256 over the canonical JSON of {nodes, series, touched: adjusted, weightedPeriods, equality, scoresOverTime, warnings: [[code, path or null], …], periods: [digest of each period, …]}',
    }),
    sameInputs: z.boolean().nullable().meta({ description: 'Is inputDigest the one sent? Null when none was sent' }),
  })
  .meta({ id: 'EvaluationResult' })
export type EvaluationResult = z.infer<typeof EvaluationResultWire>
