/** Areas and populations from one CSV, all or nothing, in one batch. */
import { readBatch } from '../../../db/readBatch.ts'
import { readAreas } from '../../../db/region/queries/areas.ts'
import { AppError } from '../../http/errors.ts'
import { decodeText } from '../file/decodeText.ts'
import { refuseForeignFile } from '../file/refuseForeignFile.ts'
import { sayIn } from '../say.ts'
import { checkAreas } from './checkAreas.ts'
import { readAreasCsv } from './readAreasCsv.ts'
import { writeAreas } from './writeAreas.ts'
import type { TenantContext } from '../../http/context.ts'
import type { AreasCsvResult } from '../../routes/areas/schema.ts'

export const AREAS_CSV_BYTES = 2 * 1024 * 1024

export async function importAreasCsv(ctx: TenantContext, bytes: Uint8Array): Promise<AreasCsvResult> {
  const say = sayIn(ctx.locale)
  refuseForeignFile(bytes, AREAS_CSV_BYTES, ctx.locale)
  const decoded = decodeText(bytes)
  if (decoded === undefined || decoded.text.includes('\0'))
    throw new AppError(
      'unsupported-type',
      say(
        '文件不是 UTF-8、GB18030（GBK）或 UTF-16 编码的文本。请另存为“CSV UTF-8”后上传；尚未写入。',
        'The file is not text in UTF-8, GB18030 (GBK) or UTF-16. Save it as “CSV UTF-8” and upload that; nothing was written.',
      ),
    )
  const csv = readAreasCsv(decoded.text, say)
  if (csv.faults.length > 0) throw new AppError('invalid', undefined, csv.faults)
  const [present] = await readBatch(ctx.region, [readAreas(ctx.tenantId)])
  const faults = checkAreas(csv.areas, present, say, (i, field) => `rows[${csv.rows[i] ?? 0}].${csv.columnOf(field)}`)
  if (faults.length > 0)
    throw new AppError(
      'invalid',
      undefined,
      faults.map((f) => ({ ...f, message: `${rowOf(f.path, say)}${f.message}` })),
    )
  await writeAreas(ctx, 'area.csv', csv.areas, csv.populations, present)
  return { areas: csv.areas.length, populations: csv.populations.length }
}

function rowOf(path: string, say: (zh: string, en: string) => string): string {
  const row = /^rows\[(\d+)\]/.exec(path)?.[1]
  return row === undefined ? '' : say(`第 ${row} 行：`, `Row ${row}: `)
}
