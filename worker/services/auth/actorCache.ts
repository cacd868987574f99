/** Who a credential stood for, remembered by this isolate for reads alone: a page asks several things at once, and the hub need not say who is
 * asking each time. What is revoked, ended or changed elsewhere is honoured at most LIFE_MS later; writes always ask the hub. Refusals are never kept. */
import { ByteCache } from '../../lib/byteCache.ts'
import type { Actor } from '../../authority/actor.types.ts'

const LIFE_MS = 5_000
const actors = new ByteCache<Actor>({ mostBytes: 2_000, lifeMs: LIFE_MS })

/** `credential` is the hash of a key or a session token. Each takes one of the cache's places. */
export const getActor = (credential: string, nowMs: number): Actor | undefined => actors.get(credential, nowMs)
export const putActor = (credential: string, actor: Actor, nowMs: number): void =>
  actors.put(credential, actor, 1, nowMs)
export const evictActor = (credential: string): void => actors.evict(credential)
export const evictKey = (keyId: string): void => actors.evictWhere((a) => a.kind === 'key' && a.keyId === keyId)
