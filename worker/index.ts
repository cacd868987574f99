/** Wiring only: requests go to the app, the clock goes to the jobs. */
import { createApp } from './app.ts'
import { relayAll } from './jobs/relayAll.ts'
import { sweepHub } from './jobs/sweepHub.ts'
import type { Env } from './env.ts'

const app = createApp()

export default {
  fetch: app.fetch,
  scheduled: (_event, env, ctx) => {
    ctx.waitUntil(relayAll(env))
    ctx.waitUntil(sweepHub(env, Date.now()))
  },
} satisfies ExportedHandler<Env>
