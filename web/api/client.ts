/** The only fetch of the web. Paths are written as in docs/api.md, from `/api/v1/…`; the session is a same-origin cookie.
 * Answers are trusted to follow the contract (the server validates them in its tests): `T` is the wire type. */
import { locale } from '../i18n/locale.ts'
import { underWay } from '../router/ready.ts'
import { ApiError, problemOf } from './problem.ts'

export type Query = Readonly<Record<string, string | number | boolean | null | undefined>>

export interface RequestOptions {
  readonly query?: Query
  readonly signal?: AbortSignal
  /** The ETag the edit was based on; the server answers 412 when somebody else was faster. */
  readonly ifMatch?: string
  /** Given when the same action may be sent again after a lost answer; each POST gets a fresh one otherwise. */
  readonly idempotencyKey?: string
  readonly headers?: Readonly<Record<string, string>>
}

export interface Answer<T> {
  readonly data: T
  readonly etag: string | null
  readonly headers: Headers
}

export function urlOf(path: string, query?: Query): string {
  if (query === undefined) return path
  const params = new URLSearchParams()
  for (const [key, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== '') params.set(key, String(value))
  }
  const text = params.toString()
  return text === '' ? path : `${path}${path.includes('?') ? '&' : '?'}${text}`
}

/** crypto.randomUUID needs a secure context, which an intranet address over http is not. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

export function headersFor(method: string, options: RequestOptions): Record<string, string> {
  const headers: Record<string, string> = {
    Accept: 'application/json',
    'Accept-Language': locale.peek(),
    ...options.headers,
  }
  if (options.ifMatch !== undefined) headers['If-Match'] = options.ifMatch
  if (method === 'POST') headers['Idempotency-Key'] = options.idempotencyKey ?? newKey()
  return headers
}

/** The raw response of a successful request; anything else is thrown as an ApiError. */
export async function send(
  method: string,
  path: string,
  body: BodyInit | null,
  options: RequestOptions,
): Promise<Response> {
  let response: Response
  try {
    response = await underWay(
      fetch(urlOf(path, options.query), {
        method,
        body,
        headers: headersFor(method, options),
        credentials: 'same-origin',
        ...(options.signal === undefined ? {} : { signal: options.signal }),
      }),
    )
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw new ApiError(0, {})
  }
  if (!response.ok) throw problemOf(response.status, await response.text(), response.headers.get('Retry-After'))
  return response
}

async function json<T>(method: string, path: string, body: unknown, options: RequestOptions = {}): Promise<Answer<T>> {
  const hasBody = body !== undefined
  const withType = hasBody
    ? { ...options, headers: { 'Content-Type': 'application/json', ...options.headers } }
    : options
  const response = await send(method, path, hasBody ? JSON.stringify(body) : null, withType)
  const text = response.status === 204 ? '' : await underWay(response.text())
  return {
    data: asWire<T>(text === '' ? null : JSON.parse(text)),
    etag: response.headers.get('ETag'),
    headers: response.headers,
  }
}

/** The contract test on the server side guarantees the shape. */
function asWire<T>(value: unknown): T {
  return value as T
}

export const api = {
  get: async <T>(path: string, options?: RequestOptions): Promise<T> =>
    (await json<T>('GET', path, undefined, options)).data,
  read: <T>(path: string, options?: RequestOptions): Promise<Answer<T>> => json<T>('GET', path, undefined, options),
  post: async <T>(path: string, body?: unknown, options?: RequestOptions): Promise<T> =>
    (await json<T>('POST', path, body ?? {}, options)).data,
  put: <T>(path: string, body: unknown, options?: RequestOptions): Promise<Answer<T>> =>
    json<T>('PUT', path, body, options),
  patch: <T>(path: string, body: unknown, options?: RequestOptions): Promise<Answer<T>> =>
    json<T>('PATCH', path, body, options),
  delete: async <T = null>(path: string, options?: RequestOptions): Promise<T> =>
    (await json<T>('DELETE', path, undefined, options)).data,
  text: async (path: string, options: RequestOptions = {}): Promise<string> =>
    (await send('GET', path, null, options)).text(),
  blob: async (path: string, options: RequestOptions = {}): Promise<Blob> =>
    (await send('GET', path, null, options)).blob(),
}
