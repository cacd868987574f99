/** /templates: what a city may adopt. Versions are immutable, so their digest is their ETag. */
import { Hono } from 'hono'
import { etag } from 'hono/etag'
import { z } from 'zod'
import { validate } from '../../http/validate.ts'
import { describe } from '../describe.ts'
import { TemplateSummary, TemplateVersion } from '../../contract/templates.ts'
import type { AppEnv } from '../../http/appEnv.ts'
import { storedBody } from '../../record/framework.ts'
import { AppError } from '../../contract/problems.ts'
import { findTemplateVersion } from '../../../db/hub/queries/templates.ts'
import type { ServiceContext } from '../../context.ts'
import { listTemplates as query } from '../../../db/hub/queries/templates.ts'

const Params = z.object({ id: z.string().max(60), version: z.coerce.number().int().min(1).max(1_000_000) })
const TemplateList = z.object({ items: z.array(TemplateSummary) }).meta({ id: 'TemplateList' })

export const templates = new Hono<AppEnv>()
  .get(
    '/templates',
    describe({ tag: 'Templates', id: 'listTemplates', summary: 'Published templates', ok: TemplateList, public: true }),
    async (c) =>
      c.json({ items: await listTemplates(c.get('service')) }, 200, { 'cache-control': 'public, max-age=60' }),
  )
  .get(
    '/templates/:id/versions/:version',
    describe({
      tag: 'Templates',
      id: 'getTemplateVersion',
      etag: true,
      summary: 'One version of a template, with its tree and method',
      ok: TemplateVersion,
      public: true,
    }),
    etag(),
    validate('param', Params),
    async (c) => {
      const { id, version } = c.req.valid('param')
      const template = await requireTemplateVersion(c.get('service'), id, version)
      return c.json(template, 200, { etag: `"${template.digest}"`, 'cache-control': 'public, max-age=3600' })
    },
  )

const Versions = TemplateSummary.shape.versions
const List = z.array(TemplateSummary)

/** Every published template with its versions, without trees. */
async function listTemplates(ctx: ServiceContext): Promise<TemplateSummary[]> {
  const rows = await query(ctx.hub)
  return List.parse(rows.map((row) => ({ ...row, versions: Versions.parse(JSON.parse(row.versions)) })))
}

/** One version of one template, or 404. */
async function requireTemplateVersion(
  ctx: ServiceContext,
  template: string,
  version: number,
): Promise<TemplateVersion> {
  const row = await findTemplateVersion(ctx.hub, template, version)
  if (row === undefined) throw new AppError('not-found')
  return { ...row, body: storedBody(row.body) }
}
