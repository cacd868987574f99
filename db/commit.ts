/** The only writer: one atomic D1 batch with its audit row. A guard statement that finds its condition unmet aborts the whole batch. */
import { is, sql, SQL, type Query } from 'drizzle-orm'
import { SQLiteAsyncDialect } from 'drizzle-orm/sqlite-core'
import type { AuditRow } from './act.types.ts'
import type { HubDb, RegionDb, Statement, TenantId } from './client.ts'
import { appendToHub, appendToRegion } from './log/append.ts'
import * as hubKeys from './hub/queries/idempotency.ts'
import * as regionKeys from './region/queries/idempotency.ts'

/** A guard placed after a statement failed: somebody else changed the row first, or it is not in the state the caller needs. */
export class ConflictError extends Error {
  override readonly name = 'ConflictError'
}

/** SQLite raises no error of one's own outside a trigger. A JSON path that is none does, and its message repeats the path: nothing else says this word. */
const CONFLICT = 'junheng-conflict'

/** Aborts the batch unless the condition holds when its turn comes: it sees what the statements before it wrote, and what other writers did. */
export function abortUnless(condition: SQL): Statement {
  return sql`SELECT CASE WHEN ${condition} THEN 1 ELSE json_extract('{}', ${CONFLICT}) END`
}

/** Place right after an INSERT/UPDATE/DELETE: aborts the batch unless it changed exactly `n` rows. */
export const expectChanges = (n: number): Statement => abortUnless(sql`changes() = ${n}`)

export async function commitRegion(
  db: RegionDb,
  tenantId: TenantId,
  statements: readonly Statement[],
  audit: AuditRow,
): Promise<void> {
  const { once, ...row } = audit
  const claim = once === undefined ? [] : [regionKeys.claimKey(tenantId, once, audit), expectChanges(1)]
  await run(db, [...claim, ...statements, appendToRegion(tenantId, row)])
}

export async function commitHub(
  db: HubDb,
  organisationId: string | null,
  statements: readonly Statement[],
  audit: AuditRow,
): Promise<void> {
  const { once, ...row } = audit
  const claim = once === undefined ? [] : [hubKeys.claimKey(once, audit), expectChanges(1)]
  await run(db, [...claim, ...statements, appendToHub(organisationId, row)])
}

/** Bookkeeping that is nobody's act (session rows, last use of a key, relay marks): a batch without an audit row. */
export async function commitBookkeeping(db: RegionDb | HubDb, statements: readonly Statement[]): Promise<void> {
  await run(db, statements)
}

async function run(db: RegionDb | HubDb, statements: readonly Statement[]): Promise<void> {
  if (statements.length === 0) return
  const prepared = statements.map((s) => {
    const { sql: text, params } = compile(s)
    return db.$client.prepare(text).bind(...params)
  })
  try {
    await db.$client.batch(prepared)
  } catch (error) {
    if (messages(error).some((m) => m.includes(CONFLICT)))
      throw new ConflictError('the row was changed in the meantime')
    throw error
  }
}

const dialect = new SQLiteAsyncDialect()
const compile = (statement: Statement): Query =>
  is(statement, SQL) ? dialect.sqlToQuery(statement) : statement.toSQL()

function messages(error: unknown): string[] {
  const out: string[] = []
  for (let e: unknown = error; e instanceof Error; e = e.cause) out.push(e.message)
  return out
}
