/** What a route says of itself for the OpenAPI document: its name, its answer, an example, and what it does beyond the ordinary. Problems,
 * headers and parameters that follow from the method and the address are added in document/completeOperation.ts, for every route alike. */
import { describeRoute, resolver } from 'hono-openapi'
import type { z } from 'zod'
import type { TagName } from './document/tags.ts'

export type ProblemStatus = 400 | 401 | 403 | 404 | 406 | 409 | 410 | 412 | 413 | 415 | 422 | 428 | 429 | 503

interface Description {
  /** The operation's name in generated clients: a verb and what it acts on. Unique. */
  readonly id: string
  readonly tag: TagName
  readonly summary: string
  readonly description?: string
  readonly ok?: z.ZodType
  readonly status?: 200 | 201 | 202 | 204
  /** Other content types of the good answer, e.g. text/csv. With a JSON answer beside them, Accept decides. */
  readonly also?: readonly string[]
  /** Problems that do not follow from the method and the address. */
  readonly problems?: readonly ProblemStatus[]
  /** Body that no Zod validator describes (raw CSV). */
  readonly rawBody?: readonly string[]
  readonly public?: boolean
  /** The answer carries an ETag; a GET then also knows If-None-Match and 304. */
  readonly etag?: boolean
  /** A write that needs the version it was based on: If-Match, or for the first one also If-None-Match: *. */
  readonly ifMatch?: 'required' | 'or-first'
}

/** What completeOperation.ts needs beyond the document; it takes them out again. */
export interface RouteFacts {
  readonly status: number
  readonly problems: readonly number[]
  readonly isPublic: boolean
  readonly etag: boolean
  readonly ifMatch: 'required' | 'or-first' | null
  readonly negotiated: boolean
}
export const FACTS = 'x-facts'

/** What other content types carry, where JSON Schema has no more to say. */
const TEXTS: Readonly<Record<string, string>> = {
  'text/csv': 'CSV in UTF-8 with a byte order mark, one header row',
  'application/x-ndjson': 'One JSON object a line: progress first, the result or the problem last',
}

export function describe(d: Description) {
  const content: Record<string, { schema: ReturnType<typeof resolver> | { type: 'string'; description: string } }> = {}
  if (d.ok !== undefined) content['application/json'] = { schema: resolver(d.ok) }
  for (const type of d.also ?? []) content[type] = { schema: { type: 'string', description: TEXTS[type] ?? type } }
  const status = d.status ?? 200
  const facts: RouteFacts = {
    status,
    problems: d.problems ?? [],
    isPublic: d.public === true,
    etag: d.etag === true,
    ifMatch: d.ifMatch ?? null,
    negotiated: d.ok !== undefined && (d.also ?? []).length > 0,
  }
  return describeRoute({
    operationId: d.id,
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
              d.rawBody.map((t) => [
                t,
                { schema: { type: 'string' as const, format: 'binary', description: 'The file itself' } },
              ]),
            ),
          },
        }),
    responses: {
      [status]: { description: d.summary, ...(Object.keys(content).length === 0 ? {} : { content }) },
    },
    ...asExtension(facts),
  })
}

/** The types of describeRoute know no extensions; the document takes any that begins with x-. */
const asExtension = (facts: RouteFacts): object => ({ [FACTS]: facts })
