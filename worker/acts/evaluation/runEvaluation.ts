/** Runs an evaluation and stores it with its inputs in one batch. Inputs and results are named by digests: whoever has the inputs can run them again and compare. */
import { insertEvaluation } from '../../../db/region/queries/evaluations.ts'
import { evaluationDigest } from '../../engine/digest/evaluationDigest.ts'
import { ENGINE_VERSION } from '../../engine/version.ts'
import { actorLabel, type TenantContext } from '../../context.ts'
import { newId } from '../../lib/id.ts'
import { leavesOf } from '../../services/framework/body.ts'
import { WORDS } from '../../words/index.ts'
import { evaluateSnapshot } from '../../services/evaluation/evaluateSnapshot.ts'
import { loadInputs } from '../../services/evaluation/loadInputs.ts'
import { writeInputs, writePart, type StoredInputs } from '../../services/evaluation/parts.ts'
import { nameResults, writePanel } from '../../record/evaluation.ts'
import { evaluationView } from '../../services/evaluation/view.ts'
import type { Act, Plan } from '../act.types.ts'
import type { CreateEvaluation, Evaluation } from '../../contract/evaluations.ts'
import type { StoredSummary } from '../../services/evaluation/results.types.ts'

export const runEvaluation: Act<TenantContext, CreateEvaluation, Evaluation> = {
  name: 'evaluation.run',
  by: { permission: 'evaluation:write' },
  where: 'region',
  plan,
}

async function plan(ctx: TenantContext, input: CreateEvaluation): Promise<Plan<Evaluation>> {
  const { frameworkName, frameworkVersion, body, method, snapshot } = await loadInputs(ctx, input)
  const inputDigest = await evaluationDigest({
    snapshot,
    framework: body,
    options: method,
    engineVersion: ENGINE_VERSION,
  })
  const results = evaluateSnapshot(snapshot, body.root, method)
  const { digest: resultDigest, periodTexts } = await nameResults(results)

  const createdAt = ctx.now()
  const id = newId('ev', createdAt)
  const { panel, periods, missingCount, headline, board } = results
  const summary: StoredSummary = {
    frameworkName,
    areaCount: snapshot.areas.length,
    indicatorCount: leavesOf(body.root).length,
    missingCount,
    warningCount: panel.warnings.length,
    headline,
    board,
  }
  const row = {
    id,
    title: input.title,
    frameworkId: input.frameworkId,
    frameworkVersion,
    state: 'draft' as const,
    engineVersion: ENGINE_VERSION,
    inputDigest,
    resultDigest,
    createdBy: actorLabel(ctx.actor),
    createdAt,
    publishedAt: null,
  }
  const periodNames = snapshot.periods.map((p) => p.period)
  const write = (part: string, text: string) => writePart(ctx.region, ctx.tenantId, id, part, text)
  const inputs: StoredInputs = {
    areas: snapshot.areas,
    framework: body,
    options: method,
    engineVersion: ENGINE_VERSION,
  }
  return {
    target: id,
    statements: [
      insertEvaluation(ctx.region, { ...row, tenantId: ctx.tenantId, periods: periodNames, options: method, summary }),
      ...write('inputs', writeInputs(inputs)),
      ...snapshot.periods.flatMap((p) => write(`data:${p.period}`, JSON.stringify(p))),
      ...write('panel', writePanel(panel)),
      ...periods.flatMap((p, i) => write(`result:${p.period}`, periodTexts[i] ?? '')),
    ],
    detail: {
      frameworkId: input.frameworkId,
      frameworkVersion,
      periods: periodNames,
      areas: snapshot.areas.length,
      inputDigest,
      resultDigest,
    },
    result: () =>
      evaluationView(
        {
          ...row,
          periods: JSON.stringify(periodNames),
          options: JSON.stringify(method),
          summary: JSON.stringify(summary),
          publicationId: null,
        },
        panel,
        WORDS[ctx.locale],
      ),
  }
}
