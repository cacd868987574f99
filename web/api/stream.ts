/** Newline-delimited JSON as it arrives: `for await (const event of streamLines<Event>(path, body)) …`. The contract types no lines. */
import { headersFor, send, type RequestOptions } from './client.ts'
import type { PostPath } from './routes.gen.ts'

export async function* streamLines<T>(
  path: PostPath,
  body?: unknown,
  options: RequestOptions = {},
): AsyncGenerator<T, void, void> {
  const headers = {
    ...headersFor('POST', options),
    Accept: 'application/x-ndjson',
    ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
  }
  const response = await send('POST', path, body === undefined ? null : JSON.stringify(body), { ...options, headers })
  if (response.body === null) return
  const reader = response.body.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  try {
    for (;;) {
      const { done, value } = await reader.read()
      rest += done ? decoder.decode() : decoder.decode(value, { stream: true })
      const lines = rest.split('\n')
      rest = done ? '' : (lines.pop() ?? '')
      for (const line of lines) if (line.trim() !== '') yield asLine<T>(line)
      if (done) return
    }
  } finally {
    // A reader who stops early stops the server too.
    await reader.cancel().catch(() => undefined)
  }
}

/** Each line is one value of the contract's event type. */
function asLine<T>(line: string): T {
  return JSON.parse(line) as T
}
