/** How large an import may be. Apart from schema.ts, because the web needs the figures without the validator. */
/** Beyond these a file is refused with a problem that says so; nothing of it is read further. */
export const IMPORT_LIMITS = {
  sizeBytes: 20 * 1024 * 1024,
  rows: 100_000,
  values: 400_000,
  listedProblems: 500,
} as const
