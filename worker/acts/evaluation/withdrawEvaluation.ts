/** Takes a publication back: its numbers leave the hub, its name stays there with the reason. What was never public goes without a trace there. */
import { expectChanges } from '../../../db/commit.ts'
import { readBatch } from '../../../db/readBatch.ts'
import { insertStep } from '../../../db/region/queries/evaluations.ts'
import { insertOutbox } from '../../../db/region/queries/outbox.ts'
import { markWithdrawn, readReleaseOf } from '../../../db/region/queries/releases.ts'
import { AppError } from '../../contract/problems.ts'
import { actorLabel, actorName, type TenantContext } from '../../context.ts'
import { newId } from '../../lib/id.ts'
import { sentence } from '../../words/sentence.ts'
import { readSteps } from '../../release/readSteps.ts'
import { relayOutbox } from '../../release/relayOutbox.ts'
import { EVALUATION_MOVES } from '../../release/states.ts'
import { requireEvaluationRow } from '../../services/evaluation/requireEvaluationRow.ts'
import type { Act } from '../act.types.ts'
import type { EvaluationSteps } from '../../contract/releases.ts'
import type { OutboxWithdrawal } from '../../release/kinds/withdrawal.ts'

interface Asked {
  readonly id: string
  /** Public. */
  readonly reason: string
}

const MOVE = EVALUATION_MOVES.withdraw

export const withdrawEvaluation: Act<TenantContext, Asked, EvaluationSteps> = {
  name: MOVE.action,
  by: { permission: MOVE.permission },
  where: 'region',
  async plan(ctx, { id, reason }) {
    await requireEvaluationRow(ctx, id, [])
    const [[release]] = await readBatch(ctx.region, [readReleaseOf(ctx.tenantId, id)])
    if (release === undefined) throw new AppError('conflict', sentence('releases.nothing-to-withdraw'))
    if (release.withdrawnAt !== null) throw new AppError('conflict', sentence('releases.withdrawn-already'))
    const withdrawnAt = ctx.now()
    const [by, byName] = [actorLabel(ctx.actor), actorName(ctx.actor)]
    const outboxId = newId('out', withdrawnAt)
    const payload: OutboxWithdrawal = {
      releaseId: release.id,
      releaseOutboxId: release.outboxId,
      reason,
      withdrawnAt,
    }
    return {
      target: id,
      statements: [
        markWithdrawn(ctx.tenantId, release.id, { by, byName, at: withdrawnAt, reason }),
        expectChanges(1),
        insertStep(ctx.tenantId, id, {
          act: 'withdraw',
          toState: MOVE.to,
          doneBy: by,
          doneByName: byName,
          reason,
          doneAt: withdrawnAt,
        }),
        insertOutbox(ctx.region, {
          tenantId: ctx.tenantId,
          id: outboxId,
          kind: 'withdrawal',
          payload,
          createdAt: withdrawnAt,
          notBefore: null,
        }),
      ],
      detail: { releaseId: release.id },
      afterwards: () =>
        relayOutbox(
          { region: ctx.region, hub: ctx.hub, now: ctx.now },
          { only: { tenantId: ctx.tenantId, id: outboxId } },
        ),
      result: () => readSteps(ctx, id),
    }
  },
}
