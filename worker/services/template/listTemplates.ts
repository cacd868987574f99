/** Every published template with its versions, without trees. */
import { z } from 'zod'
import { listTemplates as query } from '../../../db/hub/queries/templates.ts'
import { TemplateSummary } from '../../contract/templates.ts'
import type { ServiceContext } from '../../context.ts'

const Versions = TemplateSummary.shape.versions
const List = z.array(TemplateSummary)

export async function listTemplates(ctx: ServiceContext): Promise<TemplateSummary[]> {
  const rows = await query(ctx.hub)
  return List.parse(rows.map((row) => ({ ...row, versions: Versions.parse(JSON.parse(row.versions)) })))
}
