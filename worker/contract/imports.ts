/** Import of observations: upload → checked and staged → committed in one batch, or nothing. */
import { z } from 'zod'
import { PageQuery, Period, Since, listOf, Timestamp, pageOf } from './wire.ts'

export { IMPORT_LIMITS } from './importLimits.ts'

export const ImportState = z.enum(['rejected', 'ready', 'committed', 'discarded', 'reverted'])

/** Observations, or areas with their populations. */
export const ImportKind = z.enum(['observations', 'areas'])

/** Why values outside the usual range are right, as whoever wrote them said. */
export const ImportReason = z
  .object({
    text: z.string().meta({ description: 'In the words of the person who wrote the import' }),
    by: z.string().meta({ description: 'Who said so: user:<id> or key:<id>' }),
    byName: z.string().meta({ description: 'Their name at the time' }),
    at: Timestamp.meta({ description: 'Milliseconds since 1970-01-01 UTC' }),
  })
  .meta({ id: 'ImportReason' })
export type ImportReason = z.infer<typeof ImportReason>

/** One fault, or one that repeats: down a column, over several rows, for one unknown name. */
export const ImportProblem = z
  .object({
    id: z.string().meta({
      description: 'Names the problem within its import; `reasons` of the commit are keyed by it',
      example: 'p1',
    }),
    row: z.number().int().nullable().meta({
      description:
        'Row of the first place, counted as a spreadsheet does (the header is row 1); null = the file as a whole',
    }),
    column: z
      .string()
      .nullable()
      .meta({ description: 'Header of the column; null when the problem is of a row or of several columns' }),
    code: z.string().meta({ description: 'Stable name of the kind of problem', example: 'not-a-number' }),
    severity: z.enum(['error', 'reason', 'warning']).meta({
      description:
        'error: nothing can be written; reason: written once a reason is given; warning: does not stop the import',
    }),
    value: z.string().nullable().meta({ description: 'Content of the first place, at most 60 characters' }),
    count: z.number().int().meta({ description: 'Cells (or rows, where rows are at fault) that share the problem' }),
    rowCount: z.number().int().meta({ description: 'Rows they stand in' }),
    places: z
      .array(
        z.object({
          row: z.number().int().nullable().meta({ description: 'Row as a spreadsheet counts' }),
          column: z.string().nullable().meta({ description: 'Header of the column' }),
          value: z.string().nullable().meta({ description: 'Content of the cell, at most 60 characters' }),
          hint: z
            .string()
            .nullable()
            .meta({ description: 'What to write instead; for a repeated row the number of the row it repeats' }),
        }),
      )
      .meta({ description: 'The first five places' }),
    suggestions: z
      .array(
        z.object({
          kind: z.enum(['indicator', 'area', 'column']).meta({ description: 'What the name may mean' }),
          text: z.string().meta({ description: 'The name as the file writes it' }),
          code: z.string().meta({ description: 'Code of the entry it is near to; the value for `mapping`' }),
          name: z.string().meta({ description: 'Its name in Chinese' }),
          nameEn: z.string().meta({ description: 'Its name in English' }),
          isSafe: z.boolean().meta({
            description: 'One alone, near, of a fitting unit and not in the file already: may be taken by a click',
          }),
        }),
      )
      .meta({ description: 'Nearest names for one that is not recognised; several when they are equally near' }),
    reason: ImportReason.nullable().meta({ description: 'Given at the commit; null otherwise' }),
    place: z.string().meta({ description: 'Where, in the language of the request' }),
    what: z.string().meta({ description: 'What is wrong, in the language of the request' }),
    todo: z.string().meta({ description: 'What to do now, in the language of the request' }),
    message: z.string().meta({ description: 'All of it as one sentence, in the language of the request' }),
  })
  .meta({ id: 'ImportProblem' })
export type ImportProblem = z.infer<typeof ImportProblem>

