/** Reading an evaluation: names, the tree, and the column of numbers that a node or an indicator stands for. Pure.
 * Indicators are read as raw values in their unit, every node above as a score on 0–100. */
import type { EvaluationState } from '../../../worker/release/states.ts'
import { normalisationFacts } from '../../../worker/engine/normalise/catalogue.ts'
import type { Evaluation, EvaluationNode, NodeIndices, PeriodResult } from '../../../worker/contract/evaluations.ts'
import type { DefinitionBreak } from '../../../worker/contract/frameworks.ts'
import { periodTime } from '../../../worker/engine/time/periodTime.ts'
import { formatPeriod } from '../../format/date.ts'
import { formatUnit } from '../../format/unit.ts'
import { decimalsFor } from '../../charts/numbers.ts'
import { nameIn } from '../../i18n/nameIn.ts'
import { findingWords } from '../../words/findings.ts'

export type Lang = 'zh-CN' | 'en'

/** What a published payload and a city's own evaluation have in common. */
export type EvaluationBody = Pick<
  Evaluation,
  | 'areas'
  | 'nodes'
  | 'periods'
  | 'series'
  | 'method'
  | 'frameworkVersion'
  | 'title'
  | 'resultDigest'
  | 'weightedPeriods'
  | 'equality'
>

export interface Measure {
  readonly code: string
  readonly name: string
  readonly isIndicator: boolean
  readonly unit: string
  readonly better: 'high' | 'low'
  /** A single number to draw as target line; a range has none. */
  readonly target: number | null
  readonly values: readonly (number | null)[]
  readonly digits: number
  /** Full scale of the axis; scores have one. */
  readonly max: number | undefined
}

export function rootOf(nodes: readonly EvaluationNode[]): EvaluationNode | undefined {
  return nodes.find((node) => node.parent === null)
}

export function nodeOf(nodes: readonly EvaluationNode[], code: string): EvaluationNode | undefined {
  return nodes.find((node) => node.code === code)
}

export function childrenOf(nodes: readonly EvaluationNode[], code: string): EvaluationNode[] {
  return nodes.filter((node) => node.parent === code)
}

/** The path from the root down to a node, both included. */
export function pathTo(nodes: readonly EvaluationNode[], code: string): EvaluationNode[] {
  const path: EvaluationNode[] = []
  let at = nodeOf(nodes, code)
  while (at && path.length <= nodes.length) {
    path.unshift(at)
    const parent = at.parent
    at = parent === null ? undefined : nodeOf(nodes, parent)
  }
  return path
}

/** Codes of the indicators at or below a node. */
export function leavesUnder(nodes: readonly EvaluationNode[], code: string): ReadonlySet<string> {
  const inside = new Set([code])
  // Depth-first order: a parent always comes before its children.
  for (const node of nodes) if (node.parent !== null && inside.has(node.parent)) inside.add(node.code)
  return new Set(nodes.filter((node) => node.kind === 'indicator' && inside.has(node.code)).map((node) => node.code))
}

/** The nodes a profile has as axes: the domains, or else the children of the root. */
export function profileNodes(nodes: readonly EvaluationNode[]): EvaluationNode[] {
  const domains = nodes.filter((node) => node.kind === 'domain')
  if (domains.length > 0) return domains
  const root = rootOf(nodes)
  return root ? childrenOf(nodes, root.code) : []
}

export function measureOf(
  nodes: readonly EvaluationNode[],
  result: Pick<PeriodResult, 'scores'> & Partial<Pick<PeriodResult, 'values'>>,
  code: string,
  lang: Lang,
  points: string,
): Measure | null {
  const node = nodeOf(nodes, code)
  if (!node) return null
  const isIndicator = node.kind === 'indicator'
  const values = (isIndicator ? result.values?.[code] : result.scores[code]) ?? []
  return {
    code,
    name: nameIn(lang, node),
    isIndicator,
    unit: isIndicator ? formatUnit(node.unit, lang) : points,
    better: isIndicator && node.direction === 'cost' ? 'low' : 'high',
    target: isIndicator && typeof node.target === 'number' ? node.target : null,
    values,
    digits: isIndicator ? decimalsFor(values) : 1,
    max: isIndicator ? undefined : 100,
  }
}

/** The index of a node in one weighting; null with its reason when there is none. */
export function indexOf(
  indices: NodeIndices | undefined,
  key: string,
  weighted: boolean,
): { readonly value: number | null; readonly reason?: string | undefined } {
  const table = weighted ? indices?.weighted : indices?.unweighted
  return table?.[key] ?? { value: null, reason: weighted && indices?.weighted === null ? 'no-weight' : undefined }
}

/** False when each period was scaled by its own sample: such scores compare within one period only. */
export function scoresComparable(method: Pick<EvaluationBody['method'], 'normalisation' | 'bounds'>): boolean {
  return normalisationFacts(method.normalisation).fit === 'target' || method.bounds !== 'sample'
}

/** Changes of an indicator's definition; a node has none of its own. */
export function breaksOf(nodes: readonly EvaluationNode[], code: string): readonly DefinitionBreak[] {
  const node = nodeOf(nodes, code)
  return node?.kind === 'indicator' ? (node.breaks ?? []) : []
}

/** Breaks below a node that fall among the periods on show, as “name: period, note”. */
export function breaksBelow(
  nodes: readonly EvaluationNode[],
  code: string,
  periods: readonly string[],
  lang: Lang,
): string[] {
  const first = periodTime(periods[0] ?? '')
  const last = periodTime(periods[periods.length - 1] ?? '')
  if (nodeOf(nodes, code)?.kind === 'indicator' || first === null || last === null) return []
  const inside = leavesUnder(nodes, code)
  return nodes
    .filter((node) => inside.has(node.code))
    .flatMap((node) =>
      (node.breaks ?? [])
        .filter(({ period }) => {
          const time = periodTime(period)
          return time !== null && time > first && time <= last
        })
        .map(({ period, note }) => findingWords[lang].breakOf(nameIn(lang, node), formatPeriod(period, lang), note)),
    )
}

/** Population-weighted mean when every area with a value has a weight, else the plain mean. */
export function meanOf(values: readonly (number | null)[], weights: readonly (number | null)[] | null): number | null {
  let sum = 0
  let total = 0
  for (const [i, value] of values.entries()) {
    if (value === null) continue
    const weight = weights === null ? 1 : (weights[i] ?? null)
    if (weight === null) return meanOf(values, null)
    sum += weight * value
    total += weight
  }
  return total > 0 ? sum / total : null
}

export function targetText(
  target: number | readonly [number, number] | null,
  write: (value: number) => string,
): string {
  if (target === null) return '—'
  return typeof target === 'number' ? write(target) : `${write(target[0])}–${write(target[1])}`
}

export function shortDigest(digest: string): string {
  return digest.replace(/^sha256:/, '').slice(0, 12)
}

/** Tone of a state's badge. */
export const stateTone = (state: EvaluationState): 'good' | 'neutral' | 'warn' =>
  state === 'published' ? 'good' : state === 'superseded' || state === 'withdrawn' ? 'warn' : 'neutral'
