/** The rules that a city has set for itself, and what of an evaluation they look at. */
import { readBatch } from '../../db/readBatch.ts'
import { readPolicies as query } from '../../db/region/queries/evaluations.ts'
import { AppError } from '../contract/problems.ts'
import { actorLabel, type TenantContext } from '../context.ts'
import { sayIn } from '../lib/say.ts'
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
  const say = sayIn(ctx.locale)
  const words = {
    'own-work': say(
      '本市规定复核与批准须由运行评价者以外的人完成。请交由另一位有此权限的同事处理。',
      'This city’s rule: an evaluation is reviewed and approved by others than who ran it. Ask a colleague with that permission.',
    ),
    'no-person': say(
      '本市规定复核与批准须由本人登录完成，不能用密钥代办。',
      'This city’s rule: a person reviews and approves, signed in; a key cannot.',
    ),
    'not-approved': say(
      '本市规定评价须先复核、批准，才能公开。请先完成复核与批准。',
      'This city’s rule: an evaluation is reviewed and approved before it is published. Have it reviewed and approved first.',
    ),
  }[against]
  throw new AppError('conflict', words, [{ path: 'state', code: against, message: words }])
}
