/** The OpenAPI document of the whole application: what the routes say, completed by what holds on every route alike. Made once, when first asked for. */
import { generateSpecs, resolver } from 'hono-openapi'
import { completeOperation } from './completeOperation.ts'
import { describeSchemas } from './describeSchemas.ts'
import { HEADER_PARAMETERS, RESPONSE_HEADERS } from './headers.ts'
import { problemResponses } from './problems.ts'
import { TAGS } from './tags.ts'
import { Problem } from '../../contract/wire.ts'
import type { Hono } from 'hono'
import type { AppEnv } from '../../http/appEnv.ts'
import type { Licence } from '../../services/publication/licence.ts'
import type { Document } from './openapi.types.ts'

const DESCRIPTION = `基本公共服务均等化评价：数据、评价、已发布的结果与计算引擎。
Evaluation of equalized basic public services: data, evaluations, published results and the index engine.

**Credentials.** \`Authorization: Bearer jh_…\` (an API key, for its organisation and within its scopes) or the session cookie. A credential that is present but not valid is a 401 everywhere, public operations included.

**Problems** are RFC 9457 \`application/problem+json\` with a stable \`code\`. What one may not know of answers the same 404 as what does not exist. An address that exists answers another method with 405 and \`Allow\`, and \`OPTIONS\` with 204; an unknown address with 404.

**Moments** are milliseconds since 1970-01-01 UTC. **Scores** run from 0 to 100, shares and indices from 0 to 1 unless a property says otherwise.

**Lists** answer \`{items, nextCursor}\`; send \`nextCursor\` as \`cursor\` for the next page.

**From a browser.** Public GETs and \`/compute/*\` may be called from any origin, without credentials; nothing else may.`

const DOCUMENTATION = {
  openapi: '3.1.0',
  info: { title: '均衡 Junheng API', version: '1.0.0', description: DESCRIPTION },
  servers: [{ url: '/', description: 'this server' }],
  components: {
    securitySchemes: {
      apiKey: {
        type: 'http' as const,
        scheme: 'bearer',
        description: 'An API key: jh_live_… or, on a local demonstration, jh_demo_…',
      },
      session: {
        type: 'apiKey' as const,
        in: 'cookie' as const,
        name: 'junheng_session',
        description: 'The cookie that signing in sets.',
      },
    },
  },
  security: [{ apiKey: [] }, { session: [] }],
}

export async function makeDocument(app: Hono<AppEnv>, licence: Licence): Promise<Document> {
  const document = asDocument(
    await generateSpecs(app, {
      documentation: DOCUMENTATION,
      defaultValidationErrorResponse: false,
      // It takes /.well-known/junheng-keys.json for a file.
      excludeStaticFile: false,
    }),
  )
  document.info.license = { name: licence.name, ...(licence.url === null ? {} : { url: licence.url }) }
  document.tags = TAGS.map((tag) => ({ ...tag }))
  // Named by the problem responses alone, which exist only from here on.
  Object.assign(document.components.schemas, (await resolver(Problem).toOpenAPISchema()).components?.schemas)
  describeSchemas(document)
  const statuses = new Set<number>()
  for (const [path, item] of Object.entries(document.paths))
    for (const [method, operation] of Object.entries(item))
      for (const status of completeOperation(document, path, method, operation)) statuses.add(status)
  document.components.responses = problemResponses(statuses)
  const text = JSON.stringify(document.paths) + JSON.stringify(document.components.responses)
  document.components.parameters = used(HEADER_PARAMETERS, 'parameters', text)
  document.components.headers = used(RESPONSE_HEADERS, 'headers', text)
  return document
}

const used = <T>(all: Readonly<Record<string, T>>, kind: string, text: string): Record<string, T> =>
  Object.fromEntries(Object.entries(all).filter(([name]) => text.includes(`"#/components/${kind}/${name}"`)))

/** Guarantee: generateSpecs makes a new OpenAPI 3.1 document of the application's own schemas at each call. */
const asDocument = (specs: unknown): Document => specs as Document
