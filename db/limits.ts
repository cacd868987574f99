/** D1's caps that local SQLite does not enforce; see docs/deploy.md for their source. */
export const D1_LIMITS = {
  /** A string, blob or row may not exceed 2 MB; JSON parameters stay below this. */
  jsonParameterBytes: 1_500_000,
  boundParameters: 100,
} as const

/** For how long a repeat with the same Idempotency-Key is known. */
export const KEYS_KEPT_MS = 24 * 3600 * 1000
