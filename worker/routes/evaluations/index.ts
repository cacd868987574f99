/** /cities/:city/evaluations: run, list, read by period, read the inputs, delete a draft, publish. Results never change, so their digest is their ETag. */
import { Hono } from 'hono'
import { etag } from 'hono/etag'
import { isKnownTag } from '../../http/ifNoneMatch.ts'
import { inCity } from '../../http/middleware/city.ts'
import { limitRate } from '../../http/rateLimit.ts'
import { emptyAsObject } from '../../http/middleware/emptyAsObject.ts'
import { once } from '../../http/once.ts'
import { validate } from '../../http/validate.ts'
import { perform } from '../../acts/perform.ts'
import { approveEvaluation, returnEvaluation, reviewEvaluation } from '../../acts/evaluation/moveEvaluation.ts'
import { withdrawEvaluation } from '../../acts/evaluation/withdrawEvaluation.ts'
import { readSteps } from '../../release/readSteps.ts'
import { deleteEvaluation } from '../../acts/evaluation/deleteEvaluation.ts'
import { requireEvaluation } from '../../services/evaluation/requireEvaluation.ts'
import { requireEvaluationRow } from '../../services/evaluation/requireEvaluationRow.ts'
import { resultsCsv } from '../../services/evaluation/resultsCsv.ts'
import { runEvaluation } from '../../acts/evaluation/runEvaluation.ts'
import { serveEvaluation } from '../../services/evaluation/serveEvaluation.ts'
import { servePeriodResult } from '../../services/evaluation/servePeriodResult.ts'
import { previewPublication, rawOf } from '../../services/publication/previewPublication.ts'
import { publishEvaluation } from '../../acts/evaluation/publishEvaluation.ts'
import { summaryView } from '../../services/evaluation/view.ts'
import { describe } from '../describe.ts'
import {
  CreateEvaluation,
  Evaluation,
  EvaluationInputs,
  EvaluationPage,
  EvaluationSummary,
  ListEvaluationsQuery,
  PeriodResult,
} from '../../contract/evaluations.ts'
import { PreviewQuery, PublicationPreview, PublishRequest } from '../../contract/publication.ts'
import { EvaluationSteps, StepNote, StepReason } from '../../contract/releases.ts'
import type { Act } from '../../acts/act.types.ts'
import type { TenantContext } from '../../context.ts'
import type { AppEnv } from '../../http/appEnv.ts'
import type { Context } from 'hono'
import { readPart } from '../../services/evaluation/parts.ts'
import { AppError } from '../../contract/problems.ts'
import type { z } from 'zod'
import { namedIn, sinceMs } from '../../lib/since.ts'
import { decodeCursor, pageOfRows } from '../../contract/cursor.ts'
import { listEvaluations as query } from '../../../db/region/queries/evaluations.ts'

const tag = 'Evaluations'
/** The codes of every area a city may have, and the rest. */
const REQUEST_BYTES = 300_000
/** Results of a run never change; what is shown beside them (the state) does, so the browser asks again each time. */
const REVALIDATE = { 'cache-control': 'private, no-cache' }

