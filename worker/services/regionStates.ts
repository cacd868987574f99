/** Which regions answer. Asked at most every five seconds an isolate, so that a crowd at /health does not become a crowd at every database. */
import { pingRegion } from '../../db/region/queries/ping.ts'
import { REGIONS, type Region } from '../../db/regions.ts'
import { openRegion, type Env } from '../env.ts'

export interface RegionState {
  readonly region: Region
  readonly isWell: boolean
}

const KEPT_MS = 5000
/** A database that is asked and stays silent is not well. */
const PATIENCE_MS = 2000
/** Answers, never questions under way: a request may not wait for another one's database call. */
const known = new WeakMap<D1Database, { readonly askedAt: number; readonly isWell: boolean }>()

export const regionStates = (env: Env, nowMs: number): Promise<RegionState[]> =>
  Promise.all(REGIONS.map(async (region) => ({ region, isWell: await isWellNow(env, region, nowMs) })))

async function isWellNow(env: Env, region: Region, nowMs: number): Promise<boolean> {
  const db = openRegion(env, region.code)
  if (db === undefined) return false
  const last = known.get(db.$client)
  if (last !== undefined && nowMs - last.askedAt < KEPT_MS) return last.isWell
  const isWell = await answers(pingRegion(db))
  known.set(db.$client, { askedAt: nowMs, isWell })
  return isWell
}

async function answers(ping: Promise<void>): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const silence = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MS)
  })
  try {
    return await Promise.race([ping.then(() => true), silence])
  } catch {
    return false
  } finally {
    clearTimeout(timer)
  }
}
