/** A line of an import's progress: its record when it is the last, null while work goes on; a failure is thrown as the problem a plain answer would have been. */
import type { ImportProgress, ImportRecord } from '../../../worker/contract/imports.ts'
import { ApiError, isRecord } from '../../api/problem.ts'

export function outcomeOf(line: ImportProgress): ImportRecord | null {
  if (line.stage === 'failed') {
    const problem = isRecord(line.problem) ? line.problem : {}
    throw new ApiError(typeof problem['status'] === 'number' ? problem['status'] : 500, problem)
  }
  return line.record ?? null
}
