/** /cities/:city/releases and /policies: what left the city, and the rules it sets for itself. */
import { Hono } from 'hono'
import { inCity } from '../../http/middleware/city.ts'
import { validate } from '../../http/validate.ts'
import { perform } from '../../acts/perform.ts'
import { putPolicies } from '../../acts/policy/putPolicies.ts'
import { ListReleasesQuery, Policies, PutPolicies, ReleasePage } from '../../contract/releases.ts'
import { listReleases } from '../../release/listReleases.ts'
import { readPolicies } from '../../release/policies.ts'
import { describe } from '../describe.ts'
import type { AppEnv } from '../../http/appEnv.ts'

const tag = 'Evaluations'

export const releases = new Hono<AppEnv>()
  .get(
    '/cities/:city/releases',
    describe({
      tag,
      id: 'listReleases',
      summary: 'What left the city, or will, newest first',
      description: 'Only a release leaves a region: why, what, to whom, from when; with corrections and withdrawals.',
      ok: ReleasePage,
    }),
    inCity('evaluation:read'),
    validate('query', ListReleasesQuery),
    async (c) => c.json(await listReleases(c.get('tenant'), c.req.valid('query'))),
  )
  .get(
    '/cities/:city/policies',
    describe({ tag, id: 'getPolicies', summary: 'The rules that the city has set for itself', ok: Policies }),
    inCity('city:read'),
    async (c) => c.json(await readPolicies(c.get('tenant'))),
  )
  .put(
    '/cities/:city/policies',
    describe({
      tag,
      id: 'putPolicies',
      summary: 'Set the rules of the city',
      description: 'They hold from the next act on.',
      ok: Policies,
    }),
    inCity('policy:manage', 1000),
    validate('json', PutPolicies),
    async (c) => c.json(await perform(putPolicies, c.get('tenant'), c.req.valid('json'))),
  )
