/** Upload with progress. fetch cannot report what was sent, so this is the one XMLHttpRequest. */
import { headersFor, urlOf, type Query, type RequestOptions } from './client.ts'
import { ApiError, problemOf } from './problem.ts'
import type { AnswerOf, Known, QueryOf } from './routes.ts'
import type { PostPath } from './routes.gen.ts'

export interface UploadOptions<Q = Query> extends RequestOptions<Q> {
  /** 0…1 of the bytes sent; the server's own work follows after 1. */
  readonly onProgress?: (share: number) => void
}

/** The same, answered line by line (NDJSON): `onLine` sees each line as it arrives. Resolves once the answer has ended. */
export async function uploadForLines<L>(
  path: PostPath,
  body: Blob,
  onLine: (line: L) => void,
  options: UploadOptions = {},
): Promise<void> {
  let read = 0
  const take = (text: string, ended: boolean): void => {
    for (let end = text.indexOf('\n', read); end !== -1; end = text.indexOf('\n', read)) {
      onLine(asWire<L>(text.slice(read, end)))
      read = end + 1
    }
    if (ended && text.slice(read).trim() !== '') onLine(asWire<L>(text.slice(read)))
  }
  const text = await transfer(
    path,
    body,
    { ...options, headers: { ...options.headers, Accept: 'application/x-ndjson' } },
    (soFar) => take(soFar, false),
  )
  take(text, true)
}

export function upload<P extends string>(
  path: Known<'post', P>,
  body: Blob | FormData,
  options?: UploadOptions<QueryOf<'post', P>>,
): Promise<AnswerOf<'post', P>>
export async function upload(path: string, body: Blob | FormData, options: UploadOptions = {}): Promise<unknown> {
  return asWire(await transfer(path, body, options))
}

function transfer(
  path: string,
  body: Blob | FormData,
  options: UploadOptions,
  onText?: (soFar: string) => void,
): Promise<string> {
  return new Promise<string>((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', urlOf(path, options.query))
    for (const [name, value] of Object.entries(headersFor('POST', options))) request.setRequestHeader(name, value)
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) options.onProgress?.(event.loaded / event.total)
    })
    if (onText !== undefined) {
      request.addEventListener('progress', () => {
        if (request.status >= 200 && request.status < 300) onText(request.responseText)
      })
    }
    request.addEventListener('load', () => {
      if (request.status >= 200 && request.status < 300) resolve(request.responseText)
      else reject(problemOf(request.status, request.responseText, request.getResponseHeader('Retry-After')))
    })
    request.addEventListener('error', () => reject(new ApiError(0, {})))
    request.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')))
    options.signal?.addEventListener('abort', () => request.abort(), { once: true })
    request.send(body)
  })
}

/** The contract test on the server side guarantees the shape. */
function asWire<T>(text: string): T {
  return (text === '' ? null : JSON.parse(text)) as T
}
