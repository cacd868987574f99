/** The platform operator's room: organisations and the state of the relay. No city's data. */
import { z } from 'zod'
import { LongPageQuery, Organisation, OrganisationKind, Timestamp, pageOf } from './wire.ts'

export const Slug = z.string().regex(/^[a-z0-9][a-z0-9-]{1,38}[a-z0-9]$/)
/** Creates the organisation and its first owner (coordinator / assessor for the other kinds). */
export const CreateOrganisation = z.strictObject({
  kind: z.enum(['city', 'group', 'assessor']),
  slug: Slug,
  name: z.string().trim().min(1).max(100),
  nameEn: z.string().trim().max(150).default(''),
  regionCode: z.string().max(12).nullable().default(null),
  owner: z.strictObject({
    email: z.email().max(200),
    name: z.string().trim().min(1).max(80),
    password: z.string().min(12).max(200),
  }),
})
export type CreateOrganisation = z.infer<typeof CreateOrganisation>
export const OperatorOrganisation = Organisation.extend({
  status: z.string(),
  createdAt: Timestamp,
  memberCount: z.number().int(),
  publicationCount: z.number().int(),
}).meta({ id: 'OperatorOrganisation' })
export type OperatorOrganisation = z.infer<typeof OperatorOrganisation>
export const OperatorOrganisationList = pageOf(OperatorOrganisation)
export const ListOrganisationsQuery = LongPageQuery.extend({ kind: OrganisationKind.optional() })
export const RegionHealth = z.object({
  code: z.string(),
  name: z.string(),
  nameEn: z.string(),
  reachable: z.boolean(),
  waiting: z.number().int(),
  oldestWaitingAt: Timestamp.nullable(),
  failing: z.number().int(),
})
export const OperatorHealth = z.object({ regions: z.array(RegionHealth) }).meta({ id: 'OperatorHealth' })
export type OperatorHealth = z.infer<typeof OperatorHealth>
