/** The only fetch of the web. A path from `/api/v1/…` has to be one of the OpenAPI document's, and its method, query, body and answer follow
 * from it; a call may name its answer instead, `api.get<T>(…)`. Answers are trusted to follow the contract (the server validates them in its
 * tests); the session is a same-origin cookie. */
import { locale } from '../i18n/locale.ts'
import { underWay } from '../router/ready.ts'
import { ApiError, problemOf } from './problem.ts'
import type { AnswerOf, BodyOf, Known, Named, QueryOf } from './routes.ts'

export type Query = Readonly<Record<string, string | number | boolean | null | undefined>>

export interface RequestOptions<Q = Query> {
  readonly query?: Q
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

/** Any path: for what has its own caller's path checked. */
export async function json<T>(
  method: string,
  path: string,
  body: unknown,
  options: RequestOptions = {},
): Promise<Answer<T>> {
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

function get<P extends string>(
  path: Known<'get', P>,
  options?: RequestOptions<QueryOf<'get', P>>,
): Promise<AnswerOf<'get', P>>
function get<T = never>(path: Named<'get', T>, options?: RequestOptions): Promise<T>
async function get(path: string, options?: RequestOptions): Promise<unknown> {
  return (await json('GET', path, undefined, options)).data
}

function post<P extends string>(
  path: Known<'post', P>,
  body?: BodyOf<'post', P>,
  options?: RequestOptions<QueryOf<'post', P>>,
): Promise<AnswerOf<'post', P>>
function post<T = never>(path: Named<'post', T>, body?: unknown, options?: RequestOptions): Promise<T>
async function post(path: string, body?: unknown, options?: RequestOptions): Promise<unknown> {
  return (await json('POST', path, body ?? {}, options)).data
}

function put<P extends string>(
  path: Known<'put', P>,
  body: BodyOf<'put', P>,
  options?: RequestOptions<QueryOf<'put', P>>,
): Promise<Answer<AnswerOf<'put', P>>>
function put<T = never>(path: Named<'put', T>, body: unknown, options?: RequestOptions): Promise<Answer<T>>
function put(path: string, body: unknown, options?: RequestOptions): Promise<Answer<unknown>> {
  return json('PUT', path, body, options)
}

/** No deletion answers with a body. */
function remove<P extends string>(path: Known<'delete', P>, options?: RequestOptions): Promise<null>
async function remove(path: string, options?: RequestOptions): Promise<null> {
  await send('DELETE', path, null, options ?? {})
  return null
}

/** The answer as a file, in the form that `headers` ask for. */
function blob<P extends string>(path: Known<'get', P>, options?: RequestOptions<QueryOf<'get', P>>): Promise<Blob>
async function blob(path: string, options: RequestOptions = {}): Promise<Blob> {
  return (await send('GET', path, null, options)).blob()
}

/** For a link: the address that `get` would ask. */
function url<P extends string>(path: Known<'get', P>, query?: QueryOf<'get', P>): string
function url(path: string, query?: Query): string {
  return urlOf(path, query)
}

export const api = { get, post, put, delete: remove, blob, url }
