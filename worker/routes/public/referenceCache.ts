/** Reference data change with a release only: an hour fresh, a day usable while being fetched again. */
export const REFERENCE_CACHE = { 'cache-control': 'public, max-age=3600, stale-while-revalidate=86400' } as const
