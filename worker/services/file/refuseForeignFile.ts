/** 413 and 415 for files that are too large or no text at all, saying what they are and what to do. */
import { AppError } from '../../contract/problems.ts'
import { sentence } from '../../words/sentence.ts'
import { foreignFormat } from './foreignFormat.ts'

export function refuseForeignFile(bytes: Uint8Array, limitBytes: number): void {
  if (bytes.length > limitBytes)
    throw new AppError('too-large', sentence('files.too-large', { megabytes: limitBytes / 1024 ** 2 }))
  const format = foreignFormat(bytes)
  if (format !== undefined) throw new AppError('unsupported-type', sentence(`files.${format}`))
}
