/** How an evaluation gets out, and what got out: the steps of an evaluation, releases, the city's own rules, what a correction changed. */
import { z } from 'zod'
import {
  EVALUATION_MOVES,
  EVALUATION_STATES,
  RELEASE_BASES,
  REVIEW_POLICIES,
  type EvaluationAct,
} from '../release/states.ts'
import { NumberOrNull, PageQuery, pageOf, Timestamp } from './wire.ts'

const State = z.enum(EVALUATION_STATES)
// Guarantee: the keys of the table.
const Act = z.enum(Object.keys(EVALUATION_MOVES) as [EvaluationAct, ...EvaluationAct[]])
const Reason = z.string().trim().min(1).max(500)

export const StepNote = z.strictObject({ note: z.string().trim().max(500).default('') }).meta({ id: 'StepNote' })
export const StepReason = z.strictObject({ reason: Reason }).meta({ id: 'StepReason' })

export const Withdrawal = z
  .object({
    at: Timestamp,
    reason: z.string().meta({ description: 'As the city gave it; public' }),
  })
  .meta({ id: 'Withdrawal' })
export type Withdrawal = z.infer<typeof Withdrawal>

export const Release = z
  .object({
    id: z.string().meta({ description: 'Of the release; a publication has the same' }),
    basis: z.enum(RELEASE_BASES).meta({ description: 'Why it may leave the region' }),
    audience: z.string().meta({ description: '`public`, or the organisation it is for' }),
    evaluationId: z.string(),
    title: z.string(),
    published: z.array(z.string()).meta({ description: 'Codes of the indicators whose raw values went along' }),
    from: Timestamp.meta({ description: 'Nothing leaves earlier: an embargo, or the moment of the act' }),
    leftAt: Timestamp.nullable().meta({ description: 'When the hub had it; null while it waits or never left' }),
    supersedes: z.string().nullable().meta({ description: 'The release that this one corrects' }),
    supersededBy: z.string().nullable().meta({ description: 'The release that corrects this one' }),
    reason: z.string().meta({ description: 'Why it corrects the other; empty for a first release' }),
    createdBy: z.string(),
    createdByName: z.string().meta({ description: 'At the time; empty for a key or when it was not kept' }),
    createdAt: Timestamp,
    withdrawn: Withdrawal.extend({ by: z.string(), byName: z.string() }).nullable(),
  })
  .meta({ id: 'Release' })
export type Release = z.infer<typeof Release>
export const ReleasePage = pageOf(Release)
export const ListReleasesQuery = PageQuery

export const EvaluationSteps = z
  .object({
    state: State,
    moves: z.array(Act).meta({ description: 'What you may do with it now' }),
    policy: z.enum(REVIEW_POLICIES),
    steps: z
      .array(
        z.object({
          act: Act,
          to: State,
          by: z.string(),
          byName: z.string().meta({ description: 'At the time; empty for a key or when it was not kept' }),
          reason: z.string(),
          at: Timestamp,
        }),
      )
      .meta({ description: 'Oldest first' }),
    release: Release.nullable().meta({ description: 'Its publication; null before' }),
  })
  .meta({ id: 'EvaluationSteps' })
export type EvaluationSteps = z.infer<typeof EvaluationSteps>

export const Policies = z
  .object({
    review: z.enum(REVIEW_POLICIES).meta({
      description:
        'one-step: whoever may publish publishes a draft; four-eyes: a draft is reviewed and approved first, by others than who ran it',
    }),
  })
  .meta({ id: 'Policies' })
export type Policies = z.infer<typeof Policies>
export const PutPolicies = z.strictObject(Policies.shape).meta({ id: 'PutPolicies' })

/** Most changed numbers that are listed; `changed` counts all. */
export const MOST_CHANGES = 500

export const PublicationChanges = z
  .object({
    from: z.string().meta({ description: 'The publication that was corrected' }),
    to: z.string(),
    reason: z.string(),
    compared: z.number().int().meta({ description: 'Numbers printed in either' }),
    changed: z.number().int().meta({ description: 'Numbers that differ, are new or are gone' }),
    what: z
      .array(z.enum(['framework', 'method', 'periods', 'areas', 'disclosure', 'engine']))
      .meta({ description: 'What else differs' }),
    headline: z.array(
      z.object({ what: z.enum(['score', 'realization', 'degree']), from: NumberOrNull, to: NumberOrNull }),
    ),
    changes: z
      .array(
        z.object({
          period: z.string(),
          node: z.string(),
          name: z.string(),
          nameEn: z.string(),
          area: z.string().nullable().meta({ description: 'Null: of the city as a whole' }),
          areaName: z.string().nullable(),
          what: z.string().meta({ description: 'Field of the printed number' }),
          from: NumberOrNull,
          to: NumberOrNull,
        }),
      )
      .meta({ description: `At most ${MOST_CHANGES}, the city’s before the areas’` }),
  })
  .meta({ id: 'PublicationChanges' })
export type PublicationChanges = z.infer<typeof PublicationChanges>
