/** The one place where an error becomes a response (RFC 9457). A 500 says nothing of its cause; the log does, with the request id. */
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { ConflictError } from '../../db/commit.ts'
import { EngineInputError } from '../engine/types.ts'
import { AppError, ERRORS, type ErrorCode, type Fault, type RefusalFacts } from '../contract/problems.ts'
import { blameRegion } from './regionFailure.ts'
import { textOf, WORDS } from '../words/index.ts'
import type { Name, Param } from '../words/param.types.ts'
import type { Said, Sentence } from '../words/sentence.ts'
import type { AppEnv } from './appEnv.ts'
import type { Problem } from '../contract/wire.ts'

/** A column of a million bad cells is one fault to its sender; the first hundred show the pattern, errorCount the size. */
const LISTED_FAULTS = 100

/** When to ask a region that is out of service again. */
const RETRY_AFTER_S = 60

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8'

export function problemBody(
  c: Context<AppEnv>,
  code: ErrorCode,
  detail?: Said,
  faults: readonly Fault[] = [],
  facts: RefusalFacts = {},
): Problem {
  const locale = c.get('locale')
  return {
    type: `/problems/${code}`,
    title: WORDS[locale].titles[code],
    status: ERRORS[code].status,
    code,
    ...(detail === undefined ? {} : { detail: textOf(locale, detail) }),
    requestId: c.get('requestId') ?? '',
    ...facts.members,
    ...(faults.length === 0
      ? {}
      : {
          errors: faults.slice(0, LISTED_FAULTS).map(({ path, code: kind, message }) => ({
            path: shortened(path),
            ...(kind === undefined ? {} : { code: kind }),
            message: shortened(textOf(locale, message)),
            ...paramsOf(message),
          })),
          errorCount: faults.length,
        }),
  }
}

/** A fault repeats names that its sender chose: a megabyte of a key must not come back as a megabyte of problem. */
const shortened = (text: string): string => (text.length <= 500 ? text : `${text.slice(0, 500)}…`)
const LISTED_ITEMS = 50

/** What the sentence speaks of, for a client with words of its own. `said` is a library's English, which is no param but a sentence. */
function paramsOf(message: Sentence | string): { params?: Record<string, WireParam> } {
  if (typeof message === 'string') return {}
  const { said: _, ...params } = message.params
  const told = Object.entries(params).map(([name, param]) => [name, short(param)] as const)
  return told.length === 0 ? {} : { params: Object.fromEntries(told) }
}

type WireParam = NonNullable<NonNullable<Problem['errors']>[number]['params']>[string]
type WireItem = Exclude<WireParam, readonly unknown[]>

const short = (param: Param): WireParam =>
  typeof param === 'object' && !('name' in param) ? param.slice(0, LISTED_ITEMS).map(shortItem) : shortItem(param)

function shortItem(item: string | number | Name): WireItem {
  if (typeof item === 'number') return item
  return typeof item === 'string' ? shortened(item) : { name: shortened(item.name), nameEn: shortened(item.nameEn) }
}

export function problem(
  c: Context<AppEnv>,
  code: ErrorCode,
  detail?: Said,
  faults: readonly Fault[] = [],
  facts: RefusalFacts = {},
): Response {
  const { retryAfterSeconds } = facts
  return Response.json(problemBody(c, code, detail, faults, facts), {
    status: ERRORS[code].status,
    headers: {
      'content-type': PROBLEM_TYPE,
      'cache-control': 'no-store',
      ...(code === 'unavailable' ? { 'retry-after': String(RETRY_AFTER_S) } : {}),
      ...(retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) }),
    },
  })
}

/** Any thrown value → code, detail and faults. Unknown ones, a stored row of the wrong shape among them, become `internal` and are logged by the caller. */
function classify(error: unknown): {
  code: ErrorCode
  detail?: Said
  faults: readonly Fault[]
  facts?: RefusalFacts
} {
  if (error instanceof AppError) {
    const { code, detail, faults, facts } = error
    return { code, ...(detail === undefined ? {} : { detail }), faults, facts }
  }
  if (error instanceof ConflictError) return { code: 'conflict', faults: [] }
  if (error instanceof EngineInputError) return { code: 'invalid', faults: error.faults }
  if (error instanceof HTTPException && /malformed json/i.test(error.message)) return { code: 'bad-json', faults: [] }
  if (error instanceof HTTPException)
    return { code: error.status === 404 ? 'not-found' : error.status === 413 ? 'too-large' : 'bad-request', faults: [] }
  return { code: 'internal', faults: [] }
}

export async function onError(error: unknown, c: Context<AppEnv>): Promise<Response> {
  const { code, detail, faults, facts } = await classifyLogged(c, error)
  return problem(c, code, detail, faults, facts)
}

/** As `classify`; what nobody expected goes to the log, and is the region's where its database is not well. */
export async function classifyLogged(c: Context<AppEnv>, error: unknown): Promise<ReturnType<typeof classify>> {
  const found = classify(error)
  if (found.code !== 'internal') return found
  logFailure(c, error)
  return classify(await blameRegion(c, error))
}

function logFailure(c: Context<AppEnv>, error: unknown): void {
  // oxlint-disable-next-line no-console -- the structured log of a failure nobody expected
  console.error(
    JSON.stringify({
      level: 'error',
      requestId: c.get('requestId'),
      path: c.req.path,
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
      cause: error instanceof Error && error.cause instanceof Error ? error.cause.message : undefined,
    }),
  )
}
