import type { files as first } from '../zh-CN/files.ts'

export const files: typeof first = {
  'too-large': ({ megabytes }) =>
    `The file exceeds ${megabytes} MB. Split it by period or by indicator and upload the parts; nothing was written.`,
  'in-a-form': 'Send the CSV file itself as text/csv, not inside a form; nothing was written.',
  excel:
    'This is an Excel file. Open it in a spreadsheet, save it as “CSV UTF-8 (comma delimited)” and upload that; nothing was written.',
  zip: 'This is a zip archive. Unpack it and upload the CSV file inside; nothing was written.',
  archive: 'This is a compressed file. Unpack it and upload the CSV file inside; nothing was written.',
  pdf: 'This is a PDF, which cannot be read as data. Put the figures into a CSV file and upload that; nothing was written.',
  image:
    'This is a picture, which cannot be read as data. Put the figures into a CSV file and upload that; nothing was written.',
}
