/** Upload with progress. fetch cannot report what was sent, so this is the one XMLHttpRequest. */
import { headersFor, urlOf, type RequestOptions } from './client.ts'
import { ApiError, problemOf } from './problem.ts'

export interface UploadOptions extends RequestOptions {
  /** 0…1 of the bytes sent; the server's own work follows after 1. */
  readonly onProgress?: (share: number) => void
}

export function upload<T>(path: string, body: Blob | FormData, options: UploadOptions = {}): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', urlOf(path, options.query))
    for (const [name, value] of Object.entries(headersFor('POST', options))) request.setRequestHeader(name, value)
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) options.onProgress?.(event.loaded / event.total)
    })
    request.addEventListener('load', () => {
      if (request.status >= 200 && request.status < 300) resolve(asWire<T>(request.responseText))
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
