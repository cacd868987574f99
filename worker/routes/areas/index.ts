/** /cities/:city/areas and /populations. */
import { Hono } from 'hono'
import { z } from 'zod'
import { writeCondition } from '../../http/ifMatch.ts'
import { isKnownTag } from '../../http/ifNoneMatch.ts'
import { inCity } from '../../http/middleware/city.ts'
import { once } from '../../http/once.ts'
import { validate } from '../../http/validate.ts'
import { deleteArea } from '../../acts/area/deleteArea.ts'
import { AREAS_CSV_BYTES, uploadAreas } from '../../acts/import/uploadAreas.ts'
import { perform } from '../../acts/perform.ts'
import { listAreas } from '../../services/area/listAreas.ts'
import { putPopulations } from '../../acts/area/putPopulations.ts'
import { listPopulations } from '../../services/area/listPopulations.ts'
import { putAreas } from '../../acts/area/putAreas.ts'
import { requireImport } from '../../services/import/requireImport.ts'
import { describe } from '../describe.ts'
import { CreateAreaImportQuery, ImportRecord } from '../../contract/imports.ts'
import { Area, Populations, PutAreas, PutPopulations } from '../../contract/areas.ts'
import type { Context } from 'hono'
import type { AppEnv } from '../../http/appEnv.ts'

const AreaList = z.object({ items: z.array(Area) }).meta({ id: 'AreaList' })
const JSON_LIMIT_BYTES = 8_000_000
const tag = 'Data'

const conditionOf = (c: Context<AppEnv>) => writeCondition(c.req.header('if-match'), c.req.header('if-none-match'))

/** A list that is edited as a whole, with the tag of its content. */
function answer<T extends object>(c: Context<AppEnv>, list: T, tag: string) {
  const headers = { etag: `"${tag}"`, 'cache-control': 'private, no-cache' }
  return isKnownTag(c.req.header('if-none-match'), headers.etag)
    ? c.body(null, 304, headers)
    : c.json(list, 200, headers)
}
const write = [409] as const

export const areas = new Hono<AppEnv>()
  .get(
    '/cities/:city/areas',
    describe({ tag, id: 'listAreas', etag: true, summary: 'Areas of the city', ok: AreaList }),
    inCity('data:read'),
    async (c) => {
      const { items, tag } = await listAreas(c.get('tenant'))
      return answer(c, { items }, tag)
    },
  )
  .put(
    '/cities/:city/areas',
    describe({
      tag,
      id: 'putAreas',
      etag: true,
      ifMatch: 'or-first',
      summary: 'Add or change areas by code, all or nothing',
      ok: AreaList,
      problems: write,
    }),
    inCity('data:write', JSON_LIMIT_BYTES),
    validate('json', PutAreas),
    async (c) => {
      const { items, tag } = await perform(putAreas, c.get('tenant'), {
        body: c.req.valid('json'),
        condition: conditionOf(c),
      })
      return c.json({ items }, 200, { etag: `"${tag}"` })
    },
  )
  .delete(
    '/cities/:city/areas/:code',
    describe({
      tag,
      id: 'deleteArea',
      summary: 'Delete an area without children and values',
      status: 204,
      problems: [409],
    }),
    inCity('data:write'),
    async (c) => {
      await perform(deleteArea, c.get('tenant'), c.req.param('code'))
      return c.body(null, 204)
    },
  )
  .post(
    '/cities/:city/areas/csv',
    describe({
      tag,
      summary: 'Upload, check and stage a CSV of areas and populations',
      ok: ImportRecord,
      status: 201,
      rawBody: ['text/csv'],
      id: 'importAreasCsv',
      problems: [415],
      description:
        'Columns code and name, optionally nameEn, parentCode, setting, grouping and any number of population:<period>. Answers an import of kind "areas" whose areaChanges say what is new, what changes from what to what, and which areas of the city the file does not name (they stay, and so does a field without a column). Nothing is written before POST /imports/:id/commit; POST /imports/:id/revert takes it back.',
    }),
    inCity('data:write', AREAS_CSV_BYTES),
    validate('query', CreateAreaImportQuery),
    async (c) => {
      const tenant = c.get('tenant')
      const { fileName } = c.req.valid('query')
      const bytes = new Uint8Array(await c.req.arrayBuffer())
      const record = await once(
        c,
        tenant,
        (ctx) => perform(uploadAreas, ctx, { bytes, fileName }),
        (done) => requireImport(tenant, done.target),
      )
      return c.json(record, 201, { location: `/api/v1/cities/${c.req.param('city')}/imports/${record.id}` })
    },
  )
  .get(
    '/cities/:city/populations',
    describe({ tag, id: 'listPopulations', etag: true, summary: 'Populations by area and period', ok: Populations }),
    inCity('data:read'),
    async (c) => {
      const { list, tag } = await listPopulations(c.get('tenant'))
      return answer(c, list, tag)
    },
  )
  .put(
    '/cities/:city/populations',
    describe({
      tag,
      id: 'putPopulations',
      etag: true,
      ifMatch: 'or-first',
      summary: 'Add or change populations, all or nothing',
      ok: Populations,
      problems: write,
    }),
    inCity('data:write', JSON_LIMIT_BYTES),
    validate('json', PutPopulations),
    async (c) => {
      const { list, tag } = await perform(putPopulations, c.get('tenant'), {
        body: c.req.valid('json'),
        condition: conditionOf(c),
      })
      return c.json(list, 200, { etag: `"${tag}"` })
    },
  )
