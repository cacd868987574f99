/** Values this isolate keeps for a while, bounded in bytes; the one untouched longest goes first. Nobody but the isolate sees it, so nothing may
 * be kept here that another isolate could make untrue for longer than its caller states. */
export class ByteCache<T> {
  readonly #entries = new Map<string, { readonly value: T; readonly sizeBytes: number; readonly keptAt: number }>()
  readonly #mostBytes: number
  readonly #lifeMs: number
  #sizeBytes = 0

  constructor(options: { readonly mostBytes: number; readonly lifeMs?: number }) {
    this.#mostBytes = options.mostBytes
    this.#lifeMs = options.lifeMs ?? Number.POSITIVE_INFINITY
  }

  get(key: string, nowMs: number): T | undefined {
    const entry = this.#entries.get(key)
    if (entry === undefined) return undefined
    // A clock that went back makes an entry no younger.
    if (nowMs < entry.keptAt || nowMs - entry.keptAt >= this.#lifeMs) {
      this.evict(key)
      return undefined
    }
    this.#entries.delete(key)
    this.#entries.set(key, entry)
    return entry.value
  }

  /** Not kept when it alone would take half of the room. */
  put(key: string, value: T, sizeBytes: number, nowMs: number): void {
    this.evict(key)
    if (sizeBytes > this.#mostBytes / 2) return
    this.#entries.set(key, { value, sizeBytes, keptAt: nowMs })
    this.#sizeBytes += sizeBytes
    for (const oldest of this.#entries.keys()) {
      if (this.#sizeBytes <= this.#mostBytes) break
      this.evict(oldest)
    }
  }

  evict(key: string): void {
    this.#sizeBytes -= this.#entries.get(key)?.sizeBytes ?? 0
    this.#entries.delete(key)
  }

  evictWhere(isGone: (value: T) => boolean): void {
    for (const [key, { value }] of this.#entries) if (isGone(value)) this.evict(key)
  }
}
