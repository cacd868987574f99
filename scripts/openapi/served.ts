/** The OpenAPI document as the application serves it, as text. Nothing but the document is asked for, so no database is touched. */
import { join } from 'node:path'
import { ROOT } from '../serve/settings.ts'

export async function servedDocument(): Promise<string> {
  // Loaded by its path: the Worker's types are not this project's.
  const { createApp } = (await import(join(ROOT, 'worker/app.ts'))) as {
    createApp: () => { request: (path: string, init: object, env: object) => Response | Promise<Response> }
  }
  const res = await createApp().request('/api/v1/openapi.json', {}, {})
  const text = await res.text()
  if (res.status !== 200) throw new Error(`openapi.json answered ${res.status}: ${text}`)
  return text
}
