/** Runs a job in every region at once. What fails in one region is logged and stops no other. */
import { REGIONS } from '../../db/regions.ts'
import { openRegion, type Env } from '../env.ts'
import type { RegionDb } from '../../db/client.ts'

export async function eachRegion(env: Env, job: string, work: (region: RegionDb) => Promise<void>): Promise<void> {
  await Promise.all(
    REGIONS.map(async ({ code }) => {
      const region = openRegion(env, code)
      if (region === undefined) return
      try {
        await work(region)
      } catch (error) {
        // oxlint-disable-next-line no-console -- the structured log of a failure nobody expected
        console.error(
          JSON.stringify({
            level: 'error',
            job,
            region: code,
            error: error instanceof Error ? (error.stack ?? error.message) : String(error),
          }),
        )
      }
    }),
  )
}
