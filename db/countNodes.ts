/** How many nodes of a kind a framework's body holds, counted inside the database so that a list carries no tree. */
import { sql, type SQL } from 'drizzle-orm'

/** `body` is the column. */
export const countNodes = (body: SQL, kind: 'indicator' | 'domain'): SQL =>
  sql`(SELECT count(*) FROM json_tree(${body}, '$.root') j WHERE j.key = 'kind' AND j.atom = ${kind})`
