/** Several reads of one database in one round trip, as of one moment. Each read is `sql<Row>`; the answer keeps its row type. */
import type { SQL } from 'drizzle-orm'
import { SQLiteAsyncDialect } from 'drizzle-orm/sqlite-core'
import type { HubDb, RegionDb } from './client.ts'

type Rows<T extends readonly SQL[]> = { -readonly [K in keyof T]: T[K] extends SQL<infer Row> ? Row[] : never }

const dialect = new SQLiteAsyncDialect()

export async function readBatch<const T extends readonly SQL[]>(db: RegionDb | HubDb, reads: T): Promise<Rows<T>> {
  if (reads.length === 0) return asRows<T>([])
  const answers = await db.$client.batch(
    reads.map((read) => {
      const { sql, params } = dialect.sqlToQuery(read)
      return db.$client.prepare(sql).bind(...params)
    }),
  )
  return asRows<T>(answers.map((a) => a.results))
}

/** Guarantee: D1 answers in the order of the statements; each row has the columns its `sql<Row>` names. */
const asRows = <T extends readonly SQL[]>(rows: unknown): Rows<T> => rows as Rows<T>
