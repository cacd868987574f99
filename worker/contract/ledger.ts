/** The ledger on the wire: change sets, their cells, the life of one cell, and moments of the past. */
import { z } from 'zod'
import { CHANGE_SET_KINDS, CHANGE_SET_STATES } from '../ledger/states.ts'
import { Code, listOf, LongPageQuery, NumberOrNull, PageQuery, pageOf, Period, Since, Timestamp } from './wire.ts'

const SET_ID = 'set_[0-9a-z_]{1,40}'
const SetId = z.string().meta({ description: 'Identifier of the change set', example: 'set_01krw5d8t3n6c0v9x2m4q7' })
const Kind = z.enum(CHANGE_SET_KINDS).meta({
  description:
    'What made the set: `entry` by hand, `import` a file, `api` a client, `revert` the taking back of another set, `merge` several sets in one, `backfill` what stood before the ledger was kept',
  example: 'import',
})
const Actor = z
  .string()
  .meta({ description: 'user:<id>, key:<id> or system:<name>', example: 'user:usr_01krw5d8t3n6c0v9x2m4q7' })
const ActorName = z
  .string()
  .meta({ description: 'Their name at the time; empty for a key or when it was not kept', example: '李敏' })
const ImportId = z.string().nullable().meta({
  description: 'The import it was written from; null for none',
  example: 'imp_01krw5d8t3n6c0v9x2m4q7',
})
const RevertsId = z
  .string()
  .nullable()
  .meta({ description: 'Of a `revert`: the set it takes back; null otherwise', example: null })
const Seq = z
  .number()
  .int()
  .meta({ description: 'Place in the order in which sets came to bear on the values, from 1', example: 7 })
const When = Timestamp.meta({ description: 'Milliseconds since 1970-01-01 UTC', example: 1763958000000 })

export const ChangeSet = z
  .object({
    id: SetId,
    seq: Seq.nullable().meta({
      description: 'Place in the order in which sets came to bear on the values, from 1; null before that',
      example: 7,
    }),
    kind: Kind,
    state: z
      .enum(CHANGE_SET_STATES)
      .meta({ description: '`approved`: its values stand, and evaluations use them', example: 'approved' }),
    note: z.string().meta({ description: 'What its author wrote about it; may be empty', example: '' }),
    importId: ImportId,
    revertsId: RevertsId,
    revertedById: z
      .string()
      .nullable()
      .meta({ description: 'The set that takes this one back; null for none', example: null }),
    cellCount: z.number().int().meta({ description: 'Cells it changes', example: 250 }),
    createdBy: Actor,
    createdByName: ActorName,
    createdAt: When,
    submittedBy: Actor.nullable().meta({
      description: 'Who asked for approval; null when nobody had to',
      example: null,
    }),
    submittedAt: When.nullable().meta({
      description: 'Milliseconds since 1970-01-01 UTC; null when it was not submitted',
      example: null,
    }),
    decidedBy: Actor.nullable().meta({
      description: 'Who let it stand or sent it back; its author where the city has no reviewer',
    }),
    decidedAt: When.nullable().meta({ description: 'Milliseconds since 1970-01-01 UTC; null before a decision' }),
    reason: z.string().meta({ description: 'Why it was sent back; may be empty', example: '' }),
    appliedAt: When.nullable().meta({
      description:
        'When it came to bear on the values: milliseconds since 1970-01-01 UTC, never before that of an earlier set; null before that',
    }),
  })
  .meta({ id: 'ChangeSet' })
export type ChangeSet = z.infer<typeof ChangeSet>
export const ChangeSetPage = pageOf(ChangeSet).meta({ id: 'ChangeSetPage' })

