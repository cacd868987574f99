/** The import if it is in the state an act needs; else a conflict that says which state it is in and what can be done. */
import { AppError } from '../../contract/problems.ts'
import { sentence } from '../../words/sentence.ts'
import type { ImportRecord } from '../../contract/imports.ts'

export function requireState(record: ImportRecord, state: 'ready' | 'committed'): ImportRecord {
  if (record.state === state) return record
  throw new AppError('conflict', sentence(`imports.${record.state}`), [
    { path: 'state', code: record.state, message: record.state },
  ])
}
