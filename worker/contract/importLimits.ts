/** How large an import may be. Apart from schema.ts, because the web needs the figures without the validator. */
/** Beyond these a file is refused with a problem that says so; nothing of it is read further. */
export const IMPORT_LIMITS = {
  sizeBytes: 20 * 1024 * 1024,
  rows: 100_000,
  values: 400_000,
  listedProblems: 500,
} as const

/** What a city may have checked and not yet written. The largest upload stages about 16 MB. */
export const STAGED_LIMITS = { count: 20, sizeBytes: 64 * 1024 * 1024, days: 7 } as const
