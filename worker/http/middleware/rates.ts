/** Once the caller is known and before anything is read for them: what an address without a credential may send, and what a key may ask. Reads of
 * visitors are not counted (small, cached, a proxy's business); computations are counted by cost (routes/compute/budget.ts), wrong keys by actor.ts. */
import { createMiddleware } from 'hono/factory'
import { limitRate } from '../rateLimit.ts'
import type { AppEnv } from '../appEnv.ts'

export const rates = createMiddleware<AppEnv>(async function rates(c, next) {
  const { kind } = c.get('service').actor
  const isRead = ['GET', 'HEAD', 'OPTIONS'].includes(c.req.method)
  if (!c.req.path.startsWith('/api/v1/compute/')) {
    if (kind === 'key') await limitRate(c, 'key')
    else if (kind === 'anonymous' && !isRead) await limitRate(c, 'address')
  }
  await next()
})
