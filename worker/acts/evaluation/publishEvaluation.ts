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
import { actorLabel, type TenantContext } from '../../context.ts'
import { cutText } from '../../services/evaluation/asciiJson.ts'
import { guardCorrectable, insertRelease, readRelease, type ReleaseRow } from '../../../db/region/queries/releases.ts'
import { newId } from '../../lib/id.ts'
import { sayIn } from '../../lib/say.ts'
import { readPolicies, requirePolicy, USUAL_REVIEW } from '../../release/policies.ts'
import { relayOutbox } from '../../release/relayOutbox.ts'
import { EVALUATION_MOVES } from '../../release/states.ts'
import { exchangeRows } from '../../services/publication/exchangeRows.ts'
import { factsOf } from '../../services/publication/facts.ts'
import { PUBLIC_PART, type OutboxPublication } from '../../services/publication/outboxPublication.ts'
import { preparePublication } from '../../services/publication/preparePublication.ts'
import { wordsOf } from '../../services/publication/previewPublication.ts'
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
  if (embargoUntil !== undefined) checkEmbargo(ctx, embargoUntil, now)
  const corrected = corrects === undefined ? undefined : await requireCorrectable(ctx, corrects.publicationId)
  const reason = corrects?.reason ?? ''
  const { review } = await readPolicies(ctx)
  const prepared = await preparePublication(ctx, id, raw, publishedAt, {
    corrects: corrected && { id: corrected.id, lineage: corrected.lineage, reason },
  })
  const { row, summary, documents, source, decision, history } = prepared
  if (prepared.refusals.length > 0) {
    const words = wordsOf(ctx, prepared)
    throw new AppError(
      'disclosure',
      words.map((w) => `${w.message}。${w.wouldPass}`).join('\n'),
      words.map((w) => ({ path: 'raw', code: w.code, message: `${w.message}。${w.wouldPass}` })),
    )
  }
  const { head } = documents
  // The canonical text of each part is made once: it is what is digested, sealed, stored and served.
  // The keys are the hub's. Publishing does not wait for a hub that is away: such a result is not signed, and every verifier says so.
  const signer = await signerOf(signingContext(ctx), ctx.tenantId).catch(() => undefined)
  const { texts, seal } = await sealOf(documents, signer && ((statement) => signText(statement, signer)))
  const stored = await Promise.all([...texts].map(async ([part, text]) => ({ part, ...(await zipText(text)) })))
  const outboxId = newId('out', now)
  const [by, byName] = [actorLabel(ctx.actor), ctx.actor.kind === 'user' ? ctx.actor.name : '']
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

function checkEmbargo(ctx: TenantContext, until: number, now: number): void {
  if (until > now && until <= now + LONGEST_EMBARGO_DAYS * DAY_MS) return
  const message = sayIn(ctx.locale)(
    `公开时间须晚于现在，且不超过 ${LONGEST_EMBARGO_DAYS} 天。要立即公开，请不填公开时间。`,
    `The date of publication lies in the future and at most ${LONGEST_EMBARGO_DAYS} days ahead. Leave it out to publish at once.`,
  )
  throw new AppError('invalid', undefined, [{ path: 'embargoUntil', code: 'out-of-range', message }])
}

const refuse = (code: string, message: string): AppError =>
  new AppError('invalid', undefined, [{ path: 'corrects.publicationId', code, message }])

async function requireCorrectable(ctx: TenantContext, id: string): Promise<ReleaseRow> {
  const [[row]] = await readBatch(ctx.region, [readRelease(ctx.tenantId, id)])
  const say = sayIn(ctx.locale)
  if (row === undefined || row.basis !== 'publication')
    throw refuse('unknown', say('本市没有这个公布结果。', 'This city has no such publication.'))
  if (row.withdrawnAt !== null)
    throw refuse(
      'withdrawn',
      say(
        '该结果已撤回，不必更正；请单独公布新结果。',
        'That publication was withdrawn and needs no correction; publish the new result on its own.',
      ),
    )
  if (row.leftAt === null)
    throw refuse(
      'not-public-yet',
      say(
        '该结果尚未对外公开。请先撤回它，再公布新结果。',
        'That publication is not public yet. Withdraw it, then publish the new result.',
      ),
    )
  if (row.supersededById !== null)
    throw refuse(
      'superseded',
      say(
        `该结果已由 ${row.supersededById} 更正；请更正后者。`,
        `That publication was corrected by ${row.supersededById} already; correct that one.`,
      ),
    )
  return row
}
