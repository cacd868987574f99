/** The Workers types that shared modules mention, for tests in Node: by name, because the whole package would fight with the browser's types. */
import type * as workers from '@cloudflare/workers-types'

declare global {
  type D1Database = workers.D1Database
  type Fetcher = workers.Fetcher
}
