/** What of this city is public already: read from the ledger, with the rules that need no search. */
import { findEvaluation } from '../../../db/region/queries/evaluations.ts'
import { listDisclosures, type DisclosureRow } from '../../../db/region/queries/disclosures.ts'
import { digestOf } from '../../engine/digest/digestOf.ts'
import { storedMethod } from '../../record/framework.ts'
import { readPart } from '../evaluation/parts.ts'
import { isLarge } from './guard.ts'
import { sourceOf, type Cut, type Source } from './source.ts'
import type { Published } from './search.ts'
import type { TenantContext } from '../../context.ts'
import type { Snapshot } from '../../contract/evaluations.ts'

/** Two area sets that differ by fewer than this many areas would give the difference away. */
export const FEWEST_APART = 3

export interface Refusal {
  readonly code: 'area-set' | 'method' | 'exposed'
  /** Of `exposed`: why nothing could be shown. */
  readonly why?: 'too-large' | 'out-of-time' | 'unreadable'
  readonly evaluationId: string | null
  readonly periods: readonly string[]
  /** Areas by which the sets differ; indicators in danger. */
  readonly codes: readonly string[]
}

export interface History {
  readonly rows: readonly DisclosureRow[]
  readonly earlier: readonly Published[]
  readonly refusals: readonly Refusal[]
}

/** Names how scores are made: tree, weights, anchors, options. */
export const methodName = (source: Source): Promise<string> =>
  digestOf({
    nodes: source.nodes.map((n) => [n.code, n.parent, n.localWeight, n.target, n.floor]),
    goalposts: source.leaves.map((l) => l.indicator.goalposts),
    method: source.method,
  })

const list = (json: string): string[] => JSON.parse(json) as string[]

export async function readHistory(ctx: TenantContext, source: Source, lineage: string): Promise<History> {
  const rows = await listDisclosures(ctx.region, ctx.tenantId)
  const periods = new Set(source.snapshot.periods.map((p) => p.period))
  const hidden = new Set(source.leaves.map((l) => l.code).filter((code) => !source.open.has(code)))
  const near = rows.filter((row) => periods.has(row.period) && list(row.withheld).some((code) => hidden.has(code)))
  const method = await methodName(source)
  const areas = new Set(source.snapshot.areas.map((a) => a.code))
  const leaves = source.leaves
    .map((l) => l.code)
    .toSorted()
    .join('\n')
  const refusals: Refusal[] = []
  const refuse = (code: Refusal['code'], row: DisclosureRow, codes: readonly string[]): void => {
    const known = refusals.findIndex((r) => r.code === code && r.evaluationId === row.evaluationId)
    const before = refusals[known]
    if (before === undefined) refusals.push({ code, evaluationId: row.evaluationId, periods: [row.period], codes })
    else refusals[known] = { ...before, periods: [...before.periods, row.period] }
  }
  for (const row of near) {
    const theirs = new Set(list(row.areas))
    const apart = [...areas].filter((a) => !theirs.has(a)).concat([...theirs].filter((a) => !areas.has(a)))
    if (apart.length > 0 && apart.length < FEWEST_APART) refuse('area-set', row, apart)
    const same =
      row.lineage === lineage || [...list(row.withheld), ...list(row.published)].toSorted().join('\n') === leaves
    if (same && row.method !== method) refuse('method', row, [])
  }
  const touching = reachable(
    rows,
    periods,
    source.leaves.map((l) => l.code),
    hidden.size > 0,
  )
  const earlier: Published[] = []
  for (const id of new Set(touching.map((r) => r.evaluationId))) {
    const theirs = touching.filter((r) => r.evaluationId === id)
    const found = await loadSource(ctx, id, theirs)
    if (found !== undefined) earlier.push(found)
    // What cannot be read cannot be weighed.
    else
      refusals.push({
        code: 'exposed',
        why: 'unreadable',
        evaluationId: id,
        periods: theirs.map((r) => r.period),
        codes: [...new Set(theirs.flatMap((r) => list(r.withheld)))],
      })
  }
  const large = [source, ...earlier.map((e) => e.source)].some((s) => isLarge(s))
  const withheld = [...new Set(touching.flatMap((r) => list(r.withheld)))]
  if (large && withheld.length > 0)
    refusals.push({
      code: 'exposed',
      why: 'too-large',
      evaluationId: null,
      periods: [...new Set(touching.map((r) => r.period))],
      codes: withheld,
    })
  return { rows, earlier, refusals }
}

/** Rows of these periods that share an indicator with what is to be published, and whatever shares one with them: a chain of publications
 * can say together what no two of them do. Values that become public count too, for they may leave a single unknown in an earlier score. */
function reachable(
  rows: readonly DisclosureRow[],
  periods: ReadonlySet<string>,
  codes: readonly string[],
  withholds: boolean,
): DisclosureRow[] {
  return [...periods].flatMap((period) => {
    const left = rows.filter((row) => row.period === period)
    const known = new Set(codes)
    const found: DisclosureRow[] = []
    for (;;) {
      const next = left.filter(
        (row) => !found.includes(row) && [...list(row.withheld), ...list(row.published)].some((c) => known.has(c)),
      )
      if (next.length === 0) return withholds || found.some((row) => list(row.withheld).length > 0) ? found : []
      for (const row of next) for (const c of [...list(row.withheld), ...list(row.published)]) known.add(c)
      found.push(...next)
    }
  })
}

async function loadSource(
  ctx: TenantContext,
  id: string,
  rows: readonly DisclosureRow[],
): Promise<Published | undefined> {
  const { parts } = await findEvaluation(ctx.region, ctx.tenantId, id, ['inputs', 'data:*'])
  const inputs = readPart(parts, 'inputs')
  const [first] = rows
  if (inputs === undefined || first === undefined) return undefined
  // Pooled bounds look at every period, so all of them are read.
  const periods = [...parts.keys()].filter((p) => p.startsWith('data:')).toSorted()
  const snapshot: Snapshot = {
    areas: [...inputs.areas],
    periods: periods.flatMap((p) => readPart(parts, p as `data:${string}`) ?? []),
  }
  return {
    source: sourceOf(id, snapshot, inputs.framework.root, storedMethod(inputs.options), new Set(list(first.published))),
    // Guarantee: written by publishEvaluation.
    cuts: Object.fromEntries(rows.map((row) => [row.period, JSON.parse(row.cut) as Cut])),
  }
}
