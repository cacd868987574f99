/** /cities/:city/imports: upload and check, read, commit, take back, discard. */
import { Hono } from 'hono'
import { streamAct, wantsLines } from '../../http/ndjson.ts'
import { inCity } from '../../http/middleware/city.ts'
import { once } from '../../http/once.ts'
import { validate } from '../../http/validate.ts'
import { AppError } from '../../contract/problems.ts'
import { commitImport } from '../../acts/import/commitImport.ts'
import { uploadValues } from '../../acts/import/uploadValues.ts'
import { perform } from '../../acts/perform.ts'
import { discardImport } from '../../acts/import/discardImport.ts'
import { NO_MAPPING } from '../../services/import/mapping.ts'
import { requireImport } from '../../services/import/requireImport.ts'
import { revertImport } from '../../acts/import/revertImport.ts'
import { sentence } from '../../words/sentence.ts'
import { describe } from '../describe.ts'
import { CommitImport, CreateImportQuery, ImportPage, ImportRecord, ListImportsQuery } from '../../contract/imports.ts'
import type { AppEnv } from '../../http/appEnv.ts'
import type { Progress } from '../../services/import/checkFile.ts'
import type { ImportSummary } from '../../contract/imports.ts'
import type { z } from 'zod'
import { namedIn, sinceMs } from '../../lib/since.ts'
import type { TenantContext } from '../../context.ts'
import { importSummaryView } from '../../services/import/view.ts'
import { decodeCursor, pageOfRows } from '../../contract/cursor.ts'
import { readImports } from '../../../db/region/queries/imports.ts'
import { readBatch } from '../../../db/readBatch.ts'

const tag = 'Imports'
/** A little above what an import may have, so that a file just too large is told so in the service's words. */
const FILE_BYTES = 25_000_000
const REASONS_BYTES = 256 * 1024
const silent: Progress = () => undefined
/** What browsers and command lines call a CSV; anything said to be something else is refused before it is read. */
const TYPES =
  /^(text\/(csv|plain|tab-separated-values|comma-separated-values)|application\/(csv|octet-stream|vnd\.ms-excel|x-csv))\b/i

export const imports = new Hono<AppEnv>()
  .get(
    '/cities/:city/imports',
    describe({ tag, id: 'listImports', summary: 'Imports, newest first', ok: ImportPage }),
    inCity('data:read'),
    validate('query', ListImportsQuery),
    async (c) => {
      return c.json(await listImports(c.get('tenant'), c.req.valid('query')))
    },
  )
  .post(
    '/cities/:city/imports',
    describe({
      tag,
      id: 'createImport',
      summary: 'Upload, check and stage a CSV of observations',
      ok: ImportRecord,
      status: 201,
      also: ['application/x-ndjson'],
      rawBody: ['text/csv', 'application/octet-stream'],
      problems: [415],
      description:
        'Long form (area, indicator, period, value) or wide form (area, one column per indicator; period as a column or in the query). UTF-8, GB18030 or UTF-16. A file with errors answers 201 with state "rejected" and its problems; nothing of it is stored. The same file sent twice makes two records; committing both changes nothing the second time. With Accept: application/x-ndjson progress is streamed, status 200.',
    }),
    inCity('data:write', FILE_BYTES),
    validate('query', CreateImportQuery),
    async (c) => {
      const tenant = c.get('tenant')
      const type = c.req.header('content-type')
      if (type !== undefined && !TYPES.test(type)) throw new AppError('unsupported-type', sentence('files.in-a-form'))
      const { fileName, period, mapping } = c.req.valid('query')
      const file = {
        bytes: new Uint8Array(await c.req.arrayBuffer()),
        fileName,
        period: period ?? null,
        mapping: mapping ?? NO_MAPPING,
      }
      const stage = (onProgress: Progress): Promise<ImportRecord> =>
        once(
          c,
          tenant,
          (ctx) => perform(uploadValues, ctx, { file, onProgress }),
          (done) => requireImport(tenant, done.target),
        )
      if (wantsLines(c)) return streamAct(c, stage)
      const record = await stage(silent)
      return c.json(record, 201, { location: `${new URL(c.req.url).pathname}/${record.id}` })
    },
  )
  .get(
    '/cities/:city/imports/:id',
    describe({ tag, id: 'getImport', summary: 'One import with its problems', ok: ImportRecord }),
    inCity('data:read'),
    async (c) => c.json(await requireImport(c.get('tenant'), c.req.param('id'))),
  )
  .delete(
    '/cities/:city/imports/:id',
    describe({ tag, id: 'discardImport', summary: 'Discard a staged import', status: 204, problems: [409] }),
    inCity('data:write'),
    async (c) => {
      await perform(discardImport, c.get('tenant'), c.req.param('id'))
      return c.body(null, 204)
    },
  )
  .post(
    '/cities/:city/imports/:id/commit',
    describe({
      tag,
      id: 'commitImport',
      summary: 'Write all of it, or nothing',
      ok: ImportRecord,
      also: ['application/x-ndjson'],
      description:
        'Values outside the usual range of their indicator need a reason: `reasons` by problem id, or `reason` for all of them; without one the answer is 422 and names the cells. The reasons are kept with the import. The body may be left out when no problem has severity "reason".',
    }),
    inCity('data:write', REASONS_BYTES),
    validate('json', CommitImport),
    async (c) => {
      const tenant = c.get('tenant')
      const id = c.req.param('id')
      const given = c.req.valid('json')
      const commit = (onProgress: Progress): Promise<ImportRecord> =>
        once(
          c,
          tenant,
          (ctx) => perform(commitImport, ctx, { id, given, onProgress }),
          (done) => requireImport(tenant, done.target),
        )
      return wantsLines(c) ? streamAct(c, commit) : c.json(await commit(silent))
    },
  )
  .post(
    '/cities/:city/imports/:id/revert',
    describe({ tag, id: 'revertImport', summary: 'Take a committed import back', ok: ImportRecord }),
    inCity('data:write'),
    async (c) => {
      const tenant = c.get('tenant')
      const record = await once(
        c,
        tenant,
        (ctx) => perform(revertImport, ctx, c.req.param('id')),
        (done) => requireImport(tenant, done.target),
      )
      return c.json(record)
    },
  )

/** Imports of the city, newest first. */
async function listImports(
  ctx: TenantContext,
  { cursor, limit, since, state }: z.infer<typeof ListImportsQuery>,
): Promise<{ items: ImportSummary[]; nextCursor: string | null }> {
  const [rows] = await readBatch(ctx.region, [
    readImports(ctx.tenantId, decodeCursor(cursor), limit + 1, { sinceMs: sinceMs(since), states: namedIn(state) }),
  ])
  const page = pageOfRows(rows, limit)
  return { items: page.items.map((row) => importSummaryView(row)), nextCursor: page.nextCursor }
}
