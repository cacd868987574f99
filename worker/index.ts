/** Wiring only: requests go to the API, for hashed files to the assets, else to the site's own addresses; the clock goes to the jobs. */
import { createApp } from './app.ts'
import { serveAsset } from './http/assets.ts'
import { relayAll } from './jobs/relayAll.ts'
import { sealAll } from './jobs/sealAll.ts'
import { sweep } from './jobs/sweep.ts'
import { site } from './routes/site/index.ts'
import type { Env } from './env.ts'

// oxlint-disable-next-line no-console -- the access log
const app = createApp({ log: (line) => console.log(line) })

export default {
  fetch: (request, env, ctx) => {
    const { pathname } = new URL(request.url)
    if (pathname.startsWith('/api/') || pathname.startsWith('/.well-known/')) return app.fetch(request, env, ctx)
    return pathname.startsWith('/assets/') ? serveAsset(request, env) : site.fetch(request, env, ctx)
  },
  scheduled: (_event, env, ctx) => {
    ctx.waitUntil(relayAll(env))
    ctx.waitUntil(sealAll(env))
    ctx.waitUntil(sweep(env, Date.now()))
  },
} satisfies ExportedHandler<Env>
