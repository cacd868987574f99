/** The application as every worker test asks it: whatever it answers, errors included, must stand in the OpenAPI document it serves. */
import { createExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { createApp as createPlainApp } from '../../worker/app.ts'
import { expectConforms, type OpenApi } from './worker-openapi.ts'

let document: Promise<OpenApi> | undefined

export function apiDocument(): Promise<OpenApi> {
  document ??= (async () => {
    const res = await createPlainApp().request('/api/v1/openapi.json', {}, env, createExecutionContext())
    return res.json<OpenApi>()
  })()
  return document
}

export function createApp(options: Parameters<typeof createPlainApp>[0] = {}): ReturnType<typeof createPlainApp> {
  const app = createPlainApp(options)
  const request = app.request.bind(app)
  app.request = async (input, init, bindings, ctx) => {
    const res = await request(input, init, bindings, ctx)
    const url = new URL(
      typeof input === 'string' ? input : input instanceof URL ? input : input.url,
      'http://localhost',
    )
    const method = init?.method ?? (input instanceof Request ? input.method : 'GET')
    if (url.pathname.startsWith('/api/')) await expectConforms(await apiDocument(), method, url.pathname, res)
    return res
  }
  return app
}
