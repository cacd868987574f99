/** Publishes a draft: one region batch turns its state, freezes what leaves the region, enters it into the ledger of what is public and puts it in
 * the outbox; the relay carries it to the hub afterwards. What the guard does not let out is in none of these. */
import { expectChanges } from '../../../db/commit.ts'
import { jsonSlices } from '../../../db/jsonSlices.ts'
import { D1_LIMITS } from '../../../db/limits.ts'
import { guardDisclosures, insertDisclosure } from '../../../db/region/queries/disclosures.ts'
import { insertPart, markPublished } from '../../../db/region/queries/evaluations.ts'
import { insertOutbox } from '../../../db/region/queries/outbox.ts'
import { AppError } from '../../contract/problems.ts'
import { sentence } from '../../words/sentence.ts'
import { actorLabel, type TenantContext } from '../../context.ts'
import { cutText } from '../../services/evaluation/asciiJson.ts'
import { outboxIdOf } from '../../services/evaluation/view.ts'
import { relayOutbox } from '../../services/relay/relayOutbox.ts'
import { exchangeRows } from '../../services/publication/exchangeRows.ts'
import { factsOf } from '../../services/publication/facts.ts'
import { PUBLIC_PART, type OutboxPublication } from '../../services/publication/outboxPublication.ts'
import { preparePublication } from '../../services/publication/preparePublication.ts'
import { refusedBy } from '../../services/publication/previewPublication.ts'
import { zipText } from '../../services/publication/zip.ts'
import { sealOf } from '../../record/seal.ts'
import { signText } from '../../log/signature.ts'
import { signerOf, signingContext } from '../../services/log/signer.ts'
import type { Act, Plan } from '../act.types.ts'
import type { NewPublication } from '../../../db/hub/queries/exchange.ts'
import type { EvaluationSummary } from '../../contract/evaluations.ts'
import type { RawRequest } from '../../contract/publication.ts'

interface Asked {
  readonly id: string
  readonly raw: RawRequest
}

export const publishEvaluation: Act<TenantContext, Asked, EvaluationSummary> = {
  name: 'evaluation.publish',
  by: { permission: 'evaluation:publish' },
  where: 'region',
  plan,
}

async function plan(ctx: TenantContext, { id, raw }: Asked): Promise<Plan<EvaluationSummary>> {
  const publishedAt = ctx.now()
  const prepared = await preparePublication(ctx, id, raw, publishedAt)
  const { row, summary, documents, source, decision, history } = prepared
  if (prepared.refusals.length > 0) {
    const refused = refusedBy(prepared).map((r) => ({ code: r.code, message: sentence('publication.refused', r) }))
    throw new AppError(
      'disclosure',
      refused.map((r) => r.message),
      refused.map((r) => ({ path: 'raw', ...r })),
    )
  }
  const { head } = documents
  // The canonical text of each part is made once: it is what is digested, sealed, stored and served.
  // The keys are the hub's. Publishing does not wait for a hub that is away: such a result is not signed, and every verifier says so.
  const signer = await signerOf(signingContext(ctx), ctx.tenantId).catch(() => undefined)
  const { texts, seal } = await sealOf(documents, signer && ((statement) => signText(statement, signer)))
  const stored = await Promise.all([...texts].map(async ([part, text]) => ({ part, ...(await zipText(text)) })))
  const outboxId = outboxIdOf(id)
  const publication: NewPublication = {
    id: head.id,
    outboxId,
    cityId: ctx.tenantId,
    evaluationId: id,
    title: row.title,
    frameworkName: head.frameworkName,
    frameworkVersion: row.frameworkVersion,
    templateId: prepared.templateId,
    templateVersion: prepared.templateVersion,
    firstPeriod: head.firstPeriod,
    lastPeriod: head.lastPeriod,
    digest: head.digest,
    headlineScore: head.headlineScore,
    headlineIndexKey: summary.headline.equality.family,
    headlineIndex: null,
    payload: await factsOf(prepared.evaluation, prepared.root, prepared.lineage, head, seal.root),
    publishedAt,
  }
  const outbox: OutboxPublication = {
    evaluationId: id,
    publication,
    etags: Object.fromEntries(stored.map(({ part, etag }) => [part, etag])),
  }
  const codes = source.leaves.map((l) => l.code)
  return {
    target: id,
    statements: [
      // Whoever publishes at the same moment has not been weighed by this guard, nor this by theirs: one of the two starts again.
      guardDisclosures(ctx.tenantId, history.rows.length),
      markPublished(ctx.region, ctx.tenantId, id, actorLabel(ctx.actor), publishedAt),
      expectChanges(1),
      ...stored.flatMap(({ part, body }) =>
        cutText(body, D1_LIMITS.jsonParameterBytes).map((piece, seq) =>
          insertPart(ctx.region, ctx.tenantId, id, `${PUBLIC_PART}${part}`, seq, piece),
        ),
      ),
      insertPart(ctx.region, ctx.tenantId, id, 'seal', 0, JSON.stringify({ secret: prepared.secret })),
      ...jsonSlices(exchangeRows(documents.periods)).map((slice, seq) =>
        insertPart(ctx.region, ctx.tenantId, id, 'exchange', seq, slice),
      ),
      ...source.snapshot.periods.map(({ period }) =>
        insertDisclosure(
          ctx.tenantId,
          {
            evaluationId: id,
            period,
            lineage: prepared.lineage,
            method: prepared.method,
            areas: JSON.stringify(source.snapshot.areas.map((a) => a.code)),
            withheld: JSON.stringify(codes.filter((c) => !source.open.has(c))),
            published: JSON.stringify(codes.filter((c) => source.open.has(c))),
            cut: JSON.stringify(decision.cuts[period]),
          },
          publishedAt,
        ),
      ),
      insertOutbox(ctx.region, {
        tenantId: ctx.tenantId,
        id: outboxId,
        kind: 'publication',
        payload: outbox,
        createdAt: publishedAt,
      }),
    ],
    detail: {
      publicationId: publication.id,
      inputDigest: row.inputDigest,
      resultDigest: row.resultDigest,
      raw: head.disclosure.raw,
      root: seal.root,
      ...(seal.signature === undefined ? {} : { keyId: seal.signature.keyId }),
    },
    afterwards: () =>
      relayOutbox(
        { region: ctx.region, hub: ctx.hub, now: ctx.now },
        { only: { tenantId: ctx.tenantId, id: outboxId } },
      ),
    result: () => ({ ...summary, state: 'published', publishedAt }),
  }
}