export const evaluations = new Hono<AppEnv>()
  .get(
    '/cities/:city/evaluations',
    describe({ tag, id: 'listEvaluations', summary: "A city's evaluations, newest first", ok: EvaluationPage }),
    inCity('evaluation:read'),
    validate('query', ListEvaluationsQuery),
    async (c) => c.json(await listEvaluations(c.get('tenant'), c.req.valid('query'))),
  )
  .post(
    '/cities/:city/evaluations',
    describe({
      tag,
      id: 'runEvaluation',
      summary: 'Run an evaluation',
      description:
        'Takes a snapshot of the chosen data and computes every score, rank, index, decomposition and gap. The same inputs give the same digests.',
      ok: Evaluation,
      status: 201,
    }),
    inCity('evaluation:write', REQUEST_BYTES),
    validate('json', CreateEvaluation),
    async (c) => {
      const tenant = c.get('tenant')
      const evaluation = await once(
        c,
        tenant,
        (ctx) => perform(runEvaluation, ctx, c.req.valid('json')),
        async (done) => (await requireEvaluation(tenant, done.target)).evaluation,
      )
      return c.json(evaluation, 201, { location: `${new URL(c.req.url).pathname}/${evaluation.id}` })
    },
  )
  .get(
    '/cities/:city/evaluations/:id',
    describe({
      tag,
      id: 'getEvaluation',
      etag: true,
      summary: 'One evaluation: record, nodes, series, warnings',
      ok: Evaluation,
    }),
    inCity('evaluation:read'),
    async (c) => {
      const { body, etag: name } = await serveEvaluation(c.get('tenant'), c.req.param('id'))
      const headers = { ...REVALIDATE, etag: name }
      return isKnownTag(c.req.header('if-none-match'), name)
        ? c.body(null, 304, headers)
        : c.body(body, 200, { ...headers, 'content-type': 'application/json' })
    },
  )
  .delete(
    '/cities/:city/evaluations/:id',
    describe({ tag, id: 'deleteEvaluation', summary: 'Delete a draft', status: 204, problems: [409] }),
    inCity('evaluation:write'),
    async (c) => {
      await perform(deleteEvaluation, c.get('tenant'), c.req.param('id'))
      return c.body(null, 204)
    },
  )
  .get(
    '/cities/:city/evaluations/:id/periods/:period',
    describe({ tag, id: 'getPeriodResult', etag: true, summary: 'Results of one period', ok: PeriodResult }),
    inCity('evaluation:read'),
    async (c) => {
      const { body, resultDigest } = await servePeriodResult(c.get('tenant'), c.req.param('id'), c.req.param('period'))
      const headers = {
        ...REVALIDATE,
        etag: `"${resultDigest.slice(7, 39)}-${encodeURIComponent(c.req.param('period'))}"`,
      }
      return isKnownTag(c.req.header('if-none-match'), headers.etag)
        ? c.body(null, 304, headers)
        : c.body(body, 200, { ...headers, 'content-type': 'application/json' })
    },
  )
  .get(
    '/cities/:city/evaluations/:id/results.csv',
    describe({
      tag,
      id: 'exportEvaluationResults',
      summary: 'All results of every period as CSV',
      description:
        'A row for each period, area and node: score, 实现度 with its coverage, rank, normalised score, raw value; and one without an area for the city, with 均等化程度, its coverage, I, n and the convention. Heads are in the language of the reader, the order of the columns is fixed.',
      also: ['text/csv'],
    }),
    inCity('evaluation:read'),
    async (c) => {
      const tenant = c.get('tenant')
      const { body, resultDigest } = await resultsCsv(tenant, c.req.param('id'))
      return c.body(body, 200, {
        ...REVALIDATE,
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${tenant.city.slug}-${resultDigest.slice(7, 19)}.csv"`,
        vary: 'accept-language',
      })
    },
  )
  .get(
    '/cities/:city/evaluations/:id/snapshot',
    describe({
      tag,
      id: 'getEvaluationInputs',
      etag: true,
      summary: 'The inputs that the digest covers',
      ok: EvaluationInputs,
    }),
    inCity('evaluation:read'),
    etag(),
    async (c) => c.json(await requireInputs(c.get('tenant'), c.req.param('id')), 200, REVALIDATE),
  )
  .post(
    '/cities/:city/evaluations/:id/publish',
    describe({
      tag,
      id: 'publishEvaluation',
      summary: 'Publish an evaluation',
      description:
        'Immutable from then on. `raw` says whose values become public; withheld ones are guarded against everything this city has published (409 `disclosure` with the reason and what would pass). `embargoUntil`: nothing leaves the region before. `corrects`: it takes the place of an earlier publication, which says so from then on. The hub has it moments later: `publicationId` is set once it does.',
      ok: EvaluationSummary,
      problems: [409],
    }),
    inCity('evaluation:publish', REQUEST_BYTES),
    emptyAsObject,
    validate('json', PublishRequest),
    async (c) => {
      const tenant = c.get('tenant')
      const asked = c.req.valid('json')
      const summary = await once(
        c,
        tenant,
        (ctx) => perform(publishEvaluation, ctx, { ...asked, id: c.req.param('id') }),
        async (done) => summaryView((await requireEvaluationRow(tenant, done.target, [])).row),
      )
      return c.json(summary)
    },
  )
  .post(
    '/cities/:city/evaluations/:id/review',
    describe({
      tag,
      id: 'reviewEvaluation',
      summary: 'State that a draft was reviewed',
      ok: EvaluationSteps,
      problems: [409],
    }),
    inCity('evaluation:review', REQUEST_BYTES),
    emptyAsObject,
    validate('json', StepNote),
    (c) => moved(c, reviewEvaluation, c.req.valid('json').note),
  )
  .post(
    '/cities/:city/evaluations/:id/approve',
    describe({
      tag,
      id: 'approveEvaluation',
      summary: 'Approve a reviewed evaluation for publication',
      ok: EvaluationSteps,
      problems: [409],
    }),
    inCity('evaluation:review', REQUEST_BYTES),
    emptyAsObject,
    validate('json', StepNote),
    (c) => moved(c, approveEvaluation, c.req.valid('json').note),
  )
  .post(
    '/cities/:city/evaluations/:id/return',
    describe({
      tag,
      id: 'returnEvaluation',
      summary: 'Send a reviewed or approved evaluation back to draft',
      ok: EvaluationSteps,
      problems: [409],
    }),
    inCity('evaluation:review', REQUEST_BYTES),
    validate('json', StepReason),
    (c) => moved(c, returnEvaluation, c.req.valid('json').reason),
  )
  .post(
    '/cities/:city/evaluations/:id/withdraw',
    describe({
      tag,
      id: 'withdrawEvaluation',
      summary: 'Withdraw the publication of an evaluation',
      description:
        'Its numbers leave the hub at once; title, period, date and the reason stay, for everybody to read. What was under an embargo disappears without a trace in public.',
      ok: EvaluationSteps,
      problems: [409],
    }),
    inCity('evaluation:publish', REQUEST_BYTES),
    validate('json', StepReason),
    (c) => moved(c, withdrawEvaluation, c.req.valid('json').reason),
  )
  .get(
    '/cities/:city/evaluations/:id/steps',
    describe({
      tag,
      id: 'listEvaluationSteps',
      summary: 'How an evaluation got where it is, and what may be done with it now',
      ok: EvaluationSteps,
    }),
    inCity('evaluation:read'),
    async (c) => c.json(await readSteps(c.get('tenant'), c.req.param('id')), 200, REVALIDATE),
  )
  .get(
    '/cities/:city/evaluations/:id/publication-preview',
    describe({
      tag,
      id: 'previewPublication',
      summary: 'What publishing a draft would make public',
      description:
        'Counts every kind of number that would become public, says what stays and why, and what the guard says.',
      ok: PublicationPreview,
      problems: [409],
    }),
    inCity('evaluation:publish'),
    validate('query', PreviewQuery),
    async (c) =>
      c.json(
        await previewPublication(c.get('tenant'), c.req.param('id'), rawOf(c.req.valid('query').raw), {
          signal: c.req.raw.signal,
          beforeSearch: (estimateMs) => limitRate(c, 'compute', estimateMs),
        }),
        200,
        REVALIDATE,
      ),
  )

