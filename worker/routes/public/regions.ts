/** /regions: where cities take part. */
import { Hono } from 'hono'
import { z } from 'zod'
import { listRegions } from '../../../db/hub/queries/regions.ts'
import { regionStates } from '../../services/regionStates.ts'
import { describe } from '../describe.ts'
import { RegionInfo } from '../../contract/public.ts'
import type { AppEnv } from '../../http/appEnv.ts'

const RegionList = z.object({ items: z.array(RegionInfo) }).meta({ id: 'RegionList' })

export const regions = new Hono<AppEnv>().get(
  '/',
  describe({
    tag: 'Public',
    id: 'listRegions',
    summary: 'Regions, with how many cities take part and have published',
    ok: RegionList,
    public: true,
  }),
  async (c) => {
    const { hub, now, env } = c.get('service')
    const [rows, states] = await Promise.all([listRegions(hub), regionStates(env, now())])
    const down = new Set(states.filter((s) => !s.isWell).map((s) => s.region.code))
    return c.json({ items: rows.map((row) => ({ ...row, available: !down.has(row.code) })) }, 200, {
      'cache-control': 'public, max-age=60',
    })
  },
)
