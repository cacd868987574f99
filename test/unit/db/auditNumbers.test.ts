/** Rows of a release that knew no numbers: the migration numbers them by time, log by log; and what is asked of a long log is answered from its indexes. */
import { DatabaseSync } from 'node:sqlite'
import { beforeEach, describe, expect, it } from 'vitest'
import { filesIn, read } from '../../support/sources.ts'

const INSERT = {
  region: 'INSERT INTO audit (tenant_id, id, actor, action, target, request_id, created_at)',
  hub: 'INSERT INTO hub_audit (organisation_id, id, actor, action, target, request_id, created_at)',
} as const
/** [log, id, created at], out of order; two of one moment. */
const OLD = [
  ['org_a', 'aud_3', 30],
  ['org_a', 'aud_1', 10],
  ['org_b', 'aud_9', 5],
  ['org_a', 'aud_2b', 20],
  ['org_a', 'aud_2a', 20],
] as const

describe.each([
  ['region', 'audit', 'tenant_id', 6],
  ['hub', 'hub_audit', 'log', 9],
] as const)('audit rows of the %s', (kind, table, owner, number) => {
  let db: DatabaseSync
  const files = filesIn(`db/migrations/${kind}`, /\.sql$/)
  const insert = (log: string | null, id: string, createdAt: number): unknown =>
    db.prepare(`${INSERT[kind]} VALUES (?, ?, 'a', 'b', 'c', 'd', ?)`).run(log, id, createdAt)
  const numbers = (log: string): unknown[] =>
    db
      .prepare(`SELECT id, seq FROM ${table} WHERE ${owner} = ? ORDER BY seq`)
      .all(log)
      .map((row) => [row['id'], row['seq']])
  const planOf = (sql: string): string =>
    db
      .prepare(`EXPLAIN QUERY PLAN ${sql}`)
      .all()
      .map((row) => String(row['detail']))
      .join('\n')

  beforeEach(() => {
    db = new DatabaseSync(':memory:')
    for (const file of files.slice(0, number - 1)) db.exec(read(file))
    for (const [log, id, createdAt] of OLD) insert(log, id, createdAt)
    if (kind === 'hub') insert(null, 'aud_p', 1)
    for (const file of files.slice(number - 1)) db.exec(read(file))
  })

  it('are numbered by time and id from 1, in each log for itself', () => {
    expect(numbers('org_a')).toEqual([
      ['aud_1', 1],
      ['aud_2a', 2],
      ['aud_2b', 3],
      ['aud_3', 4],
    ])
    expect(numbers('org_b')).toEqual([['aud_9', 1]])
    if (kind === 'hub') expect(numbers('platform')).toEqual([['aud_p', 1]])
  })

  it('go on from there, for a writer that gives no number as well', () => {
    insert('org_a', 'aud_0', 1)
    insert('org_c', 'aud_c', 1)
    if (kind === 'hub') insert(null, 'aud_q', 0)
    expect(numbers('org_a').at(-1)).toEqual(['aud_0', 5])
    expect(numbers('org_c')).toEqual([['aud_c', 1]])
    if (kind === 'hub')
      expect(numbers('platform')).toEqual([
        ['aud_p', 1],
        ['aud_q', 2],
      ])
  })

  it('are found by number without reading the log', () => {
    const searches = [
      `SELECT max(seq) FROM ${table} WHERE ${owner} = 'x'`,
      `SELECT id FROM ${table} WHERE ${owner} = 'x' AND seq > 5 ORDER BY seq LIMIT 9`,
      `SELECT min(${owner}) FROM ${table} WHERE ${owner} > 'x'`,
    ]
    for (const sql of searches)
      expect(planOf(sql)).toMatch(new RegExp(`^SEARCH ${table} USING (COVERING )?INDEX ${table}_by_seq`))
    expect(planOf(`SELECT max(idx) + 1 FROM audit_nodes WHERE ${owner} = 'x' AND level = 0`)).toMatch(/^SEARCH/)
  })
})
