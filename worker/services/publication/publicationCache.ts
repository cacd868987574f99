/** Published versions as this isolate last served them. The payload never changes; who is the latest does, so an entry lives for a minute at most and
 * goes at once when this isolate carries a newer one of the same city to the hub. Bounded in bytes, oldest out first. */
export interface ServedPublication { readonly cityId: string; readonly body: Uint8Array; readonly etag: string }

const LIFE_MS = 60_000
const MOST_BYTES = 8_000_000

const entries = new Map<string, ServedPublication & { readonly keptAt: number }>()
let sizeBytes = 0

export function cachedPublication(id: string, nowMs: number): ServedPublication | undefined {
  const entry = entries.get(id)
  if (entry === undefined) return undefined
  if (nowMs - entry.keptAt < LIFE_MS && nowMs >= entry.keptAt) return entry
  drop(id)
  return undefined
}

export function keepPublication(id: string, served: ServedPublication, nowMs: number): void {
  drop(id)
  if (served.body.byteLength > MOST_BYTES / 2) return
  entries.set(id, { ...served, keptAt: nowMs })
  sizeBytes += served.body.byteLength
  for (const oldest of entries.keys()) {
    if (sizeBytes <= MOST_BYTES) break
    drop(oldest)
  }
}

export function evictPublications(cityId: string): void {
  for (const [id, entry] of entries) if (entry.cityId === cityId) drop(id)
}

function drop(id: string): void {
  sizeBytes -= entries.get(id)?.body.byteLength ?? 0
  entries.delete(id)
}
