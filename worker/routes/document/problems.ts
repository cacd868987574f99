/** Problem answers of the document, one component per status, with a real body for each code that has that status. Made from the table of
 * errors, so that a code added there stands in the document. */
import { ERRORS, type ErrorCode } from '../../contract/problems.ts'
import { LOCALES } from '../../contract/names.ts'
import { WORDS } from '../../words/index.ts'
import type { ApiResponse } from './openapi.types.ts'

const codes = Object.keys(ERRORS) as ErrorCode[]
const NAMES: Readonly<Record<number, string>> = {
  400: 'BadRequest',
  401: 'Unauthenticated',
  403: 'Forbidden',
  404: 'NotFound',
  406: 'NotAcceptable',
  408: 'TooSlow',
  409: 'Conflict',
  410: 'Withdrawn',
  412: 'PreconditionFailed',
  413: 'TooLarge',
  415: 'UnsupportedType',
  422: 'Invalid',
  428: 'PreconditionRequired',
  429: 'TooManyRequests',
  500: 'Internal',
  503: 'Unavailable',
}
/** Headers that belong to one status beside those of every answer. */
const OWN_HEADERS: Readonly<Record<number, readonly string[]>> = {
  401: ['WWW-Authenticate'],
  // An answer too large to be kept is repeated as the news that it was given.
  409: ['Idempotency-Replayed'],
  429: ['Retry-After', 'RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset'],
  503: ['Retry-After'],
}

export const problemRef = (status: number): { $ref: string } => ({
  $ref: `#/components/responses/${NAMES[status] ?? 'Internal'}`,
})

export function problemResponses(statuses: ReadonlySet<number>): Record<string, ApiResponse> {
  return Object.fromEntries(
    [...statuses]
      .sort((a, b) => a - b)
      .map((status) => {
        const own = codes.filter((code) => ERRORS[code].status === status)
        return [
          NAMES[status] ?? `Status${status}`,
          {
            description: own.map((code) => `\`${code}\`: ${titlesOf(code)}`).join('\n\n'),
            headers: headerRefs(['X-Request-Id', 'Content-Language', ...(OWN_HEADERS[status] ?? [])]),
            content: {
              'application/problem+json': {
                schema: { $ref: '#/components/schemas/Problem' },
                examples: Object.fromEntries(own.map((code) => [code, { value: bodyOf(code) }])),
              },
            },
          },
        ]
      }),
  )
}

export const headerRefs = (names: readonly string[]): Record<string, { $ref: string }> =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]))

/** In every language, the document's own first. */
const titlesOf = (code: ErrorCode): string =>
  LOCALES.toReversed()
    .map((locale) => WORDS[locale].titles[code])
    .join(' · ')

function bodyOf(code: ErrorCode) {
  const { status } = ERRORS[code]
  return {
    type: `/problems/${code}`,
    title: WORDS[LOCALES[0]].titles[code],
    status,
    code,
    requestId: 'req_01krw5d8t3n6c0v9x2m4q7',
    ...(code === 'invalid'
      ? {
          errors: [
            { path: 'areas[1].code', code: 'invalid-format', message: '不是有效的格式', params: { format: 'regex' } },
          ],
          errorCount: 1,
        }
      : {}),
  }
}
