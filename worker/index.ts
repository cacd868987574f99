/** Wiring only: requests go to the app or, for hashed files, to the assets; the clock goes to the jobs. */
import { createApp } from './app.ts'
import { serveAsset } from './http/assets.ts'
import { relayAll } from './jobs/relayAll.ts'
import { sweep } from './jobs/sweep.ts'
import type { Env } from './env.ts'

// oxlint-disable-next-line no-console -- the access log
const app = createApp({ log: (line) => console.log(line) })

export default {
  fetch: (request, env, ctx) =>
    new URL(request.url).pathname.startsWith('/assets/') ? serveAsset(request, env) : app.fetch(request, env, ctx),
  scheduled: (_event, env, ctx) => {
    ctx.waitUntil(relayAll(env))
    ctx.waitUntil(sweep(env, Date.now()))
  },
} satisfies ExportedHandler<Env>
