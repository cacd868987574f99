/** What a new evaluation is made of while it is being chosen, and what must be said before it runs. Pure. */
import { normalisationFacts } from '../../../../worker/engine/normalise/catalogue.ts'
import type { Area } from '../../../../worker/contract/areas.ts'
import type { MethodOptions, TreeNode } from '../../../../worker/contract/frameworks.ts'
import type { Completeness } from '../../../../worker/contract/observations.ts'

export interface Draft {
  readonly frameworkId: string | null
  /** null = the newest. */
  readonly version: number | null
  readonly periods: readonly string[]
  /** null = every area without children. */
  readonly areas: readonly string[] | null
  /** Only what differs from the framework's method. */
  readonly method: Partial<MethodOptions>
  readonly title: string | null
}

export const EMPTY_DRAFT: Draft = {
  frameworkId: null,
  version: null,
  periods: [],
  areas: null,
  method: {},
  title: null,
}

/** Areas nobody is the child of. */
export function leafAreas(areas: readonly Area[]): Area[] {
  const parents = new Set(areas.map((area) => area.parentCode))
  return areas.filter((area) => !parents.has(area.code))
}

export function leavesOf(node: TreeNode): TreeNode[] {
  return node.children === undefined || node.children.length === 0
    ? node.indicator
      ? [node]
      : []
    : node.children.flatMap(leavesOf)
}

/** The period a newcomer would choose: the newest ones that hold at least half of the data, up to five. */
export function suggestedPeriods(completeness: Completeness): string[] {
  const good = completeness.periods.filter((_, p) => {
    const { filled, expected } = periodFill(completeness, p)
    return expected > 0 && filled / expected >= 0.5
  })
  return good.slice(-5)
}

export function periodFill(
  completeness: Completeness,
  p: number,
): { readonly filled: number; readonly expected: number } {
  return {
    filled: completeness.indicators.reduce((sum, indicator) => sum + (indicator.filled[p] ?? 0), 0),
    expected: completeness.expected * completeness.indicators.length,
  }
}

export interface DomainFill {
  readonly code: string
  readonly filled: number
  readonly expected: number
}

/** Completeness by domain over the chosen periods. */
export function domainFill(completeness: Completeness, periods: readonly string[]): DomainFill[] {
  const places = periods.map((period) => completeness.periods.indexOf(period)).filter((p) => p >= 0)
  const domains = new Map<string, { filled: number; expected: number }>()
  for (const indicator of completeness.indicators) {
    const known = domains.get(indicator.domainCode) ?? { filled: 0, expected: 0 }
    for (const p of places) known.filled += indicator.filled[p] ?? 0
    known.expected += completeness.expected * periods.length
    domains.set(indicator.domainCode, known)
  }
  return [...domains].map(([code, fill]) => ({ code, ...fill }))
}

export type Doubt =
  | { readonly kind: 'missing'; readonly count: number; readonly share: number }
  | { readonly kind: 'indicator'; readonly codes: readonly string[] }
  | { readonly kind: 'population'; readonly periods: readonly string[] }
  | { readonly kind: 'sample' }
  | { readonly kind: 'targets'; readonly count: number }
  | { readonly kind: 'goalposts'; readonly count: number }
  | { readonly kind: 'small'; readonly count: number }

interface DoubtInput {
  readonly completeness: Completeness
  readonly periods: readonly string[]
  readonly periodsWithPeople: ReadonlySet<string>
  readonly areaCount: number
  readonly method: MethodOptions
  readonly leaves: readonly TreeNode[]
}

/** Everything worth a second look before running, worst first. */
export function doubtsOf({ completeness, periods, periodsWithPeople, areaCount, method, leaves }: DoubtInput): Doubt[] {
  const fills = domainFill(completeness, periods)
  const expected = fills.reduce((sum, fill) => sum + fill.expected, 0)
  const missing = expected - fills.reduce((sum, fill) => sum + fill.filled, 0)
  const places = periods.map((period) => completeness.periods.indexOf(period))
  const empty = completeness.indicators
    .filter((indicator) => places.every((p) => (indicator.filled[p] ?? 0) === 0))
    .map((indicator) => indicator.code)
  const noPeople = periods.filter((period) => !periodsWithPeople.has(period))
  const { takesBounds: bounded, target } = normalisationFacts(method.normalisation)
  const noTarget = target !== undefined ? leaves.filter((leaf) => leaf.indicator?.target === null).length : 0
  const noGoalposts =
    bounded && method.bounds === 'goalposts' ? leaves.filter((leaf) => leaf.indicator?.goalposts === null).length : 0
  return [
    ...(noTarget > 0 ? [{ kind: 'targets', count: noTarget } as const] : []),
    ...(noGoalposts > 0 ? [{ kind: 'goalposts', count: noGoalposts } as const] : []),
    ...(empty.length > 0 ? [{ kind: 'indicator', codes: empty } as const] : []),
    ...(missing > 0 ? [{ kind: 'missing', count: missing, share: missing / expected } as const] : []),
    ...(noPeople.length > 0 ? [{ kind: 'population', periods: noPeople } as const] : []),
    ...(bounded && method.bounds === 'sample' && periods.length > 1 ? [{ kind: 'sample' } as const] : []),
    ...(areaCount < 5 ? [{ kind: 'small', count: areaCount } as const] : []),
  ]
}
