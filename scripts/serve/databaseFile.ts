/** Where a local D1 database lies: workerd names the file after the object's id, which Miniflare derives from the database's id. */
import { createHash, createHmac } from 'node:crypto'
import { join } from 'node:path'

const OBJECT = 'miniflare-D1DatabaseObject'

export function databaseFile(state: string, databaseId: string): string {
  const key = createHash('sha256').update(OBJECT).digest()
  const name = createHmac('sha256', key).update(databaseId).digest().subarray(0, 16)
  const check = createHmac('sha256', key).update(name).digest().subarray(0, 16)
  return join(state, 'v3', 'd1', OBJECT, `${Buffer.concat([name, check]).toString('hex')}.sqlite`)
}
