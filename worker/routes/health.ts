/** /health: the Worker runs and the hub answers. */
import { Hono } from 'hono'
import { z } from 'zod'
import { ENGINE_VERSION } from '../engine/version.ts'
import { pingHub } from '../../db/hub/queries/ping.ts'
import { describe } from './describe.ts'
import type { AppEnv } from '../http/context.ts'

const Health = z.object({ status: z.literal('ok'), engineVersion: z.string() }).meta({ id: 'Health' })

export const health = new Hono<AppEnv>().get(
  '/',
  describe({ tag: 'Service', summary: 'Is it up', ok: Health, public: true }),
  async (c) => {
    await pingHub(c.get('service').hub)
    return c.json({ status: 'ok' as const, engineVersion: ENGINE_VERSION }, 200, { 'cache-control': 'no-store' })
  },
)
