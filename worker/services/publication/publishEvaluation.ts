/** Publishes a draft: one region batch turns its state, freezes what leaves the region and puts it in the outbox; the relay carries it to the hub afterwards. */
import { commitRegion, expectChanges } from '../../../db/commit.ts'
import { jsonSlices } from '../../../db/jsonSlices.ts'
import { insertPart, markPublished } from '../../../db/region/queries/evaluations.ts'
import { findFrameworkVersion } from '../../../db/region/queries/frameworks.ts'
import { insertOutbox } from '../../../db/region/queries/outbox.ts'
import { AppError } from '../../http/errors.ts'
import { actorLabel, type TenantContext } from '../../http/context.ts'
import { auditRow } from '../auditRow.ts'
import { storedBody } from '../framework/body.ts'
import { readPart, writePart } from '../evaluation/parts.ts'
import { requireEvaluationRow } from '../evaluation/requireEvaluationRow.ts'
import { outboxIdOf, publicationIdOf, summaryView } from '../evaluation/view.ts'
import { relayOutbox } from '../relay/relayOutbox.ts'
import { sayIn } from '../say.ts'
import { exchangeRows } from './exchangeRows.ts'
import { factsOf } from './facts.ts'
import { publicationPayload } from './publicationPayload.ts'
import type { NewPublication } from '../../../db/hub/queries/exchange.ts'
import type { EvaluationSummary } from '../../routes/evaluations/schema.ts'

/** The payload of an outbox row of kind `publication`: the hub's row and where its pieces lie. */
export interface OutboxPublication {
  readonly evaluationId: string
  readonly publication: NewPublication
}

export async function publishEvaluation(ctx: TenantContext, id: string): Promise<EvaluationSummary> {
  const { row, parts } = await requireEvaluationRow(ctx, id, ['panel', 'result:*'])
  if (row.state !== 'draft')
    throw new AppError('conflict', sayIn(ctx.locale)('此评价已公开', 'This evaluation is published already'))
  const framework = await findFrameworkVersion(ctx.region, ctx.tenantId, row.frameworkId, row.frameworkVersion)
  const panel = readPart(parts, 'panel')
  if (framework === undefined || panel === undefined) throw new AppError('not-found')
  const summary = summaryView(row)
  const periods = summary.periods.flatMap((p) => readPart(parts, `result:${p}`) ?? [])
  const publishedAt = ctx.now()
  const payload = publicationPayload(row, panel, periods, publishedAt)
  const { headline } = summary
  const outboxId = outboxIdOf(id)
  const publication: NewPublication = {
    id: publicationIdOf(id),
    outboxId,
    cityId: ctx.tenantId,
    evaluationId: id,
    title: row.title,
    frameworkName: summary.frameworkName,
    frameworkVersion: row.frameworkVersion,
    templateId: framework.templateId,
    templateVersion: framework.templateVersion,
    firstPeriod: summary.periods[0] ?? '',
    lastPeriod: summary.periods.at(-1) ?? '',
    digest: row.inputDigest,
    headlineScore: headline.score,
    headlineIndexKey: headline.equality.family,
    headlineIndex: null,
    payload: await factsOf(
      payload.evaluation,
      storedBody(framework.body).root,
      framework.templateId ?? `own:${ctx.tenantId}:${row.frameworkId}`,
    ),
    publishedAt,
  }
  const outbox: OutboxPublication = { evaluationId: id, publication }
  await commitRegion(
    ctx.region,
    ctx.tenantId,
    [
      markPublished(ctx.region, ctx.tenantId, id, actorLabel(ctx.actor), publishedAt),
      expectChanges(1),
      ...writePart(ctx.region, ctx.tenantId, id, 'publication', payload),
      ...jsonSlices(exchangeRows(periods, panel.nodes)).map((slice, seq) =>
        insertPart(ctx.region, ctx.tenantId, id, 'exchange', seq, slice),
      ),
      insertOutbox(ctx.region, {
        tenantId: ctx.tenantId,
        id: outboxId,
        kind: 'publication',
        payload: outbox,
        createdAt: publishedAt,
      }),
    ],
    auditRow(ctx, 'evaluation.publish', id, {
      publicationId: publication.id,
      inputDigest: row.inputDigest,
      resultDigest: row.resultDigest,
    }),
  )
  ctx.defer(
    relayOutbox({ region: ctx.region, hub: ctx.hub, now: ctx.now }, { only: { tenantId: ctx.tenantId, id: outboxId } }),
  )
  return { ...summary, state: 'published', publishedAt }
}
