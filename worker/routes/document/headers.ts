/** Headers that operations share: those that may be sent, and those that come back. */
import type { Header, Parameter } from './openapi.types.ts'

export const HEADER_PARAMETERS: Readonly<Record<string, Parameter>> = {
  AcceptLanguage: {
    name: 'Accept-Language',
    in: 'header',
    description: 'Language of titles, details and faults: `zh-CN` (the default) or `en`; q-values count.',
    schema: { type: 'string', default: 'zh-CN' },
    example: 'en',
  },
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    description:
      'A repeat with the same key within a day gets the first answer again and acts no second time. 1–200 visible ASCII characters, chosen by the caller.',
    schema: { type: 'string', minLength: 1, maxLength: 200, pattern: '^[\\x21-\\x7e]+$' },
    example: '0b9f1c7d2e',
  },
  IfMatch: {
    name: 'If-Match',
    in: 'header',
    required: true,
    description:
      'The ETag that the change is based on, or `*`. Without it 428; when somebody was faster 412. A `W/` put before it on the way is ignored.',
    schema: { type: 'string' },
    example: '"3f2a9c41d07be8856a10c2f4e7d9b036"',
  },
  IfMatchOrFirst: {
    name: 'If-Match',
    in: 'header',
    description:
      'The ETag that the change is based on, or `*`. The first write may send `If-None-Match: *` in its place. Without either 428; when somebody was faster 412. A `W/` put before the tag on the way is ignored.',
    schema: { type: 'string' },
    example: '"3f2a9c41d07be8856a10c2f4e7d9b036"',
  },
  IfNoneMatchFirst: {
    name: 'If-None-Match',
    in: 'header',
    description: '`*`: write only if there is nothing yet. For the first write, in place of If-Match.',
    schema: { type: 'string', enum: ['*'] },
    example: '*',
  },
  IfNoneMatch: {
    name: 'If-None-Match',
    in: 'header',
    description: 'ETags that the caller holds; 304 without a body when one of them is still right.',
    schema: { type: 'string' },
    example: '"3f2a9c41d07be8856a10c2f4e7d9b036"',
  },
}

export function acceptParameter(types: readonly string[]): Parameter {
  return {
    name: 'Accept',
    in: 'header',
    description: `Which form is wanted: ${types.map((t) => `\`${t}\``).join(', ')}; q-values count, without the header the first. 406 when none fits.`,
    schema: { type: 'string', default: types[0] ?? '' },
    example: types.at(-1),
  }
}

const text = (description: string, example: string): Header => ({
  description,
  schema: { type: 'string' },
  example,
})
const count = (description: string, example: number): Header => ({
  description,
  schema: { type: 'integer', minimum: 0 },
  example,
})

export const RESPONSE_HEADERS: Readonly<Record<string, Header>> = {
  'X-Request-Id': text(
    'Names this request in the logs; a problem repeats it as `requestId`.',
    'req_01krw5d8t3n6c0v9x2m4q7',
  ),
  'Content-Language': text('Language of the texts in the answer.', 'zh-CN'),
  Vary: text('Request headers that the answer depends on.', 'Accept, Accept-Language'),
  ETag: text('Version of what was answered, for If-Match and If-None-Match.', '"3f2a9c41d07be8856a10c2f4e7d9b036"'),
  Location: text('Address of what was made.', '/api/v1/cities/tongzhou/imports/imp_01krw5d8t3n6c0v9x2m4q7'),
  'Content-Disposition': text('File name to save under.', 'attachment; filename="tongzhou-2024.csv"'),
  'Idempotency-Replayed': text('`true` when this is the kept answer to an earlier request with the same key.', 'true'),
  'WWW-Authenticate': text('How to identify oneself.', 'Bearer realm="junheng"'),
  'Retry-After': count('Seconds to wait before the next try.', 30),
  'RateLimit-Limit': count('Requests, or units of work, allowed in the current window.', 60),
  'RateLimit-Remaining': count('What is left of it.', 0),
  'RateLimit-Reset': count('Seconds until the window starts anew.', 30),
}
