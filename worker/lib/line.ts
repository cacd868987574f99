/** One at a time in this isolate, in the order of arrival. Nobody is woken by somebody else's request (a Worker may not do that): each one in line
 * looks for itself, and whoever has not looked for a while has gone, so a request that was broken off holds up nobody. */
const LOOK_EVERY_MS = 20

export type Place = symbol

export interface LineOptions {
  readonly longestWaitMs: number
  readonly goneAfterMs: number
  readonly most: number
  /** Of one caller: nobody fills the line alone. */
  readonly mostEach: number
}

export class Line {
  /** In order of arrival: when each was last heard of. */
  readonly #seenAt = new Map<Place, number>()
  readonly #whose = new Map<Place, string>()
  readonly #options: LineOptions

  constructor(options: LineOptions) {
    this.#options = options
  }

  /** The place once it is this one's turn; undefined when the line is full, or did not move in time, or `stop` says so. */
  async enter(who: string, stop: () => boolean = () => false): Promise<Place | undefined> {
    const { longestWaitMs, goneAfterMs, most, mostEach } = this.#options
    const me: Place = Symbol('place')
    const arrivedAt = Date.now()
    this.#dropGone(arrivedAt, goneAfterMs)
    const own = [...this.#whose.values()].filter((other) => other === who).length
    if (this.#seenAt.size >= most || own >= mostEach) return undefined
    this.#whose.set(me, who)
    for (;;) {
      const nowMs = Date.now()
      this.#seenAt.set(me, nowMs)
      this.#dropGone(nowMs, goneAfterMs)
      const [first] = this.#seenAt.keys()
      if (first === me) return me
      if (nowMs - arrivedAt >= longestWaitMs || nowMs < arrivedAt || stop()) {
        this.leave(me)
        return undefined
      }
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
    }
  }

  /** Still at work. */
  stay(place: Place): void {
    if (this.#seenAt.has(place)) this.#seenAt.set(place, Date.now())
  }

  leave(place: Place): void {
    this.#seenAt.delete(place)
    this.#whose.delete(place)
  }

  #dropGone(nowMs: number, goneAfterMs: number): void {
    for (const [place, at] of this.#seenAt) if (nowMs - at > goneAfterMs || at > nowMs) this.leave(place)
  }
}
