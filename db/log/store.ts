/** One log in its database: the acts of a city in its region, or of an organisation (or the platform) in the hub. The tables are alike but for names. */
import { sql, type SQL } from 'drizzle-orm'
import { abortUnless } from '../commit.ts'
import { jsonSlices } from '../jsonSlices.ts'
import { readBatch } from '../readBatch.ts'
import { PLATFORM } from './append.ts'
import { asTenantId, type HubDb, type RegionDb, type Statement, type TenantId } from '../client.ts'
import type { AuditAct } from '../../worker/log/entry.ts'
import type { SignedHead } from '../../worker/log/head.ts'
import type { Hash, NodeAt, TreeNode } from '../../worker/log/merkle.ts'

interface LogTables {
  readonly rows: SQL
  readonly ownerColumn: SQL
  readonly tenantColumn: SQL
}
export interface LogStore extends LogTables {
  /** The name that heads sign: `city/<id>`, `hub/<id>` or `hub/platform`. */
  readonly log: string
  /** Whose key signs: an organisation's id or `platform`. */
  readonly owner: string
  readonly db: RegionDb | HubDb
}

const IN_REGION: LogTables = { rows: sql`audit`, ownerColumn: sql`tenant_id`, tenantColumn: sql`tenant_id` }
const IN_HUB: LogTables = { rows: sql`hub_audit`, ownerColumn: sql`log`, tenantColumn: sql`organisation_id` }

export const cityLog = (db: RegionDb, tenantId: TenantId): LogStore => ({
  log: `city/${tenantId}`,
  owner: tenantId,
  db,
  ...IN_REGION,
})

export const hubLog = (db: HubDb, owner: string = PLATFORM): LogStore => ({
  log: `hub/${owner}`,
  owner,
  db,
  ...IN_HUB,
})

/** A row as it stands, whatever was done to it. */
export interface LogRow extends AuditAct {
  readonly seq: number
  /** Null: written by an earlier release and not sealed yet. */
  readonly entry: string | null
  /** The hash that was sealed; null before. */
  readonly leaf: Hash | null
}

const own = (store: LogStore): SQL => sql`${store.ownerColumn} = ${store.owner}`

export interface LogState {
  /** Highest number given. */
  readonly acts: number
  /** How many leaves are sealed. */
  readonly sealed: number
  readonly head: SignedHead | undefined
}

const HEAD = sql`size, root, signed_at AS at, key_id AS keyId, signature`

export async function readState(store: LogStore): Promise<LogState> {
  const [counts, heads] = await readBatch(store.db, [
    sql<{ acts: number; sealed: number }>`
      SELECT coalesce((SELECT max(seq) FROM ${store.rows} WHERE ${own(store)}), 0) AS acts,
        coalesce((SELECT max(idx) + 1 FROM audit_nodes WHERE ${own(store)} AND level = 0), 0) AS sealed`,
    sql<SignedHead>`SELECT ${HEAD} FROM audit_heads WHERE ${own(store)} ORDER BY size DESC LIMIT 1`,
  ])
  return { acts: counts[0]?.acts ?? 0, sealed: counts[0]?.sealed ?? 0, head: heads[0] }
}

/** Acts after number `after`, in order. */
export async function readActs(store: LogStore, after: number, limit: number): Promise<LogRow[]> {
  const [rows] = await readBatch(store.db, [
    sql<Omit<LogRow, 'detail'> & { detail: string }>`
      SELECT a.seq, a.id, a.actor, a.action, a.target, a.detail, a.request_id AS requestId, a.created_at AS createdAt,
        a.${store.tenantColumn} AS tenant, a.entry, n.hash AS leaf
      FROM ${store.rows} a LEFT JOIN audit_nodes n ON n.${store.ownerColumn} = a.${store.ownerColumn} AND n.level = 0 AND n.idx = a.seq - 1
      WHERE a.${store.ownerColumn} = ${store.owner} AND a.seq > ${after} ORDER BY a.seq LIMIT ${limit}`,
  ])
  // Guarantee: CHECK (json_valid(detail)), and only objects are written.
  return rows.map((row) => ({ ...row, detail: JSON.parse(row.detail) as AuditAct['detail'] }))
}

export async function findSeq(store: LogStore, id: string): Promise<number | undefined> {
  const [rows] = await readBatch(store.db, [
    sql<{ seq: number }>`SELECT seq FROM ${store.rows} WHERE ${own(store)} AND id = ${id} AND seq IS NOT NULL`,
  ])
  return rows[0]?.seq
}

