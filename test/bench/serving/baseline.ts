/** What our routes are measured against, on the same runtime: a Hono handler that does nothing, and one that does one D1 point query. */
import { Hono } from 'hono'

const app = new Hono<{
  Bindings: {
    readonly HUB: { prepare: (text: string) => { bind: (...values: unknown[]) => { first: () => Promise<unknown> } } }
  }
}>()
  .get('/api/empty', (c) => c.body(null))
  .get('/api/point', async (c) =>
    c.json(await c.env.HUB.prepare('SELECT id, slug, name FROM organisations WHERE slug = ?').bind('chengyan').first()),
  )

export default { fetch: app.fetch }