const change = {
  oldValue: NumberOrNull.meta({
    description: 'Value before, in `unit`; null for none',
    example: 3.1,
  }),
  newValue: NumberOrNull.meta({
    description: 'Value after, in `unit`; null for none',
    example: 3.5,
  }),
  unit: z.string().meta({ description: 'Unit of both values, as it was then', example: '人/千人' }),
  missingReason: z
    .string()
    .nullable()
    .meta({ description: 'Why there is no value; null when nothing was said', example: null }),
  note: z.string().nullable().meta({
    description: 'What was said about this value, such as why it is right outside its usual range; null for nothing',
    example: '新院区开诊，床位增加',
  }),
  evidence: z
    .string()
    .nullable()
    .meta({ description: 'What the value rests on; null when nothing was given', example: null }),
  sourceRow: z
    .number()
    .int()
    .nullable()
    .meta({ description: 'Row of the imported file, as a spreadsheet counts; null when not known', example: 3 }),
}

/** Names are those of today; an area that is gone has none. */
export const ChangeCell = z
  .object({
    indicator: z.string().meta({ description: 'Code of the indicator', example: '0204-1' }),
    indicatorName: z.string().meta({ description: 'Its name in Chinese', example: '每千人口医师数' }),
    indicatorNameEn: z
      .string()
      .meta({ description: 'Its name in English; may be empty', example: 'Physicians per 1,000 people' }),
    period: Period,
    areaId: z.string().meta({ description: 'Identifier of the area', example: 'area_01krw5d8t3n6c0v9x2m4q7' }),
    areaCode: z
      .string()
      .nullable()
      .meta({ description: 'Its code; null when the area has been deleted since', example: '110112' }),
    areaName: z
      .string()
      .meta({ description: 'Its name in Chinese; empty when the area has been deleted since', example: '通州区' }),
    areaNameEn: z.string().meta({ description: 'Its name in English; may be empty', example: 'Tongzhou' }),
    ...change,
  })
  .meta({ id: 'ChangeCell' })
export type ChangeCell = z.infer<typeof ChangeCell>
export const ChangeSetCells = pageOf(ChangeCell).extend({ set: ChangeSet }).meta({ id: 'ChangeSetCells' })
export type ChangeSetCells = z.infer<typeof ChangeSetCells>

export const CellChange = z
  .object({
    setId: SetId,
    seq: Seq,
    kind: Kind,
    importId: ImportId,
    revertsId: RevertsId,
    by: Actor.meta({ description: 'Who made the set: user:<id>, key:<id> or system:<name>' }),
    byName: ActorName,
    at: When.meta({ description: 'When it came to bear: milliseconds since 1970-01-01 UTC' }),
    ...change,
  })
  .meta({ id: 'CellChange' })
export type CellChange = z.infer<typeof CellChange>
export const CellHistory = pageOf(CellChange).meta({ id: 'CellHistory' })

export const ListChangeSetsQuery = PageQuery.extend({
  since: Since,
  state: listOf(CHANGE_SET_STATES.join('|')),
  kind: listOf(CHANGE_SET_KINDS.join('|')),
})
export const ChangeCellsQuery = LongPageQuery
export const CellHistoryQuery = PageQuery.extend({
  indicator: Code.meta({ description: 'Code of the indicator', example: '0204-1' }),
  period: Period,
  area: z.string().min(1).max(64).meta({
    description: 'Code of the area; its identifier when the area has been deleted since',
    example: '110112',
  }),
})

/** A moment, or the set after which the values are asked for. A space stands for the + that an address loses. */
export const AsOf = z
  .string()
  .regex(
    new RegExp(`^(${SET_ID}|\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+ -]\\d{2}:\\d{2}))$`),
  )
  .meta({
    description: 'The values as they stood at a moment (RFC 3339), or right after a change set (its identifier)',
    example: '2026-03-31T23:59:59+08:00',
  })
export const AsOfPosition = z
  .object({
    setId: SetId,
    seq: Seq,
    at: When.meta({ description: 'When that set came to bear: milliseconds since 1970-01-01 UTC' }),
  })
  .meta({ id: 'AsOfPosition' })
export type AsOfPosition = z.infer<typeof AsOfPosition>
