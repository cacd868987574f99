/** Members of an organisation. */
import { z } from 'zod'
import { Role, Timestamp, pageOf } from './wire.ts'

export const Member = z
  .object({ userId: z.string(), name: z.string(), email: z.string(), role: Role, joinedAt: Timestamp })
  .meta({ id: 'Member' })
export type Member = z.infer<typeof Member>
export const MemberList = pageOf(Member)
