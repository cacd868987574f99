/** /cities/:city/areas and /populations. */
import { Hono } from 'hono'
import { z } from 'zod'
import { inCity } from '../../http/middleware/city.ts'
import { once } from '../../http/once.ts'
import { validate } from '../../http/validate.ts'
import { deleteArea } from '../../services/area/deleteArea.ts'
import { AREAS_CSV_BYTES, importAreasCsv } from '../../services/area/importAreasCsv.ts'
import { listAreas } from '../../services/area/listAreas.ts'
import { listPopulations, putPopulations } from '../../services/area/populations.ts'
import { putAreas } from '../../services/area/putAreas.ts'
import { describe } from '../describe.ts'
import { Area, AreasCsvResult, Populations, PutAreas, PutPopulations } from './schema.ts'
import type { AppEnv } from '../../http/context.ts'

const AreaList = z.object({ items: z.array(Area) }).meta({ id: 'AreaList' })
const JSON_LIMIT_BYTES = 8_000_000
const tag = 'Data'
const write = [401, 403, 404, 409, 413, 422] as const

export const areas = new Hono<AppEnv>()
  .get(
    '/cities/:city/areas',
    describe({ tag, summary: 'Areas of the city', ok: AreaList }),
    inCity('data:read'),
    async (c) => c.json({ items: await listAreas(c.get('tenant')) }),
  )
  .put(
    '/cities/:city/areas',
    describe({ tag, summary: 'Add or change areas by code, all or nothing', ok: AreaList, problems: write }),
    inCity('data:write', JSON_LIMIT_BYTES),
    validate('json', PutAreas),
    async (c) => c.json({ items: await putAreas(c.get('tenant'), c.req.valid('json').areas) }),
  )
  .delete(
    '/cities/:city/areas/:code',
    describe({
      tag,
      summary: 'Delete an area without children and values',
      status: 204,
      problems: [401, 403, 404, 409],
    }),
    inCity('data:write'),
    async (c) => {
      await deleteArea(c.get('tenant'), c.req.param('code'))
      return c.body(null, 204)
    },
  )
  .post(
    '/cities/:city/areas/csv',
    describe({
      tag,
      summary: 'Areas and populations from one CSV, all or nothing',
      ok: AreasCsvResult,
      rawBody: ['text/csv'],
      problems: [401, 403, 404, 409, 413, 415, 422],
    }),
    inCity('data:write', AREAS_CSV_BYTES),
    async (c) => {
      const bytes = new Uint8Array(await c.req.arrayBuffer())
      const counts = await once(
        c,
        c.get('tenant'),
        (ctx) => importAreasCsv(ctx, bytes),
        async ({ detail }) => AreasCsvResult.parse(detail),
      )
      return c.json(counts)
    },
  )
  .get(
    '/cities/:city/populations',
    describe({ tag, summary: 'Populations by area and period', ok: Populations }),
    inCity('data:read'),
    async (c) => c.json(await listPopulations(c.get('tenant'))),
  )
  .put(
    '/cities/:city/populations',
    describe({ tag, summary: 'Add or change populations, all or nothing', ok: Populations, problems: write }),
    inCity('data:write', JSON_LIMIT_BYTES),
    validate('json', PutPopulations),
    async (c) => c.json(await putPopulations(c.get('tenant'), c.req.valid('json').populations)),
  )