/** One step of an evaluation, done once however often it is sent with its Idempotency-Key. */
async function moved(
  c: Context<AppEnv>,
  act: Act<TenantContext, { readonly id: string; readonly reason: string }, EvaluationSteps>,
  reason: string,
) {
  const tenant = c.get('tenant')
  const id = c.req.param('id') ?? ''
  return c.json(
    await once(
      c,
      tenant,
      (ctx) => perform(act, ctx, { id, reason }),
      (done) => readSteps(tenant, done.target),
    ),
  )
}

/** A city's evaluations, newest first, page by page. */
async function listEvaluations(
  ctx: TenantContext,
  { cursor, limit, since, state, period }: z.infer<typeof ListEvaluationsQuery>,
): Promise<{ items: EvaluationSummary[]; nextCursor: string | null }> {
  const page = pageOfRows(
    await query(ctx.region, ctx.tenantId, limit + 1, decodeCursor(cursor), {
      sinceMs: sinceMs(since),
      states: namedIn(state),
      periods: namedIn(period),
    }),
    limit,
  )
  return { items: page.items.map((row) => summaryView(row)), nextCursor: page.nextCursor }
}

/** The inputs an evaluation's digest covers, as they were. */
async function requireInputs(ctx: TenantContext, id: string): Promise<EvaluationInputs> {
  const { row, parts } = await requireEvaluationRow(ctx, id, ['inputs', 'data:*'])
  const inputs = readPart(parts, 'inputs')
  if (inputs === undefined) throw new AppError('not-found')
  const { areas, framework, options, engineVersion } = inputs
  const periods = (JSON.parse(row.periods) as string[]).flatMap((p) => readPart(parts, `data:${p}`) ?? [])
  return { snapshot: { areas: [...areas], periods }, framework, options, engineVersion, inputDigest: row.inputDigest }
}
