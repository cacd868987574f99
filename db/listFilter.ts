/** What lists may be narrowed to: entries since a moment, in certain states. */
import { sql, type SQL } from 'drizzle-orm'

export interface ListFilter {
  /** Milliseconds; 0 or absent = from the beginning. */
  readonly sinceMs?: number
  /** null or absent = any. */
  readonly states?: readonly string[] | null
}

/** ` AND …` for the WHERE of a list; empty when nothing is asked for. */
export function filtered(createdAt: SQL, state: SQL, { sinceMs = 0, states = null }: ListFilter): SQL {
  return sql.join([
    ...(sinceMs > 0 ? [sql` AND ${createdAt} >= ${sinceMs}`] : []),
    ...(states === null ? [] : [sql` AND ${state} IN (SELECT value FROM json_each(${JSON.stringify(states)}))`]),
  ])
}
