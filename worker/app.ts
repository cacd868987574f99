/** The HTTP application: what runs before every route, in which order and why; every mount; and the one way errors leave. */
import { Hono } from 'hono'
import { accessLog, type WriteLog } from './http/middleware/accessLog.ts'
import { actor } from './http/middleware/actor.ts'
import { handOver } from './http/middleware/handOver.ts'
import { rates } from './http/middleware/rates.ts'
import { request } from './http/middleware/request.ts'
import { sharing } from './http/middleware/sharing.ts'
import { allowedMethods } from './http/allowedMethods.ts'
import { onError, problem } from './http/problem.ts'
import { areas } from './routes/areas/index.ts'
import { assignments } from './routes/assignments/index.ts'
import { audit } from './routes/audit/index.ts'
import { auditLog } from './routes/audit/log.ts'
import { signingKeys, wellKnown } from './routes/audit/keys.ts'
import { evaluations } from './routes/evaluations/index.ts'
import { frameworks } from './routes/frameworks/index.ts'
import { comparison } from './routes/comparison/index.ts'
import { compute } from './routes/compute/index.ts'
import { serveDocument } from './routes/document/serveDocument.ts'
import { groups } from './routes/groups/index.ts'
import { health } from './routes/health.ts'
import { imports } from './routes/imports/index.ts'
import { keys } from './routes/keys/index.ts'
import { ledger } from './routes/ledger/index.ts'
import { releases } from './routes/releases/index.ts'
import { members } from './routes/members/index.ts'
import { observations } from './routes/observations/index.ts'
import { operator } from './routes/operator/index.ts'
import { catalogue } from './routes/public/catalogue.ts'
import { pilots } from './routes/public/pilots.ts'
import { planTargets } from './routes/public/planTargets.ts'
import { overview } from './routes/overview/index.ts'
import { publications } from './routes/public/publications.ts'
import { regions } from './routes/public/regions.ts'
import { session } from './routes/session/index.ts'
import { templates } from './routes/templates/index.ts'
import type { MiddlewareHandler } from 'hono'
import type { AppEnv } from './http/appEnv.ts'

export function createApp({ log }: { readonly log?: WriteLog } = {}) {
  const api = new Hono<AppEnv>()
    .route('/health', health)
    .route('/session', session)
    .route('/compute', compute)
    .route('/', templates)
    .route('/', frameworks)
    .route('/', evaluations)
    .route('/regions', regions)
    .route('/publications', publications)
    .route('/comparison', comparison)
    .route('/', overview)
    .route('/catalogue', catalogue)
    .route('/pilots', pilots)
    .route('/plan-targets', planTargets)
    .route('/', members)
    .route('/', audit)
    .route('/', auditLog)
    .route('/', signingKeys)
    .route('/', keys)
    .route('/', groups)
    .route('/', assignments)
    .route('/', operator)
    .route('/', areas)
    .route('/', observations)
    .route('/', imports)
    .route('/', ledger)
    .route('/', releases)

  const app = new Hono<AppEnv>()
    // First, so that even a refused request has an id and a language.
    .use('/api/*', request)
    // What caches and browsers of other sites may do with an answer, whatever it is.
    .use('/api/*', sharing)
    // Sees the status that everything below ends in.
    .use('/api/*', log === undefined ? pass : accessLog(log))
    // Who is asking; every route below may rely on it.
    .use('/api/*', actor)
    // Before anything is read for them. Bodies are read by the routes' doors alone: an unknown address reads none.
    .use('/api/*', rates)
    // Once it is known who asks and whether they may; where a second process computes.
    .use('/api/v1/compute/*', handOver)
    .route('/api/v1', api)
    // The one public address outside the API: whoever checks a signature finds the keys without knowing us.
    .use('/.well-known/*', request)
    .use('/.well-known/*', sharing)
    .use('/.well-known/*', actor)
    .route('/.well-known', wellKnown)

  app.get('/api/v1/openapi.json', serveDocument(app))
  const methodsOf = allowedMethods(app)
  app.notFound((c) => {
    const allow = methodsOf(c.req.path)
    if (allow.length === 0) return problem(c, 'not-found')
    const res = c.req.method === 'OPTIONS' ? new Response(null, { status: 204 }) : problem(c, 'method-not-allowed')
    res.headers.set('allow', allow.join(', '))
    return res
  })
  app.onError(onError)
  return app
}

const pass: MiddlewareHandler<AppEnv> = (_c, next) => next()
