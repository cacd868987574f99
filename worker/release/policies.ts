/** The rules that a city has set for itself, and what of an evaluation they look at. */
import { readBatch } from '../../db/readBatch.ts'
import { readPolicies as query } from '../../db/region/queries/evaluations.ts'
import { AppError } from '../contract/problems.ts'
import { actorLabel, type TenantContext } from '../context.ts'
import { sentence } from '../words/sentence.ts'
import { requireEvaluationRow } from '../services/evaluation/requireEvaluationRow.ts'
import { againstPolicy, REVIEW_POLICIES, type EvaluationAct, type ReviewPolicy } from './states.ts'
import type { Policies } from '../contract/releases.ts'

/** Of a city that set none. */
export const USUAL_REVIEW: ReviewPolicy = 'one-step'

export async function readPolicies(ctx: Pick<TenantContext, 'region' | 'tenantId'>): Promise<Policies> {
  const [rows] = await readBatch(ctx.region, [query(ctx.tenantId)])
  const review = rows.find((r) => r.policy === 'review')?.value
  return { review: REVIEW_POLICIES.find((p) => p === review) ?? USUAL_REVIEW }
}

/** Throws what the city's rule has against this actor making this move. */
export async function requirePolicy(ctx: TenantContext, act: EvaluationAct, id: string): Promise<void> {
  const { review } = await readPolicies(ctx)
  if (review === USUAL_REVIEW) return
  const { row } = await requireEvaluationRow(ctx, id, [])
  const against = againstPolicy(review, act, {
    state: row.state,
    ranBy: row.createdBy,
    actor: actorLabel(ctx.actor),
  })
  if (against === undefined) return
  // Published or withdrawn already: the plan says so, in better words.
  if (act === 'publish' && !['draft', 'reviewed'].includes(row.state)) return
  const message = sentence(`releases.${against}`)
  throw new AppError('conflict', message, [{ path: 'state', code: against, message }])
}
