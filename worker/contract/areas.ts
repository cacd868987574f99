/** Areas of a city and their populations by period. */
import { z } from 'zod'
import { Period } from './wire.ts'

export const AreaCode = z
  .string()
  .trim()
  .min(1)
  .max(32)
  .regex(/^[0-9A-Za-z_-]+$/)
  .meta({ description: 'GB/T 2260 code, or one of the city’s own' })
export const Setting = z.enum(['urban', 'rural'])

export const Area = z
  .object({
    id: z.string(),
    code: z.string(),
    name: z.string(),
    nameEn: z.string(),
    parentCode: z.string().nullable(),
    setting: Setting.nullable(),
    /** Any grouping the city uses for decomposition, e.g. 中心城区 / 近郊 / 远郊; empty when none. */
    grouping: z.string(),
    sort: z.number().int(),
  })
  .meta({ id: 'Area' })
export type Area = z.infer<typeof Area>

export const AreaInput = z.strictObject({
  code: AreaCode,
  name: z.string().trim().min(1).max(100),
  nameEn: z.string().trim().max(150).default(''),
  parentCode: AreaCode.nullable().default(null),
  setting: Setting.nullable().default(null),
  grouping: z.string().trim().max(40).default(''),
})
export type AreaInput = z.infer<typeof AreaInput>

/** As GET gives an area: its id must be that of the area with this code; a place given is taken, else the area keeps its own. */
export const AreaEntry = AreaInput.extend({
  id: z.string().max(64).exactOptional(),
  sort: z.number().int().min(0).max(1_000_000).exactOptional(),
})
export type AreaEntry = z.infer<typeof AreaEntry>

/** PUT /areas upserts by code, all or nothing; areas not named stay as they are. Up to 3,500 a call. One of the two names is given: `items` is
 * what GET calls the list, so that what was read can be sent back. */
const areaInputs = z.array(AreaEntry).min(1).max(3500).exactOptional()
export const PutAreas = z.strictObject({ areas: areaInputs, items: areaInputs })
export type PutAreas = z.infer<typeof PutAreas>

export const PopulationEntry = z.strictObject({
  areaCode: z.string(),
  period: Period,
  value: z.number().min(0).max(2e9),
})
/** PUT /populations upserts, all or nothing; `items` and `periods` as GET gives them. */
const populationEntries = z.array(PopulationEntry).min(1).max(100_000).exactOptional()
export const PutPopulations = z.strictObject({
  populations: populationEntries,
  items: populationEntries,
  periods: z.array(Period).max(1000).exactOptional(),
})
export type PutPopulations = z.infer<typeof PutPopulations>
export const Populations = z
  .object({ periods: z.array(z.string()), items: z.array(PopulationEntry) })
  .meta({ id: 'Populations' })
export type Populations = z.infer<typeof Populations>
