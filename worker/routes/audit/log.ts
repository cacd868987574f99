/** The audit logs as transparency logs: a signed head, proofs against it, and the whole for a check elsewhere. A city has two: its own acts in its
 * region, and those in the hub (keys, accepted publications); the platform's own stands in the operator's room. */
import { Hono } from 'hono'
import { cityLog, hubLog, type LogStore } from '../../../db/log/store.ts'
import {
  AuditHead,
  ConsistencyProof,
  ConsistencyQuery,
  InclusionProof,
  InclusionQuery,
  LogQuery,
} from '../../contract/auditLog.ts'
import { inCity } from '../../http/middleware/city.ts'
import { withPermission } from '../../http/middleware/organisation.ts'
import { streamComputation } from '../../http/ndjson.ts'
import { validate } from '../../http/validate.ts'
import { exportLog, headOf, proveConsistency, proveInclusion } from '../../services/log/readLog.ts'
import { signingContext } from '../../services/log/signer.ts'
import { describe } from '../describe.ts'
import type { AppEnv } from '../../http/appEnv.ts'

const read = inCity('audit:read')
const manage = withPermission('operator:manage')
const LINES = 'application/x-ndjson'

const SEALED = 'Seals what is new first, so a fresh act is in it.'
const EXPORTED =
  'One JSON object a line: what it is, public keys, signed heads, acts in order, counts. `npm run verify -- audit <file>` checks it without a server.'

export const auditLog = new Hono<AppEnv>()
  .get(
    '/cities/:city/audit/head',
    describe({ tag: 'City', id: 'getAuditHead', summary: 'Signed head of a log', description: SEALED, ok: AuditHead }),
    read,
    validate('query', LogQuery),
    async (c) => c.json(await headOf(signingContext(c.get('service')), storeOf(c.get('tenant'), c.req.valid('query')))),
  )
  .get(
    '/cities/:city/audit/inclusion',
    describe({
      tag: 'City',
      id: 'proveAuditEntry',
      summary: 'Proof that an act is in a log',
      description:
        'RFC 9162 §2.1.3, against the newest head or the size asked for. Name the act by `seq` or by `entry`.',
      ok: InclusionProof,
    }),
    read,
    validate('query', InclusionQuery.extend(LogQuery.shape)),
    async (c) => {
      const query = c.req.valid('query')
      return c.json(await proveInclusion(signingContext(c.get('service')), storeOf(c.get('tenant'), query), query))
    },
  )
  .get(
    '/cities/:city/audit/consistency',
    describe({
      tag: 'City',
      id: 'proveAuditConsistency',
      summary: 'Proof that a log still begins as it did',
      description: 'RFC 9162 §2.1.4: from the head of size `first` to the newest one, or to `second`.',
      ok: ConsistencyProof,
    }),
    read,
    validate('query', ConsistencyQuery.extend(LogQuery.shape)),
    async (c) => {
      const query = c.req.valid('query')
      return c.json(await proveConsistency(signingContext(c.get('service')), storeOf(c.get('tenant'), query), query))
    },
  )
  .get(
    '/cities/:city/audit/export',
    describe({
      tag: 'City',
      id: 'exportAudit',
      summary: 'A whole log with its heads and keys',
      description: EXPORTED,
      also: [LINES],
    }),
    read,
    validate('query', LogQuery),
    (c) => {
      const tenant = c.get('tenant')
      return streamComputation(c, exportLog(signingContext(tenant), storeOf(tenant, c.req.valid('query')), tenant.city))
    },
  )
  .get(
    '/operator/audit/head',
    describe({
      tag: 'Operator',
      id: 'getPlatformAuditHead',
      summary: 'Signed head of the platform’s own log',
      description: SEALED,
      ok: AuditHead,
    }),
    manage,
    async (c) => c.json(await headOf(signingContext(c.get('service')), hubLog(c.get('service').hub))),
  )
  .get(
    '/operator/audit/inclusion',
    describe({
      tag: 'Operator',
      id: 'provePlatformAuditEntry',
      summary: 'Proof that an act is in the platform’s own log',
      ok: InclusionProof,
    }),
    manage,
    validate('query', InclusionQuery),
    async (c) => {
      const service = c.get('service')
      return c.json(await proveInclusion(signingContext(service), hubLog(service.hub), c.req.valid('query')))
    },
  )
  .get(
    '/operator/audit/consistency',
    describe({
      tag: 'Operator',
      id: 'provePlatformAuditConsistency',
      summary: 'Proof that the platform’s own log still begins as it did',
      ok: ConsistencyProof,
    }),
    manage,
    validate('query', ConsistencyQuery),
    async (c) => {
      const service = c.get('service')
      return c.json(await proveConsistency(signingContext(service), hubLog(service.hub), c.req.valid('query')))
    },
  )
  .get(
    '/operator/audit/export',
    describe({
      tag: 'Operator',
      id: 'exportPlatformAudit',
      summary: 'The platform’s own log with its heads and keys',
      description: EXPORTED,
      also: [LINES],
    }),
    manage,
    (c) => streamComputation(c, exportLog(signingContext(c.get('service')), hubLog(c.get('service').hub), null)),
  )

const storeOf = (
  { hub, region, tenantId }: AppEnv['Variables']['tenant'],
  { log }: { readonly log: 'city' | 'hub' },
): LogStore => (log === 'city' ? cityLog(region, tenantId) : hubLog(hub, tenantId))