/** Heads of a size above `after`, smallest first. */
export async function readHeads(store: LogStore, after: number, limit: number): Promise<SignedHead[]> {
  const [heads] = await readBatch(store.db, [
    sql<SignedHead>`SELECT ${HEAD} FROM audit_heads WHERE ${own(store)} AND size > ${after} ORDER BY size LIMIT ${limit}`,
  ])
  return heads
}

/** Hashes of complete parts in the order asked for; undefined when one is missing. */
export async function readNodes(store: LogStore, parts: readonly NodeAt[]): Promise<Hash[] | undefined> {
  if (parts.length === 0) return []
  const wanted = JSON.stringify(parts.map(({ level, index }) => [level, index]))
  const [rows] = await readBatch(store.db, [
    sql<{ hash: Hash }>`
      SELECT n.hash FROM json_each(${wanted}) w
      JOIN audit_nodes n ON n.${store.ownerColumn} = ${store.owner} AND n.level = w.value->>0 AND n.idx = w.value->>1 ORDER BY w.key`,
  ])
  return rows.length === parts.length ? rows.map((r) => r.hash) : undefined
}

/** Aborts unless exactly `sealed` leaves are there: of two sealers at once the second starts again. */
export function appendNodes(
  store: LogStore,
  sealed: number,
  nodes: readonly TreeNode[],
  texts: readonly { readonly seq: number; readonly entry: string }[],
): Statement[] {
  return [
    abortUnless(sql`coalesce((SELECT max(idx) + 1 FROM audit_nodes WHERE ${own(store)} AND level = 0), 0) = ${sealed}`),
    ...jsonSlices(texts.map(({ seq, entry }) => [seq, entry])).map(
      (slice) => sql`
        UPDATE ${store.rows} SET entry = t.value->>1 FROM json_each(${slice}) t
        WHERE ${own(store)} AND seq = t.value->>0 AND entry IS NULL`,
    ),
    ...jsonSlices(nodes.map(({ level, index, hash }) => [level, index, hash])).map(
      (slice) => sql`
        INSERT INTO audit_nodes (${store.ownerColumn}, level, idx, hash)
        SELECT ${store.owner}, value->>0, value->>1, value->>2 FROM json_each(${slice})`,
    ),
  ]
}

/** Aborts unless the head is the newest, and the tree has grown to it. */
export const appendHead = (store: LogStore, head: SignedHead): Statement[] => [
  abortUnless(
    sql`coalesce((SELECT max(size) FROM audit_heads WHERE ${own(store)}), -1) < ${head.size}
      AND coalesce((SELECT max(idx) + 1 FROM audit_nodes WHERE ${own(store)} AND level = 0), 0) >= ${head.size}`,
  ),
  sql`INSERT INTO audit_heads (${store.ownerColumn}, size, root, signed_at, key_id, signature)
    VALUES (${store.owner}, ${head.size}, ${head.root}, ${head.at}, ${head.keyId}, ${head.signature})`,
]

export const cityLogsToSeal = async (db: RegionDb): Promise<LogStore[]> =>
  (await ownersToSeal(db, IN_REGION)).map((owner) => cityLog(db, asTenantId(owner)))
export const hubLogsToSeal = async (db: HubDb): Promise<LogStore[]> =>
  (await ownersToSeal(db, IN_HUB)).map((owner) => hubLog(db, owner))

/** Owners of logs with acts above their newest head. Steps from owner to owner on the index: what is sealed is not read again. */
async function ownersToSeal(db: RegionDb | HubDb, { rows, ownerColumn }: LogTables): Promise<string[]> {
  const [found] = await readBatch(db, [
    sql<{ owner: string }>`
      WITH RECURSIVE owners(owner) AS (
        SELECT min(${ownerColumn}) FROM ${rows}
        UNION ALL SELECT (SELECT min(${ownerColumn}) FROM ${rows} WHERE ${ownerColumn} > owners.owner) FROM owners WHERE owners.owner IS NOT NULL
      )
      SELECT owner FROM owners WHERE owner IS NOT NULL
        AND (SELECT max(seq) FROM ${rows} WHERE ${ownerColumn} = owners.owner)
          > coalesce((SELECT max(size) FROM audit_heads WHERE ${ownerColumn} = owners.owner), 0)`,
  ])
  return found.map((f) => f.owner)
}
