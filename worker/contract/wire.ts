/** Wire primitives that several resources share. Every object is strict: an unknown key on a write is a fault, not a guess. */
import { z } from 'zod'
import { ROLES } from './names.ts'

/** A period as statistics offices write it: a year, a half, a quarter or a month. */
export const Period = z
  .string()
  .regex(/^\d{4}(-(H[12]|Q[1-4]|0[1-9]|1[0-2]))?$/)
  .meta({ description: 'YYYY, YYYY-H1, YYYY-Q1 or YYYY-MM', example: '2024' })
export const Code = z
  .string()
  .min(1)
  .max(40)
  .regex(/^[\p{L}\p{N}._-]+$/u)
export const Digest = z.string().regex(/^sha256:[0-9a-f]{64}$/)
/** Milliseconds since 1970-01-01 UTC. */
export const Timestamp = z.number().int()
export const NumberOrNull = z.number().nullable()
/** A value whose type depends on the field it belongs to: typed `unknown`, because nothing but the field's name says more. */
export const FieldValue = z.unknown().meta({
  anyOf: [
    { type: ['string', 'number', 'boolean', 'null'] },
    { type: 'array', items: { type: ['string', 'number', 'boolean', 'null'] } },
  ],
})

export const PageQuery = z.object({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
})
/** Lists of an organisation's own things, which people mostly want whole. */
export const LongPageQuery = z.object({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(500),
})
/** A date (UTC) or milliseconds; lib/since.ts reads it. */
export const Since = z
  .string()
  .regex(/^(\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])|\d{1,14})$/)
  .optional()
/** `a,b,c` in a query, each one of the given words or shapes. */
export const listOf = (item: string) =>
  z
    .string()
    .max(400)
    .regex(new RegExp(`^(${item})(,(${item}))*$`))
    .optional()
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() })

export const OrganisationKind = z.enum(['city', 'group', 'assessor', 'operator'])
export const Role = z.enum(ROLES)

export const Organisation = z
  .object({
    id: z.string(),
    kind: OrganisationKind,
    slug: z.string(),
    name: z.string(),
    nameEn: z.string(),
    regionCode: z.string().nullable(),
    isDemo: z.boolean(),
  })
  .meta({ id: 'Organisation' })
export type Organisation = z.infer<typeof Organisation>

/** An index value, or null with the reason why there is none. */
export const Measure = z.object({ value: NumberOrNull, reason: z.string().optional() }).meta({ id: 'Measure' })
export type Measure = z.infer<typeof Measure>

export const WarningWire = z
  .object({ code: z.string(), path: z.string().optional(), message: z.string() })
  .meta({ id: 'Warning' })
export type WarningWire = z.infer<typeof WarningWire>

/** A publication that was taken back: its name, and why; no number. */
export const WithdrawnStub = z
  .object({
    publicationId: z.string(),
    city: Organisation,
    title: z.string(),
    firstPeriod: z.string(),
    lastPeriod: z.string(),
    publishedAt: Timestamp,
    withdrawnAt: Timestamp,
    reason: z.string().meta({ description: 'As the city gave it' }),
    supersededBy: z.string().nullable().meta({ description: 'The publication that corrects it; null for none' }),
  })
  .meta({ id: 'WithdrawnStub' })
export type WithdrawnStub = z.infer<typeof WithdrawnStub>

const ItemOfParam = z.union([z.string(), z.number(), z.object({ name: z.string(), nameEn: z.string() })])
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.string(),
    detail: z.string().optional(),
    requestId: z.string(),
    errors: z
      .array(
        z.object({
          path: z.string(),
          code: z.string().optional(),
          message: z.string(),
          params: z.record(z.string(), z.union([ItemOfParam, z.array(ItemOfParam)])).optional(),
        }),
      )
      .optional(),
    /** How many faults were found; at most 100 are listed, and a list of a request is checked until it has 100. */
    errorCount: z.number().int().optional(),
    /** Of a computation refused as too costly: what it is estimated to take, and what it may, in milliseconds of CPU. */
    estimateMs: z.number().optional(),
    limitMs: z.number().optional(),
    /** Of a publication that was taken back (410). */
    withdrawn: WithdrawnStub.optional(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457 problem+json' })
export type Problem = z.infer<typeof Problem>
