/** /health: the Worker runs and the hub answers; which regions do. A region that is down leaves the rest of the service well: still 200. */
import { Hono } from 'hono'
import { z } from 'zod'
import { ENGINE_VERSION } from '../engine/version.ts'
import { pingHub } from '../../db/hub/queries/ping.ts'
import { regionStates } from '../services/regionStates.ts'
import { describe } from './describe.ts'
import type { AppEnv } from '../http/appEnv.ts'

const Health = z
  .object({
    status: z.enum(['ok', 'degraded']).describe('degraded: at least one region is out of service; the hub is well'),
    engineVersion: z.string(),
    regions: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        nameEn: z.string(),
        status: z.enum(['ok', 'unavailable']).describe('as of the last five seconds'),
      }),
    ),
  })
  .meta({ id: 'Health' })

export const health = new Hono<AppEnv>().get(
  '/',
  describe({ tag: 'Service', id: 'getHealth', summary: 'Is it up', ok: Health, public: true }),
  async (c) => {
    const { hub, now, env } = c.get('service')
    const [states] = await Promise.all([regionStates(env, now()), pingHub(hub)])
    return c.json(
      {
        status: states.every((s) => s.isWell) ? ('ok' as const) : ('degraded' as const),
        engineVersion: ENGINE_VERSION,
        regions: states.map(({ region: { code, name, nameEn }, isWell }) => ({
          code,
          name,
          nameEn,
          status: isWell ? ('ok' as const) : ('unavailable' as const),
        })),
      },
      200,
      { 'cache-control': 'no-store' },
    )
  },
)
