/** The indicators a body brings to the city's dictionary, and the one thing that can stand against them: collected values in another unit. */
import {
  followScales,
  findUnitConflicts,
  guardUnits,
  upsertIndicators,
  type DictionaryEntry,
} from '../../../db/region/queries/frameworks.ts'
import { leavesOf, walkTree } from './body.ts'
import { sentence } from '../../words/sentence.ts'
import type { Statement, TenantId } from '../../../db/client.ts'
import type { IndicatorScale } from '../../../db/region/queries/indicators.ts'
import type { Fault } from '../../contract/problems.ts'
import type { TenantContext } from '../../context.ts'
import type { FrameworkBody, IndicatorFacts } from '../../contract/frameworks.ts'

function dictionaryEntries(body: FrameworkBody): DictionaryEntry[] {
  return leavesOf(body.root).map(({ code, name, nameEn, indicator: i }) => ({
    code,
    name,
    nameEn,
    unit: i.unit,
    direction: i.direction,
    numerator: i.numerator,
    denominator: i.denominator,
    department: i.department,
    layer: i.layer,
    plausibleLow: i.plausibleLow,
    plausibleHigh: i.plausibleHigh,
    scale: scaleOf(i),
  }))
}

/** What an indicator can be at all, where its facts say so: the import refuses values outside. */
const scaleOf = (
  facts: IndicatorFacts & { readonly scale?: IndicatorScale | null | undefined },
): IndicatorScale | null => facts.scale ?? null

/** The body's indicators into the dictionary, unless somebody has stored values in another unit meanwhile. */
export function dictionaryWrites(tenantId: TenantId, body: FrameworkBody, nowMs: number): Statement[] {
  const entries = dictionaryEntries(body)
  return [guardUnits(tenantId, entries), upsertIndicators(tenantId, entries, nowMs), followScales(tenantId, entries)]
}

export async function unitFaults(ctx: TenantContext, body: FrameworkBody, at = 'body'): Promise<Fault[]> {
  const conflicts = new Map(
    (await findUnitConflicts(ctx.region, ctx.tenantId, dictionaryEntries(body))).map((c) => [c.code, c.unit]),
  )
  if (conflicts.size === 0) return []
  const faults: Fault[] = []
  walkTree(body.root, (node, _parent, path) => {
    const unit = conflicts.get(node.code)
    if (unit === undefined) return
    faults.push({
      path: `${at}.${path}.indicator.unit`,
      code: 'unit-differs',
      message: sentence('frameworks.unit-differs', { name: node.name, unit, wanted: node.indicator?.unit ?? '' }),
    })
  })
  return faults
}
