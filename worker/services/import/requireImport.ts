/** One import of the city, or 404. */
import { readBatch } from '../../../db/readBatch.ts'
import { readImport } from '../../../db/region/queries/imports.ts'
import { AppError } from '../../contract/problems.ts'
import { importView } from './view.ts'
import type { TenantContext } from '../../context.ts'
import type { ImportRecord } from '../../contract/imports.ts'

export async function requireImport(ctx: TenantContext, id: string): Promise<ImportRecord> {
  const [[row]] = await readBatch(ctx.region, [readImport(ctx.tenantId, id)])
  if (row === undefined) throw new AppError('not-found')
  return importView(row, ctx.locale)
}
