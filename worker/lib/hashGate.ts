/** At most so many password hashes at once in this isolate, with a pause after each that leaves the thread to others: a hash is 120 ms of CPU in
 * one piece. A place frees itself after a while: a request that was broken off in the middle never gives its own back. */
const ABANDONED_AFTER_MS = 5_000
const LONGEST_WAIT_MS = 3_000
const LOOK_EVERY_MS = 20
const busyUntil = new Map<symbol, number>()

/** The work's answer, or undefined when no place came free in time. */
export async function withHashPlace<T>(places: number, work: () => Promise<T>): Promise<T | undefined> {
  const me = Symbol('place')
  const arrivedAt = Date.now()
  for (;;) {
    const nowMs = Date.now()
    for (const [place, until] of busyUntil) if (until <= nowMs) busyUntil.delete(place)
    if (busyUntil.size < places) break
    if (nowMs - arrivedAt >= LONGEST_WAIT_MS) return undefined
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
  }
  const startedAt = Date.now()
  busyUntil.set(me, startedAt + ABANDONED_AFTER_MS)
  try {
    return await work()
  } finally {
    const endedAt = Date.now()
    busyUntil.set(me, endedAt + (endedAt - startedAt) / 2)
  }
}
