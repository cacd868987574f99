/** 413 and 415 for files that are too large or no text at all, saying what they are and what to do. */
import { AppError } from '../../contract/problems.ts'
import type { Locale } from '../../lib/say.ts'
import { sayIn } from '../../lib/say.ts'
import { foreignFormat, type ForeignFormat } from './foreignFormat.ts'

const NAMES: Readonly<Record<ForeignFormat, readonly [string, string]>> = {
  excel: [
    '这是 Excel 文件。请在电子表格中打开，另存为“CSV UTF-8（逗号分隔）”后上传；尚未写入。',
    'This is an Excel file. Open it in a spreadsheet, save it as “CSV UTF-8 (comma delimited)” and upload that; nothing was written.',
  ],
  zip: [
    '这是压缩包。请解压后上传其中的 CSV 文件；尚未写入。',
    'This is a zip archive. Unpack it and upload the CSV file inside; nothing was written.',
  ],
  archive: [
    '这是压缩文件。请解压后上传其中的 CSV 文件；尚未写入。',
    'This is a compressed file. Unpack it and upload the CSV file inside; nothing was written.',
  ],
  pdf: [
    '这是 PDF 文件，不能直接读取。请把数据整理成 CSV 后上传；尚未写入。',
    'This is a PDF, which cannot be read as data. Put the figures into a CSV file and upload that; nothing was written.',
  ],
  image: [
    '这是图片，不能直接读取。请把数据整理成 CSV 后上传；尚未写入。',
    'This is a picture, which cannot be read as data. Put the figures into a CSV file and upload that; nothing was written.',
  ],
}

export function refuseForeignFile(bytes: Uint8Array, limitBytes: number, locale: Locale): void {
  const say = sayIn(locale)
  if (bytes.length > limitBytes)
    throw new AppError(
      'too-large',
      say(
        `文件超过 ${limitBytes / 1024 ** 2} MB 的上限。请按时期或指标拆成几个文件，分别上传；尚未写入。`,
        `The file exceeds ${limitBytes / 1024 ** 2} MB. Split it by period or by indicator and upload the parts; nothing was written.`,
      ),
    )
  const format = foreignFormat(bytes)
  if (format !== undefined) throw new AppError('unsupported-type', say(...NAMES[format]))
}
