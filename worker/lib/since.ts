/** `since` of a list → milliseconds; 0 when it is absent. Its shape was checked; a 30 February counts from the beginning. */
export function sinceMs(text: string | undefined): number {
  if (text === undefined) return 0
  const ms = /^\d+$/.test(text) ? Number(text) : Date.parse(`${text}T00:00:00Z`)
  return Number.isFinite(ms) ? ms : 0
}

/** `a,b` → [a, b]; null = no filter. */
export const namedIn = (text: string | undefined): readonly string[] | null => text?.split(',') ?? null
