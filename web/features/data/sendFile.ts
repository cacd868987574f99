/** Uploads a file of values and has it checked; resolves with the record of the check. */
import type { ImportMapping, ImportProgress, ImportRecord } from '../../../worker/contract/imports.ts'
import { ApiError } from '../../api/problem.ts'
import { uploadForLines } from '../../api/upload.ts'
import { forget } from '../../api/useResource.ts'
import { isEmptyMapping, keepFile } from './keptFile.ts'
import { outcomeOf } from './outcomeOf.ts'

interface Watch {
  readonly signal?: AbortSignal
  /** Share of the bytes sent. */
  readonly onSent?: (share: number) => void
  /** Share of the rows checked; null while it is not known. */
  readonly onChecked?: (share: number | null) => void
}

export async function sendFile(
  slug: string,
  file: File,
  period: string,
  mapping: ImportMapping,
  watch: Watch = {},
): Promise<ImportRecord> {
  const outcomes: ImportRecord[] = []
  await uploadForLines<ImportProgress>(
    `/api/v1/cities/${slug}/imports`,
    file,
    (line) => {
      const record = outcomeOf(line)
      if (record !== null) outcomes.push(record)
      watch.onChecked?.(line.total > 0 ? line.done / line.total : null)
    },
    {
      query: {
        fileName: file.name.slice(-200),
        period,
        mapping: isEmptyMapping(mapping) ? '' : JSON.stringify(mapping),
      },
      headers: { 'Content-Type': 'text/csv' },
      ...(watch.signal === undefined ? {} : { signal: watch.signal }),
      ...(watch.onSent === undefined ? {} : { onProgress: watch.onSent }),
    },
  )
  forget(`/api/v1/cities/${slug}/imports`)
  const [record] = outcomes
  if (record === undefined) throw new ApiError(0, {})
  keepFile(record.id, { file, period })
  return record
}
