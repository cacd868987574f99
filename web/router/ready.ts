/** `<html data-ready>`: present while the page shows what was asked for and nothing is on its way. Code and data that are fetched say so with
 * `underWay`; a new address, language or theme with `stirred`. Browser tests, print services and screen recorders wait for it.
 * The surprise: one answer may lead to the next question after a render, so the mark returns only after a few quiet frames. */
const QUIET_FRAMES = 3

let count = 0
let round = 0

/** Takes the mark away until `work` has ended, well or badly, and nothing else is under way. Returns `work`. */
export function underWay<T>(work: Promise<T>): Promise<T> {
  count += 1
  takeAway()
  const end = (): void => {
    count -= 1
    if (count === 0) bringBack()
  }
  work.then(end, end)
  return work
}

/** Something changed that will render and may fetch: the mark goes at once and returns when that is done. */
export function stirred(): void {
  takeAway()
  if (count === 0) bringBack()
}

function takeAway(): void {
  round += 1
  delete document.documentElement.dataset['ready']
}

/** Effects run in a timer after a frame, in the order in which they were asked for: waiting in the same way lets each have its turn. */
function bringBack(frames = QUIET_FRAMES, asked = round): void {
  requestAnimationFrame(() =>
    setTimeout(() => {
      if (asked !== round) return
      if (frames > 1) bringBack(frames - 1, asked)
      else document.documentElement.dataset['ready'] = ''
    }),
  )
}
