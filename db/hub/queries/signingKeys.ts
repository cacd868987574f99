/** Keys that sign the heads of audit logs. One of each owner is in use; a retired one has lost its private half. */
import { sql } from 'drizzle-orm'
import { abortUnless } from '../../commit.ts'
import { readBatch } from '../../readBatch.ts'
import type { HubDb, Statement } from '../../client.ts'
import type { PublicKey } from '../../../worker/log/head.ts'
import type { NewKey } from '../../../worker/log/sealedKey.ts'

const PUBLIC = sql`key_id AS keyId, owner, public_key AS publicKey, created_at AS createdAt, retired_at AS retiredAt`

export async function listPublicKeys(db: HubDb): Promise<PublicKey[]> {
  const [keys] = await readBatch(db, [sql<PublicKey>`SELECT ${PUBLIC} FROM signing_keys ORDER BY owner, created_at`])
  return keys
}

export async function publicKeysOf(db: HubDb, owner: string): Promise<PublicKey[]> {
  const [keys] = await readBatch(db, [
    sql<PublicKey>`SELECT ${PUBLIC} FROM signing_keys WHERE owner = ${owner} ORDER BY created_at`,
  ])
  return keys
}

export async function keyInUse(db: HubDb, owner: string): Promise<NewKey | undefined> {
  const keys = await db.all<NewKey>(sql`
    SELECT key_id AS keyId, public_key AS publicKey, sealed_private_key AS sealedPrivateKey
    FROM signing_keys WHERE owner = ${owner} AND retired_at IS NULL`)
  return keys[0]
}

/** Aborts when another key is in use. */
export const insertSigningKey = (owner: string, key: NewKey, nowMs: number): Statement[] => [
  abortUnless(sql`NOT EXISTS (SELECT 1 FROM signing_keys WHERE owner = ${owner} AND retired_at IS NULL)`),
  sql`INSERT INTO signing_keys (key_id, owner, public_key, sealed_private_key, created_at)
    VALUES (${key.keyId}, ${owner}, ${key.publicKey}, ${key.sealedPrivateKey}, ${nowMs})`,
]

export const retireSigningKey = (owner: string, nowMs: number): Statement =>
  sql`UPDATE signing_keys SET retired_at = ${nowMs}, sealed_private_key = NULL WHERE owner = ${owner} AND retired_at IS NULL`
