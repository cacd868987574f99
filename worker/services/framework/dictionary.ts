/** The indicators a body brings to the city's dictionary, and the one thing that can stand against them: collected values in another unit. */
import { findUnitConflicts, type DictionaryEntry } from '../../../db/region/queries/frameworks.ts'
import { leavesOf, walkTree } from './body.ts'
import { sayIn } from '../say.ts'
import type { Fault } from '../../http/errors.ts'
import type { TenantContext } from '../../http/context.ts'
import type { FrameworkBody } from '../../routes/frameworks/schema.ts'

export function dictionaryEntries(body: FrameworkBody): DictionaryEntry[] {
  return leavesOf(body.root).map(({ code, name, nameEn, indicator: i }) => ({
    code, name, nameEn, unit: i.unit, direction: i.direction, numerator: i.numerator, denominator: i.denominator, department: i.department, layer: i.layer, plausibleLow: i.plausibleLow, plausibleHigh: i.plausibleHigh,
  }))
}

export async function unitFaults(ctx: TenantContext, body: FrameworkBody, at = 'body'): Promise<Fault[]> {
  const conflicts = new Map((await findUnitConflicts(ctx.region, ctx.tenantId, dictionaryEntries(body))).map((c) => [c.code, c.unit]))
  if (conflicts.size === 0) return []
  const say = sayIn(ctx.locale)
  const faults: Fault[] = []
  walkTree(body.root, (node, _parent, path) => {
    const unit = conflicts.get(node.code)
    if (unit === undefined) return
    faults.push({ path: `${at}.${path}.indicator.unit`, code: 'unit-differs', message: say(`已有数据的“${node.name}”以“${unit}”计，单位不能改为“${node.indicator?.unit ?? ''}”；请另用代码`, `“${node.name}” already has values in “${unit}”; it cannot turn into “${node.indicator?.unit ?? ''}”. Use another code`) })
  })
  return faults
}
