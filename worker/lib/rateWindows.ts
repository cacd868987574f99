/** How much each key used of an allowance per window, in this isolate's memory. Windows are fixed, so what is left and when it
 * returns can be told to the second. The surprise: when there is no room for another key the one that came first goes, and starts anew. */
export interface Allowance {
  readonly limit: number
  readonly windowSeconds: number
}
export interface Taken {
  readonly allowed: boolean
  /** Of the limit, after this; never negative. */
  readonly remaining: number
  /** Until the whole limit is there again; at least 1. */
  readonly resetSeconds: number
}

export class RateWindows {
  readonly #used = new Map<string, { startedAt: number; used: number }>()
  readonly #mostKeys: number

  constructor(mostKeys: number) {
    this.#mostKeys = mostKeys
  }

  /** Takes `cost` when that much is left, else nothing. A cost of 0 only looks. */
  take(key: string, cost: number, { limit, windowSeconds }: Allowance, nowMs: number): Taken {
    const windowMs = windowSeconds * 1000
    let entry = this.#used.get(key)
    if (entry === undefined || nowMs - entry.startedAt >= windowMs || nowMs < entry.startedAt) {
      this.#used.delete(key)
      entry = { startedAt: nowMs, used: 0 }
      this.#used.set(key, entry)
      for (const oldest of this.#used.keys()) {
        if (this.#used.size <= this.#mostKeys) break
        this.#used.delete(oldest)
      }
    }
    // What costs more than a whole window's allowance passes when nothing is used: its own limit stands elsewhere.
    const allowed = cost === 0 ? entry.used < limit : entry.used + cost <= limit || entry.used === 0
    if (allowed) entry.used += cost
    return {
      allowed,
      remaining: Math.max(0, Math.floor(limit - entry.used)),
      resetSeconds: Math.max(1, Math.ceil((entry.startedAt + windowMs - nowMs) / 1000)),
    }
  }
}
