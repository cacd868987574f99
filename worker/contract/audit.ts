/** Who did what in a city. */
import { z } from 'zod'
import { FieldValue, PageQuery, Since, Timestamp, pageOf } from './wire.ts'

export const AuditEntry = z
  .object({
    id: z.string(),
    seq: z.number().int().nullable(),
    actor: z.string(),
    action: z.string(),
    target: z.string(),
    detail: z.record(z.string(), FieldValue),
    requestId: z.string(),
    createdAt: Timestamp,
  })
  .meta({ id: 'AuditEntry' })
export type AuditEntry = z.infer<typeof AuditEntry>
export const AuditPage = pageOf(AuditEntry)
export const ListAuditQuery = PageQuery.extend({
  since: Since,
  action: z
    .string()
    .max(60)
    .regex(/^[a-z.-]+$/)
    .optional(),
})
