/** Long computations of this isolate take turns, with a gap after each in which other requests are served: ten of them at once slow each other
 * down, not everybody. Only times are shared, so that one that is broken off holds up nobody. */
const GAP_MS = 5
/** A clock that was set back must not stop everything. */
const LONGEST_WAIT_MS = 1_000
let nextTurnAt = 0

/** Waits until no other turn is on, then works; the work must not wait itself. */
export async function inTurn<T>(work: () => T): Promise<T> {
  for (;;) {
    const leftMs = nextTurnAt - Date.now()
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, Math.min(leftMs, LONGEST_WAIT_MS))))
    const still = nextTurnAt - Date.now()
    if (still <= 0 || still > LONGEST_WAIT_MS) break
  }
  try {
    return work()
  } finally {
    nextTurnAt = Date.now() + GAP_MS
  }
}
