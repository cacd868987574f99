/** /cities/:city/observations: the matrix of a period (JSON or CSV), completeness, and an empty CSV to fill in. */
import { Hono } from 'hono'
import { inCity } from '../../http/middleware/city.ts'
import { negotiateType } from '../../http/negotiate.ts'
import { validate } from '../../http/validate.ts'
import { exportCsv } from '../../services/observation/exportCsv.ts'
import { readCompleteness } from '../../services/observation/readCompleteness.ts'
import { readMatrix } from '../../services/observation/readMatrix.ts'
import { templateCsv } from '../../services/observation/templateCsv.ts'
import { describe } from '../describe.ts'
import {
  Completeness,
  CompletenessQuery,
  MatrixQuery,
  ObservationMatrix,
  TemplateQuery,
} from '../../contract/observations.ts'
import type { AppEnv } from '../../http/appEnv.ts'

const tag = 'Data'
const csvHeaders = (name: string) => ({
  'content-type': 'text/csv; charset=utf-8',
  'content-disposition': `attachment; filename="${name}"`,
  'cache-control': 'private, no-cache',
})

export const observations = new Hono<AppEnv>()
  .get(
    '/cities/:city/observations',
    describe({
      tag,
      id: 'getObservations',
      summary: 'Values of one period: matrix, or long-form CSV with Accept: text/csv',
      ok: ObservationMatrix,
      also: ['text/csv'],
      description:
        'The values as they are now, or with `asOf` as they stood at a moment or after a change set. In an address the + of a moment is written %2B.',
    }),
    inCity('data:read'),
    validate('query', MatrixQuery),
    async (c) => {
      const { period, frameworkId, asOf } = c.req.valid('query')
      const tenant = c.get('tenant')
      if (negotiateType(c, ['application/json', 'text/csv']) === 'text/csv') {
        const csv = await exportCsv(tenant, period, frameworkId, asOf)
        return c.body(csv.body, 200, csvHeaders(`${tenant.city.slug}-${csv.period === '' ? 'data' : csv.period}.csv`))
      }
      return c.json(await readMatrix(tenant, period, frameworkId, asOf), 200, { 'cache-control': 'private, no-cache' })
    },
  )
  .get(
    '/cities/:city/observations/completeness',
    describe({
      tag,
      id: 'getCompleteness',
      summary: 'Filled cells per indicator and period',
      ok: Completeness,
    }),
    inCity('data:read'),
    validate('query', CompletenessQuery),
    async (c) => c.json(await readCompleteness(c.get('tenant'), c.req.valid('query').frameworkId)),
  )
  .get(
    '/cities/:city/observations/template.csv',
    describe({ tag, id: 'getObservationTemplate', summary: 'An empty CSV to fill in', also: ['text/csv'] }),
    inCity('data:read'),
    validate('query', TemplateQuery),
    async (c) => {
      const { period, frameworkId, layout } = c.req.valid('query')
      return c.body(
        await templateCsv(c.get('tenant'), period, frameworkId, layout),
        200,
        csvHeaders(`${c.get('tenant').city.slug}-${period}-${layout}-template.csv`),
      )
    },
  )
