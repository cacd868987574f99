/** Published versions and comparisons of them as this isolate last served them. What was published never changes, but it may be withdrawn: an entry
 * lives for five seconds, and goes at once when this isolate carries something of one of its cities to the hub. */
import { ByteCache } from '../../lib/byteCache.ts'

export interface ServedPublication {
  readonly cityIds: readonly string[]
  readonly body: Uint8Array<ArrayBuffer>
  readonly etag: string
}

const served = new ByteCache<ServedPublication>({ mostBytes: 12_000_000, lifeMs: 5000 })

/** What an address may name comes from outside, so the two kinds never share a name: asking for the publication called like a comparison finds nothing. */
export type ServedKey = `publication ${string}` | `comparison ${string}`

export const getServed = (key: ServedKey, nowMs: number): ServedPublication | undefined => served.get(key, nowMs)

export const putServed = (key: ServedKey, value: ServedPublication, nowMs: number): void =>
  served.put(key, value, value.body.byteLength, nowMs)

export const evictServed = (cityId: string): void => served.evictWhere((p) => p.cityIds.includes(cityId))
