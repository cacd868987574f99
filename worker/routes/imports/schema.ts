/** Import of observations: upload → checked and staged → committed in one batch, or nothing. */
import { z } from 'zod'
import { PageQuery, Period, Since, listOf, Timestamp, pageOf } from '../wire.ts'

export { IMPORT_LIMITS } from './limits.ts'

export const ImportState = z.enum(['rejected', 'ready', 'committed', 'discarded', 'reverted'])

/** row counts from 1 with the header as row 1, as a spreadsheet shows it; row null = the file as a whole. */
export const ImportProblem = z
  .object({
    row: z.number().int().nullable(),
    column: z.string().nullable(),
    code: z.string(),
    severity: z.enum(['error', 'warning']),
    value: z.string().nullable(),
    /** In the language of the request. */
    message: z.string(),
  })
  .meta({ id: 'ImportProblem' })
export type ImportProblem = z.infer<typeof ImportProblem>

export const ImportRecord = z
  .object({
    id: z.string(),
    fileName: z.string(),
    fileDigest: z.string(),
    sizeBytes: z.number().int(),
    encoding: z.enum(['utf-8', 'gb18030', 'utf-16le', 'utf-16be', 'unknown']),
    layout: z.enum(['long', 'wide', 'unknown']),
    state: ImportState,
    rowCount: z.number().int(),
    valueCount: z.number().int(),
    missingCount: z.number().int(),
    /** Of the values, how many differ from what is stored now (ready) or did at commit. */
    changedCount: z.number().int(),
    /** Of these, how many cells were empty before. */
    newCount: z.number().int(),
    /** Errors; one is enough for the file to be rejected. */
    problemCount: z.number().int(),
    /** Remarks that do not stop the import. */
    warningCount: z.number().int(),
    /** Rows with an error. */
    problemRowCount: z.number().int(),
    /** The first 500, errors before warnings, each by row; all of them are in the groups. */
    problems: z.array(ImportProblem),
    problemGroups: z.array(
      z.object({
        code: z.string(),
        severity: z.enum(['error', 'warning']),
        column: z.string().nullable(),
        count: z.number().int(),
      }),
    ),
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
  })
  .meta({ id: 'ImportRecord' })
export type ImportRecord = z.infer<typeof ImportRecord>

export const ImportSummary = ImportRecord.omit({
  problems: true,
  problemGroups: true,
  indicators: true,
  sample: true,
  sampleRows: true,
}).meta({ id: 'ImportSummary' })
export type ImportSummary = z.infer<typeof ImportSummary>
export const ImportPage = pageOf(ImportSummary).meta({ id: 'ImportPage' })

/** Query of POST /imports; the body is the file itself (text/csv or application/octet-stream). */
export const CreateImportQuery = z.object({
  fileName: z.string().max(200).default('upload.csv'),
  period: Period.optional(),
})
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
