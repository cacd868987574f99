/** The import if it is in the state an act needs; else a conflict that says which state it is in and what can be done. */
import { AppError } from '../../contract/problems.ts'
import type { Say } from '../../lib/say.ts'
import type { ImportRecord } from '../../contract/imports.ts'

export function requireState(record: ImportRecord, state: 'ready' | 'committed', say: Say): ImportRecord {
  if (record.state === state) return record
  const reasons: Readonly<Record<ImportRecord['state'], string>> = {
    ready: say(
      '这次导入尚未写入，没有可撤销的内容。',
      'This import has not been written, so there is nothing to undo.',
    ),
    committed: say(
      '这次导入已经写入，不会再写一次。',
      'This import has been written already; it is not written twice.',
    ),
    rejected: say(
      '文件有错误，不能写入。请改正后重新上传。',
      'The file has errors and cannot be written. Correct it and upload it again.',
    ),
    discarded: say('这次导入已放弃。请重新上传文件。', 'This import was discarded. Upload the file again.'),
    reverted: say(
      '这次导入已撤销。如需再次写入，请重新上传文件。',
      'This import was undone. Upload the file again to write it once more.',
    ),
  }
  throw new AppError('conflict', reasons[record.state], [{ path: 'state', code: record.state, message: record.state }])
}
