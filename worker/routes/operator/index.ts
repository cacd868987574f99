/** /operator: organisations and the state of the regions. No city's data passes here. */
import { Hono } from 'hono'
import { REGIONS } from '../../../db/regions.ts'
import { listOrganisations } from '../../../db/hub/queries/organisations.ts'
import { relayHealth } from '../../../db/region/queries/relayHealth.ts'
import { openRegion } from '../../env.ts'
import { withPermission } from '../../http/middleware/organisation.ts'
import { once } from '../../http/once.ts'
import { validate } from '../../http/validate.ts'
import { decodeCursor, pageOfRows } from '../../contract/cursor.ts'
import { perform } from '../../acts/perform.ts'
import { createOrganisation } from '../../acts/organisation/createOrganisation.ts'
import { organisationView } from '../../services/organisation/view.ts'
import { describe } from '../describe.ts'
import { Organisation } from '../../contract/wire.ts'
import {
  CreateOrganisation,
  ListOrganisationsQuery,
  OperatorHealth,
  OperatorOrganisationList,
} from '../../contract/operator.ts'
import type { AppEnv } from '../../http/appEnv.ts'
import type { ServiceContext } from '../../context.ts'
import { AppError } from '../../contract/problems.ts'
import { findOrganisation } from '../../../db/hub/queries/organisations.ts'

const manage = withPermission('operator:manage')

export const operator = new Hono<AppEnv>()
  .get(
    '/operator/organisations',
    describe({ tag: 'Operator', id: 'listOrganisations', summary: 'All organisations', ok: OperatorOrganisationList }),
    manage,
    validate('query', ListOrganisationsQuery),
    async (c) => {
      const { kind, cursor, limit } = c.req.valid('query')
      const rows = await listOrganisations(c.get('service').hub, kind, limit + 1, decodeCursor(cursor))
      const page = pageOfRows(
        rows.map((r) => ({ ...r, createdAt: r.organisation.createdAt, id: r.organisation.id })),
        limit,
      )
      return c.json({
        items: page.items.map((r) => ({
          ...organisationView(r.organisation),
          status: r.organisation.status,
          createdAt: r.organisation.createdAt,
          memberCount: r.memberCount,
          publicationCount: r.publicationCount,
        })),
        nextCursor: page.nextCursor,
      })
    },
  )
  .post(
    '/operator/organisations',
    describe({
      tag: 'Operator',
      id: 'createOrganisation',
      summary: 'Create a city, group or assessor with its first person',
      ok: Organisation,
      status: 201,
    }),
    manage,
    validate('json', CreateOrganisation),
    async (c) => {
      const service = c.get('service')
      const organisation = await once(
        c,
        service,
        (ctx) => perform(createOrganisation, ctx, c.req.valid('json')),
        (done) => requireOrganisation(service, done.target),
      )
      return c.json(organisation, 201)
    },
  )
  .get(
    '/operator/health',
    describe({ tag: 'Operator', id: 'getOperatorHealth', summary: 'Regions and the relay', ok: OperatorHealth }),
    manage,
    async (c) => {
      const regions = await Promise.all(
        REGIONS.map(async (r) => {
          const db = openRegion(c.env, r.code)
          const state = db === undefined ? undefined : await relayHealth(db).catch(() => undefined)
          return {
            code: r.code,
            name: r.name,
            nameEn: r.nameEn,
            reachable: state !== undefined,
            waiting: state?.waiting ?? 0,
            oldestWaitingAt: state?.oldestWaitingAt ?? null,
            failing: state?.failing ?? 0,
          }
        }),
      )
      return c.json({ regions })
    },
  )

/** One organisation by its id; or 404. */
async function requireOrganisation(ctx: ServiceContext, id: string): Promise<Organisation> {
  const row = await findOrganisation(ctx.hub, id)
  if (row === undefined) throw new AppError('not-found')
  return organisationView(row)
}
