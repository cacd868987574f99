/** Publishes a draft: one region batch turns its state, freezes what leaves the region, enters it into the ledger of what is public and puts it in
 * the outbox; the relay carries it to the hub afterwards. What the guard does not let out is in none of these. */
import { expectChanges } from '../../../db/commit.ts'
import { jsonSlices } from '../../../db/jsonSlices.ts'
import { D1_LIMITS } from '../../../db/limits.ts'
import { readBatch } from '../../../db/readBatch.ts'
import { guardDisclosures, insertDisclosure } from '../../../db/region/queries/disclosures.ts'
import { guardPolicy, insertPart, insertStep, markPublished } from '../../../db/region/queries/evaluations.ts'
import { insertOutbox } from '../../../db/region/queries/outbox.ts'
import { AppError } from '../../contract/problems.ts'
import { actorLabel, actorName, type TenantContext } from '../../context.ts'
import { cutText } from '../../services/evaluation/asciiJson.ts'
import { guardCorrectable, insertRelease, readRelease, type ReleaseRow } from '../../../db/region/queries/releases.ts'
import { newId } from '../../lib/id.ts'
import { sentence, type Sentence } from '../../words/sentence.ts'
import { readPolicies, requirePolicy, USUAL_REVIEW } from '../../release/policies.ts'
import { relayOutbox } from '../../release/relayOutbox.ts'
import { EVALUATION_MOVES } from '../../release/states.ts'
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
import { LONGEST_EMBARGO_DAYS, type PublishRequest } from '../../contract/publication.ts'
import type { z } from 'zod'

type Asked = z.infer<typeof PublishRequest> & { readonly id: string }

const MOVE = EVALUATION_MOVES.publish
const DAY_MS = 24 * 3600 * 1000

export const publishEvaluation: Act<TenantContext, Asked, EvaluationSummary> = {
  name: MOVE.action,
  by: { permission: MOVE.permission },
  where: 'region',
  policy: (ctx, { id }) => requirePolicy(ctx, 'publish', id),
  plan,
}

async function plan(ctx: TenantContext, { id, raw, embargoUntil, corrects }: Asked): Promise<Plan<EvaluationSummary>> {
  const now = ctx.now()
  const publishedAt = embargoUntil ?? now
  if (embargoUntil !== undefined) checkEmbargo(embargoUntil, now)
  const corrected = corrects === undefined ? undefined : await requireCorrectable(ctx, corrects.publicationId)
  const reason = corrects?.reason ?? ''
  const { review } = await readPolicies(ctx)
  const prepared = await preparePublication(ctx, id, raw, publishedAt, {
    corrects: corrected && { id: corrected.id, lineage: corrected.lineage, reason },
  })
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
  const outboxId = newId('out', now)
  const [by, byName] = [actorLabel(ctx.actor), actorName(ctx.actor)]
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
    supersedesId: corrected?.id ?? null,
    seriesAt: corrected?.seriesAt ?? null,
  }
  const outbox: OutboxPublication = {
    evaluationId: id,
    publication,
    release: { reason, createdAt: now },
    etags: Object.fromEntries(stored.map(({ part, etag }) => [part, etag])),
  }
  const codes = source.leaves.map((l) => l.code)
  return {
    target: id,
    statements: [
      // Whoever publishes at the same moment has not been weighed by this guard, nor this by theirs: one of the two starts again.
      guardDisclosures(ctx.tenantId, history.rows.length),
      guardPolicy(ctx.tenantId, 'review', review, USUAL_REVIEW),
      ...(corrected === undefined ? [] : [guardCorrectable(ctx.tenantId, corrected.id)]),
      markPublished(ctx.tenantId, id, MOVE.from, by, publishedAt),
      expectChanges(1),
      insertRelease(ctx.tenantId, {
        id: head.id,
        outboxId,
        basis: 'publication',
        audience: 'public',
        evaluationId: id,
        what: JSON.stringify({ published: head.disclosure.published }),
        fromAt: publishedAt,
        supersedesId: corrected?.id ?? null,
        reason,
        createdBy: by,
        createdByName: byName,
        createdAt: now,
      }),
      insertStep(ctx.tenantId, id, {
        act: 'publish',
        toState: MOVE.to,
        doneBy: by,
        doneByName: byName,
        reason,
        doneAt: now,
      }),
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
          now,
        ),
      ),
      insertOutbox(ctx.region, {
        tenantId: ctx.tenantId,
        id: outboxId,
        kind: 'publication',
        payload: outbox,
        createdAt: now,
        notBefore: embargoUntil ?? null,
      }),
    ],
    detail: {
      publicationId: publication.id,
      inputDigest: row.inputDigest,
      resultDigest: row.resultDigest,
      raw: head.disclosure.raw,
      ...(embargoUntil === undefined ? {} : { embargoUntil }),
      ...(corrected === undefined ? {} : { corrects: corrected.id }),
      sealRoot: seal.root,
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

function checkEmbargo(until: number, now: number): void {
  if (until > now && until <= now + LONGEST_EMBARGO_DAYS * DAY_MS) return
  const message = sentence('releases.embargo', { days: LONGEST_EMBARGO_DAYS })
  throw new AppError('invalid', undefined, [{ path: 'embargoUntil', code: 'out-of-range', message }])
}

const refusal = (code: string, message: Sentence): AppError =>
  new AppError('invalid', undefined, [{ path: 'corrects.publicationId', code, message }])

async function requireCorrectable(ctx: TenantContext, id: string): Promise<ReleaseRow> {
  const [[row]] = await readBatch(ctx.region, [readRelease(ctx.tenantId, id)])
  if (row === undefined || row.basis !== 'publication') throw refusal('unknown', sentence('releases.no-such'))
  if (row.withdrawnAt !== null) throw refusal('withdrawn', sentence('releases.is-withdrawn'))
  if (row.leftAt === null) throw refusal('not-public-yet', sentence('releases.not-public-yet'))
  if (row.supersededById !== null)
    throw refusal('superseded', sentence('releases.corrected-already', { by: row.supersededById }))
  return row
}