/** A name of the file that a person has said the meaning of. */
export const ImportMappingEntry = z
  .object({
    kind: z.enum(['indicator', 'area']).meta({ description: 'What the name means' }),
    text: z.string().meta({ description: 'The name as the file writes it' }),
    code: z.string().meta({ description: 'Code of the indicator or area it was said to mean' }),
    name: z.string().meta({ description: 'Its name in Chinese' }),
    uses: z
      .number()
      .int()
      .meta({ description: 'How often the file uses the name; 0 when it does not, or is understood without help' }),
  })
  .meta({ id: 'ImportMappingEntry' })
export type ImportMappingEntry = z.infer<typeof ImportMappingEntry>

const AreaField = z.enum(['name', 'nameEn', 'parentCode', 'setting', 'grouping', 'population'])
/** What an import of areas does, field by field. Areas that the file does not name are left as they are. */
export const AreaChanges = z
  .object({
    newCount: z.number().int().meta({ description: 'Areas that are new' }),
    changedCount: z.number().int().meta({ description: 'Areas of which a field or a population changes' }),
    sameCount: z.number().int().meta({ description: 'Areas of the file that are as stored' }),
    absentCount: z.number().int().meta({ description: 'Areas of the city that the file does not name; they stay' }),
    items: z
      .array(
        z.object({
          row: z.number().int().meta({ description: 'Row of the file' }),
          code: z.string().meta({ description: 'Code of the area' }),
          name: z.string().meta({ description: 'Its name after the import' }),
          nameEn: z.string().meta({ description: 'Its English name after the import; may be empty' }),
          isNew: z.boolean().meta({ description: 'The city has no such area yet' }),
          fields: z
            .array(
              z.object({
                field: AreaField.meta({ description: 'The field that changes' }),
                period: z.string().nullable().meta({ description: 'Of a population; null for any other field' }),
                old: z.string().nullable().meta({ description: 'As stored; null when there was nothing' }),
                new: z.string().nullable().meta({ description: 'As it will be; null when it becomes empty' }),
              }),
            )
            .meta({ description: 'The first 12 changes of this area' }),
          fieldCount: z.number().int().meta({ description: 'All changes of this area' }),
        }),
      )
      .meta({ description: 'The first 500 new or changed areas, in the order of the file' }),
    absent: z
      .array(z.object({ code: z.string(), name: z.string(), nameEn: z.string() }))
      .meta({ description: 'The first 100 areas that the file does not name' }),
  })
  .meta({ id: 'AreaChanges' })
export type AreaChanges = z.infer<typeof AreaChanges>

export const ImportRecord = z
  .object({
    id: z.string(),
    kind: ImportKind,
    fileName: z.string(),
    fileDigest: z.string(),
    sizeBytes: z.number().int(),
    encoding: z.enum(['utf-8', 'gb18030', 'utf-16le', 'utf-16be', 'unknown']),
    layout: z.enum(['long', 'wide', 'unknown']),
    state: ImportState,
    rowCount: z.number().int(),
    /** Rows of which every recognised column was checked; the rest are counted in no other figure. */
    checkedRowCount: z.number().int(),
    /** Columns that should hold values, and those of them that were recognised and checked. */
    columnCount: z.number().int(),
    checkedColumnCount: z.number().int(),
    valueCount: z.number().int(),
    missingCount: z.number().int(),
    /** Of the values, how many differ from what is stored now (ready) or did at commit. */
    changedCount: z.number().int(),
    /** Of these, how many cells were empty before. */
    newCount: z.number().int(),
    /** Problems that are errors, a repeated fault counted once; one is enough for the file to be rejected. */
    problemCount: z.number().int(),
    /** Cells, rows and headers that they cover. */
    faultCount: z.number().int(),
    /** Problems that need a reason before the commit. */
    reasonCount: z.number().int(),
    /** Remarks that do not stop the import. */
    warningCount: z.number().int(),
    /** Rows with an error. */
    problemRowCount: z.number().int(),
    /** Errors, then what needs a reason, then remarks, each by row; at most 500. */
    problems: z.array(ImportProblem),
    /** What was sent along to say what names of the file mean. */
    mapping: z.array(ImportMappingEntry),
    /** Of an import of areas; null for observations. */
    areaChanges: AreaChanges.nullable(),
    periods: z.array(z.string()),
    indicators: z.array(z.object({ code: z.string(), name: z.string(), values: z.number().int() })),
    areaCount: z.number().int(),
    /** The first rows as read, header first, for the eye. */
    sample: z.array(z.array(z.string())),
    /** The row number of each of them. */
    sampleRows: z.array(z.number().int()),
    createdBy: z.string(),
    createdByName: z.string(),
    createdAt: Timestamp,
    committedAt: Timestamp.nullable(),
    changeSetId: z.string().nullable().meta({
      description: 'The change set it was written as; null while it is not written, and for areas',
      example: 'set_01krw5d8t3n6c0v9x2m4q7',
    }),
  })
  .meta({ id: 'ImportRecord' })
