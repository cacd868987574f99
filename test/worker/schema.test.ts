import { env } from 'cloudflare:workers'
import { getTableConfig, type SQLiteTable } from 'drizzle-orm/sqlite-core'
import { getTableName, is, Table } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import * as hub from '../../db/hub/schema.ts'
import * as region from '../../db/region/schema.ts'
import { REGIONS } from '../../db/regions.ts'

interface Column {
  readonly name: string
  readonly type: string
  readonly notnull: number
  readonly pk: number
}

/** Guarantee: drizzle's `is` has checked that the value is a table, and these schemas hold SQLite tables only. */
const tablesOf = (schema: Record<string, unknown>): SQLiteTable[] =>
  Object.values(schema).filter((v) => is(v, Table)) as SQLiteTable[]

const columnsInDatabase = async (db: D1Database, table: string): Promise<readonly Column[]> =>
  (await db.prepare(`PRAGMA table_info("${table}")`).all<Column>()).results

const ownTables = async (db: D1Database): Promise<string[]> =>
  (
    await db
      .prepare(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '_cf_%' AND name <> 'd1_migrations' ORDER BY name",
      )
      .all<{ name: string }>()
  ).results.map((r) => r.name)

const byName = (a: { name: string }, b: { name: string }): number => (a.name < b.name ? -1 : 1)

const firstRegion = REGIONS[0].binding

describe.each([
  ['hub', hub, () => env.HUB],
  ['region', region, () => env[firstRegion]],
] as const)('the Drizzle schema of the %s', (_name, schema, database) => {
  it('has exactly the migrated tables', async () => {
    expect(
      tablesOf(schema)
        .map((t) => getTableName(t))
        .toSorted(),
    ).toEqual(await ownTables(database()))
  })

  it.each(tablesOf(schema).map((t) => [getTableName(t), t] as const))(
    '%s has the migrated columns, types, keys and nullability',
    async (name, table) => {
      const config = getTableConfig(table)
      const composite = new Set(config.primaryKeys.flatMap((k) => k.columns.map((c) => c.name)))
      const stated = config.columns.map((c) => ({
        name: c.name,
        type: c.getSQLType().toUpperCase(),
        notNull: c.notNull || c.primary,
        key: c.primary || composite.has(c.name),
      }))
      const migrated = (await columnsInDatabase(database(), name)).map((c) => ({
        name: c.name,
        type: c.type,
        notNull: c.notnull === 1 || c.pk > 0,
        key: c.pk > 0,
      }))
      expect(stated.toSorted(byName)).toEqual(migrated.toSorted(byName))
    },
  )
})

it('every region has the same tables', async () => {
  const all = await Promise.all(REGIONS.map((r) => ownTables(env[r.binding])))
  for (const tables of all) expect(tables).toEqual(all[0])
})
