/** API key row → wire shape; the hash stays here. */
import type { ApiKeyRow } from '../../../db/hub/queries/keys.ts'
import type { ApiKey } from '../../contract/keys.ts'

export const keyView = (row: ApiKeyRow): ApiKey => ({
  id: row.id,
  name: row.name,
  prefix: row.prefix,
  scopes: row.scopes,
  isDemo: row.isDemo,
  createdAt: row.createdAt,
  expiresAt: row.expiresAt,
  revokedAt: row.revokedAt,
  lastUsedAt: row.lastUsedAt,
})
