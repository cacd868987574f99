/** API keys of an organisation. The key itself is shown once, at creation. */
import { z } from 'zod'
import { PageQuery, Timestamp, pageOf } from './wire.ts'
import { KEY_SCOPES } from './names.ts'

export const Scope = z.enum(KEY_SCOPES)
export const ApiKey = z
  .object({
    id: z.string(),
    name: z.string(),
    prefix: z.string(),
    scopes: z.array(z.string()),
    isDemo: z.boolean(),
    createdAt: Timestamp,
    expiresAt: Timestamp.nullable(),
    revokedAt: Timestamp.nullable(),
    lastUsedAt: Timestamp.nullable(),
  })
  .meta({ id: 'ApiKey' })
export type ApiKey = z.infer<typeof ApiKey>
export const CreateApiKey = z.strictObject({
  name: z.string().trim().min(1).max(80),
  scopes: z.array(Scope).min(1),
  expiresInDays: z.number().int().min(1).max(730).default(365),
})
export type CreateApiKey = z.infer<typeof CreateApiKey>
export const CreatedApiKey = z.object({ key: z.string(), apiKey: ApiKey }).meta({ id: 'CreatedApiKey' })
export type CreatedApiKey = z.infer<typeof CreatedApiKey>
export const ApiKeyPage = pageOf(ApiKey)
export const ListKeysQuery = PageQuery
