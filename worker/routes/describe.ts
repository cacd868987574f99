/** One line per route for the OpenAPI document: tag, summary, the answer's schema; problem answers are the same everywhere. */
import { describeRoute, resolver } from 'hono-openapi'
import type { z } from 'zod'
import { Problem } from './wire.ts'

interface Description {
  readonly tag: string
  readonly summary: string
  readonly description?: string
  readonly ok?: z.ZodType
  readonly status?: 200 | 201 | 202 | 204
  /** Other content types of the good answer, e.g. text/csv. */
  readonly also?: readonly string[]
  /** Problem codes worth naming beyond 401/404. */
  readonly problems?: readonly (400 | 401 | 403 | 404 | 408 | 409 | 412 | 413 | 415 | 422 | 428 | 429)[]
  /** Body that no Zod validator describes (raw CSV). */
  readonly rawBody?: readonly string[]
  readonly public?: boolean
}

const problemContent = { 'application/problem+json': { schema: resolver(Problem) } }

export function describe(d: Description) {
  const content: Record<string, { schema: ReturnType<typeof resolver> | { type: 'string' } }> = {}
  if (d.ok !== undefined) content['application/json'] = { schema: resolver(d.ok) }
  for (const type of d.also ?? []) content[type] = { schema: { type: 'string' } }
  const status = d.status ?? 200
  const codes = d.problems ?? (d.public === true ? [404] : [401, 403, 404])
  return describeRoute({
    tags: [d.tag],
    summary: d.summary,
    ...(d.description === undefined ? {} : { description: d.description }),
    ...(d.public === true ? { security: [] } : {}),
    ...(d.rawBody === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: Object.fromEntries(
              d.rawBody.map((t) => [t, { schema: { type: 'string' as const, format: 'binary' } }]),
            ),
          },
        }),
    responses: {
      [status]: { description: 'OK', ...(Object.keys(content).length === 0 ? {} : { content }) },
      ...Object.fromEntries(codes.map((code) => [code, { description: 'Problem', content: problemContent }])),
    },
  })
}
