/** /cities/:city/frameworks: adopt, read, edit by version, compare. The ETag is the digest of the body. */
import { Hono } from 'hono'
import { z } from 'zod'
import { ifMatch } from '../../http/ifMatch.ts'
import { inCity } from '../../http/middleware/city.ts'
import { shallowJson } from '../../http/middleware/shallowJson.ts'
import { once } from '../../http/once.ts'
import { validate } from '../../http/validate.ts'
import { perform } from '../../acts/perform.ts'
import { createFramework } from '../../acts/framework/createFramework.ts'
import { diffFramework } from '../../services/framework/diffFramework.ts'
import { requireFramework } from '../../services/framework/requireFramework.ts'
import { updateFramework } from '../../acts/framework/updateFramework.ts'
import { describe } from '../describe.ts'
import { LongPageQuery, pageOf } from '../../contract/wire.ts'
import {
  CreateFramework,
  Framework,
  FrameworkDiff,
  FrameworkSummary,
  UpdateFramework,
} from '../../contract/frameworks.ts'
import type { AppEnv } from '../../http/appEnv.ts'
import type { TenantContext } from '../../context.ts'
import { summaryView } from '../../services/framework/view.ts'
import { decodeCursor, pageOfRows } from '../../contract/cursor.ts'
import { listFrameworks as query } from '../../../db/region/queries/frameworks.ts'

const FrameworkList = pageOf(FrameworkSummary).meta({ id: 'FrameworkList' })
const DiffQuery = z.object({
  against: z.union([z.literal('template'), z.coerce.number().int().min(1)]).default('template'),
})
/** A tree of 2,000 nodes takes about half of it. */
const BODY_LIMIT_BYTES = 1_400_000
/** Five kinds of nodes, two brackets each, and what surrounds them. */
const MOST_NESTING = 40
const tag = 'Frameworks'

export const frameworks = new Hono<AppEnv>()
  .get(
    '/cities/:city/frameworks',
    describe({ tag, id: 'listFrameworks', summary: "A city's frameworks", ok: FrameworkList }),
    inCity('data:read'),
    validate('query', LongPageQuery),
    async (c) => c.json(await listFrameworks(c.get('tenant'), c.req.valid('query'))),
  )
  .post(
    '/cities/:city/frameworks',
    describe({
      tag,
      id: 'createFramework',
      etag: true,
      summary: 'Adopt a template version, or bring a tree of your own',
      ok: Framework,
      status: 201,
    }),
    inCity('framework:write', BODY_LIMIT_BYTES),
    shallowJson(MOST_NESTING),
    validate('json', CreateFramework),
    async (c) => {
      const tenant = c.get('tenant')
      const framework = await once(
        c,
        tenant,
        (ctx) => perform(createFramework, ctx, c.req.valid('json')),
        (done) => requireFramework(tenant, done.target),
      )
      return c.json(framework, 201, {
        etag: `"${framework.digest}"`,
        location: `${new URL(c.req.url).pathname}/${framework.id}`,
      })
    },
  )
  .get(
    '/cities/:city/frameworks/:id',
    describe({ tag, id: 'getFramework', etag: true, summary: 'One framework: tree, method, versions', ok: Framework }),
    inCity('data:read'),
    async (c) => {
      const framework = await requireFramework(c.get('tenant'), c.req.param('id'))
      return c.json(framework, 200, { etag: `"${framework.digest}"`, 'cache-control': 'private, no-cache' })
    },
  )
  .put(
    '/cities/:city/frameworks/:id',
    describe({
      tag,
      id: 'updateFramework',
      etag: true,
      ifMatch: 'required',
      summary: 'Save the next version (If-Match: the ETag you read)',
      ok: Framework,
    }),
    inCity('framework:write', BODY_LIMIT_BYTES),
    shallowJson(MOST_NESTING),
    validate('json', UpdateFramework),
    async (c) => {
      const framework = await perform(updateFramework, c.get('tenant'), {
        id: c.req.param('id'),
        seen: ifMatch(c.req.header('if-match')),
        input: c.req.valid('json'),
      })
      return c.json(framework, 200, { etag: `"${framework.digest}"` })
    },
  )
  .get(
    '/cities/:city/frameworks/:id/diff',
    describe({
      tag,
      id: 'diffFramework',
      summary: 'What differs from the template or from an earlier version',
      ok: FrameworkDiff,
    }),
    inCity('data:read'),
    validate('query', DiffQuery),
    async (c) => c.json(await diffFramework(c.get('tenant'), c.req.param('id'), c.req.valid('query').against)),
  )

/** A city's frameworks, the one edited last first. */
async function listFrameworks(
  ctx: TenantContext,
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
): Promise<{ items: FrameworkSummary[]; nextCursor: string | null }> {
  const rows = await query(ctx.region, ctx.tenantId, limit + 1, decodeCursor(cursor))
  const page = pageOfRows(
    rows.map((row) => ({ ...row, createdAt: row.updatedAt })),
    limit,
  )
  return { items: page.items.map((row) => summaryView(row)), nextCursor: page.nextCursor }
}
