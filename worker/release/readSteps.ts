/** How an evaluation got where it is, and what the reader may do with it now. */
import { readBatch } from '../../db/readBatch.ts'
import { readSteps as query } from '../../db/region/queries/evaluations.ts'
import { readReleaseOf } from '../../db/region/queries/releases.ts'
import { actorLabel, type TenantContext } from '../context.ts'
import { requireEvaluationRow } from '../services/evaluation/requireEvaluationRow.ts'
import { readPolicies } from './policies.ts'
import { againstPolicy, EVALUATION_MOVES, type EvaluationAct, type EvaluationMove } from './states.ts'
import { releaseView } from './view.ts'
import type { EvaluationSteps } from '../contract/releases.ts'

export async function readSteps(ctx: TenantContext, id: string): Promise<EvaluationSteps> {
  const { row } = await requireEvaluationRow(ctx, id, [])
  const [[steps, releases], { review }] = await Promise.all([
    readBatch(ctx.region, [query(ctx.tenantId, id), readReleaseOf(ctx.tenantId, id)]),
    readPolicies(ctx),
  ])
  const about = { state: row.state, ranBy: row.createdBy, actor: actorLabel(ctx.actor) }
  const [release] = releases
  return {
    state: row.state,
    moves: movesOf().flatMap(([act, move]) =>
      move.from.includes(row.state) &&
      ctx.permissions.includes(move.permission) &&
      againstPolicy(review, act, about) === undefined
        ? [act]
        : [],
    ),
    policy: review,
    steps: steps.map(({ act, toState, doneBy, doneByName, reason, doneAt }) => ({
      // Guarantee: written by the acts of the table.
      act: act as EvaluationAct,
      to: toState,
      by: doneBy,
      byName: doneByName,
      reason,
      at: doneAt,
    })),
    release: release === undefined ? null : releaseView(release),
  }
}

// Guarantee: the keys of the table.
const movesOf = (): [EvaluationAct, EvaluationMove][] =>
  Object.entries(EVALUATION_MOVES) as [EvaluationAct, EvaluationMove][]
