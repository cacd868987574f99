/** Moves an evaluation that is not published yet: reviewed, approved, or sent back. Who, when and why stay with it. */
import { expectChanges } from '../../../db/commit.ts'
import { guardPolicy, insertStep, moveEvaluation } from '../../../db/region/queries/evaluations.ts'
import { AppError } from '../../contract/problems.ts'
import { actorLabel, actorName, type TenantContext } from '../../context.ts'
import { sentence } from '../../words/sentence.ts'
import { readPolicies, requirePolicy, USUAL_REVIEW } from '../../release/policies.ts'
import { readSteps } from '../../release/readSteps.ts'
import { EVALUATION_MOVES, type EvaluationState } from '../../release/states.ts'
import { requireEvaluationRow } from '../../services/evaluation/requireEvaluationRow.ts'
import type { Act } from '../act.types.ts'
import type { EvaluationSteps } from '../../contract/releases.ts'

interface Asked {
  readonly id: string
  /** What was noted, or why it goes back. */
  readonly reason: string
}

const moving = (name: 'review' | 'approve' | 'return'): Act<TenantContext, Asked, EvaluationSteps> => {
  const move = EVALUATION_MOVES[name]
  return {
    name: move.action,
    by: { permission: move.permission },
    where: 'region',
    policy: (ctx, { id }) => requirePolicy(ctx, name, id),
    async plan(ctx, { id, reason }) {
      const { review } = await readPolicies(ctx)
      await requireState(ctx, id, move.from)
      return {
        target: id,
        statements: [
          guardPolicy(ctx.tenantId, 'review', review, USUAL_REVIEW),
          moveEvaluation(ctx.tenantId, id, move.from, move.to),
          expectChanges(1),
          insertStep(ctx.tenantId, id, {
            act: name,
            toState: move.to,
            doneBy: actorLabel(ctx.actor),
            doneByName: actorName(ctx.actor),
            reason,
            doneAt: ctx.now(),
          }),
        ],
        detail: { to: move.to },
        result: () => readSteps(ctx, id),
      }
    },
  }
}

export const reviewEvaluation = moving('review')
export const approveEvaluation = moving('approve')
export const returnEvaluation = moving('return')

async function requireState(ctx: TenantContext, id: string, from: readonly EvaluationState[]): Promise<void> {
  const { row } = await requireEvaluationRow(ctx, id, [])
  if (from.includes(row.state)) return
  const message = sentence('releases.wrong-state', { state: row.state })
  throw new AppError('conflict', message, [{ path: 'state', code: row.state, message }])
}