export type ImportRecord = z.infer<typeof ImportRecord>

export const ImportSummary = ImportRecord.omit({
  problems: true,
  mapping: true,
  areaChanges: true,
  indicators: true,
  sample: true,
  sampleRows: true,
  changeSetId: true,
}).meta({ id: 'ImportSummary' })
export type ImportSummary = z.infer<typeof ImportSummary>
export const ImportPage = pageOf(ImportSummary).meta({ id: 'ImportPage' })

const Names = z.record(z.string().min(1).max(200), z.string().trim().min(1).max(40))
/** What names of the file mean that are not recognised by themselves: the name as written → a code of the city's. */
export const ImportMapping = z
  .strictObject({
    indicators: Names.default({}).meta({ description: 'Header (or cell of the long form) → indicator code' }),
    areas: Names.default({}).meta({ description: 'Cell → area code' }),
  })
  .meta({ id: 'ImportMapping' })
export type ImportMapping = z.infer<typeof ImportMapping>

/** Query of POST /imports; the body is the file itself (text/csv or application/octet-stream). */
export const CreateImportQuery = z.object({
  fileName: z.string().max(200).default('upload.csv'),
  period: Period.optional(),
  mapping: z
    .string()
    .max(8000)
    .transform((text, ctx) => {
      try {
        return JSON.parse(text) as unknown
      } catch {
        ctx.addIssue({ code: 'custom', message: 'not JSON' })
        return z.NEVER
      }
    })
    .pipe(ImportMapping)
    .optional()
    .meta({
      description: 'ImportMapping as JSON: what names of the file mean that are not recognised by themselves',
      example: '{"indicators":{"每千人口护士数":"0204-2"},"areas":{}}',
    }),
})
export const CreateAreaImportQuery = z.object({ fileName: z.string().max(200).default('areas.csv') })

const ReasonText = z.string().trim().min(2).max(500)
/** Body of POST /imports/:id/commit; may be left out when no problem needs a reason. */
export const CommitImport = z
  .strictObject({
    reason: ReasonText.optional().meta({ description: 'For every problem that needs one and has none of its own' }),
    reasons: z
      .record(z.string().max(20), ReasonText)
      .default({})
      .meta({ description: 'By problem id', example: { p1: '新院区开诊，床位增加' } }),
  })
  .meta({ id: 'CommitImport' })
export type CommitImport = z.infer<typeof CommitImport>
export const ListImportsQuery = PageQuery.extend({ since: Since, state: listOf(ImportState.options.join('|')) })

/** With `Accept: application/x-ndjson` POST /imports and POST /imports/:id/commit answer one JSON object a line; the last carries `record` or `problem`. */
export const ImportProgress = z.object({
  stage: z.enum(['decoding', 'parsing', 'checking', 'staging', 'writing', 'done', 'failed']),
  done: z.number(),
  total: z.number(),
  record: ImportRecord.optional(),
  problem: z.unknown().optional(),
})
export type ImportProgress = z.infer<typeof ImportProgress>
