/** The parts that the public reads of an evaluation, made field by field from what the guard lets out. */
import { familyOf, type Cut } from '../disclosure/source.ts'
import { AREA_DECIMALS, FIGURES, decimalOrNull, significantOrNull } from '../disclosure/rounding.ts'
import { FEWEST_FOR_INDICATOR } from '../disclosure/publicFacts.ts'
import { storedMethod } from '../../record/framework.ts'
import { periodWeights } from '../evaluation/periodWeights.ts'
import { storedSummary } from '../evaluation/earlierRelease.ts'
import { publishedWarning } from '../evaluation/warningWords.ts'
import {
  PUBLICATION_FORMAT,
  type Disclosure,
  type KeptBack,
  type Publication,
  type PublishedNodes,
  type PublishedPeriod,
} from '../../contract/publication.ts'
import type { Decision } from '../disclosure/guard.ts'
import type { Panel, StoredPeriod } from '../evaluation/results.types.ts'
import type { EvaluationInputs, EvaluationNode, SnapshotPeriod } from '../../contract/evaluations.ts'
import type { MethodOptions } from '../../contract/frameworks.ts'

/** What of an evaluation's row becomes public; `options` and `summary` are JSON. */
interface PublishedRow {
  readonly title: string
  readonly frameworkVersion: number
  readonly options: string
  readonly summary: string
  readonly engineVersion: string
  readonly inputDigest: string
  readonly resultDigest: string
}

export interface PublishedInput {
  readonly id: string
  readonly row: PublishedRow
  readonly panel: Panel
  readonly data: readonly SnapshotPeriod[]
  readonly results: readonly StoredPeriod[]
  readonly inputs: EvaluationInputs
  readonly open: ReadonlySet<string>
  readonly decision: { readonly cuts: Decision['cuts']; readonly kept: readonly KeptBack[] }
  readonly city: Publication['city']
  readonly template: Publication['template']
  readonly licence: string
  readonly publishedAt: number
  readonly corrects?: NonNullable<Publication['corrects']> | undefined
  readonly auditHead?: NonNullable<Publication['auditHead']> | undefined
  /** Stands for the inputs while any of them is withheld. */
  readonly seal: string
}

/** `head` without its seal. */
export interface PublicDocuments {
  readonly head: Publication
  readonly nodes: PublishedNodes
  readonly periods: readonly PublishedPeriod[]
  readonly inputs: (EvaluationInputs & { readonly resultDigest: string }) | null
}

/** Warnings that speak of no single area's value. */
const HARMLESS: ReadonlySet<string> = new Set([
  'indicator-without-values',
  'unweighted-period',
  'equality-unweighted',
  'older-engine',
])

export function publicDocuments(input: PublishedInput): PublicDocuments {
  const { row, panel, open, results, decision } = input
  const { leavesBelow } = familyOf(panel.nodes)
  const method = storedMethod(JSON.parse(row.options) as MethodOptions)
  const isOpen = (code: string): boolean => (leavesBelow.get(code) ?? []).every((leaf) => open.has(leaf.code))
  const periods = results.flatMap((result) => {
    const data = input.data.find((d) => d.period === result.period)
    const cut = decision.cuts[result.period]
    return data === undefined || cut === undefined
      ? []
      : [publishedPeriod(panel, result, data, cut, open, isOpen, method.aggregation)]
  })
  const { headline, frameworkName, areaCount, indicatorCount, missingCount } = storedSummary(row)
  const latest = periods.find((p) => p.period === headline.period) ?? null
  const root = panel.nodes.find((n) => n.parent === null)
  const upper = panel.nodes.filter((n) => n.kind === 'root' || n.kind === 'dimension' || n.kind === 'domain')
  const all = root !== undefined && isOpen(root.code)
  const head: Publication = {
    format: PUBLICATION_FORMAT,
    id: input.id,
    city: input.city,
    title: row.title,
    frameworkName,
    frameworkVersion: row.frameworkVersion,
    template: input.template,
    firstPeriod: periods[0]?.period ?? '',
    lastPeriod: periods.at(-1)?.period ?? '',
    digest: all ? row.inputDigest : input.seal,
    digestOf: all ? 'inputs' : 'sealed',
    headlineScore: latest?.cityScores[root?.code ?? ''] ?? null,
    realization: latest?.realization[root?.code ?? '']?.city ?? null,
    realizationCoverage: headline.realizationCoverage,
    degree: latest?.degrees[root?.code ?? '']?.degree ?? null,
    degreeCoverage: headline.degreeCoverage,
    equality: panel.equality,
    publishedAt: input.publishedAt,
    licence: input.licence,
    evaluation: {
      method,
      scoresOverTime: panel.scoresOverTime,
      areaCount,
      indicatorCount,
      missingCount,
      engineVersion: row.engineVersion,
      inputDigest: all ? row.inputDigest : null,
      resultDigest: all ? row.resultDigest : null,
      weightedPeriods: { ...panel.weightedPeriods },
      warnings: panel.warnings
        .filter((w) => HARMLESS.has(w.code) || open.has((w.path ?? '').replace(/\[.*$/, '')))
        .map(publishedWarning(panel.nodes)),
    },
    periods: periods.map((p) => p.period),
    areas: [...panel.areas],
    nodes: upper,
    latest: latest === null ? null : onlyNodes(latest, upper),
    disclosure: disclosureOf(panel.nodes, open, decision),
    ...(input.corrects === undefined ? {} : { corrects: input.corrects }),
    ...(input.auditHead === undefined ? {} : { auditHead: input.auditHead }),
  }
  const series = (read: (p: PublishedPeriod, code: string) => number | null, code: string): (number | null)[] =>
    periods.map((p) => read(p, code))
  return {
    head,
    nodes: {
      nodes: [...panel.nodes],
      series: Object.fromEntries(
        panel.nodes.map(({ code }) => [
          code,
          {
            score: series((p, c) => p.cityScores[c] ?? null, code),
            degree: series((p, c) => p.degrees[c]?.degree ?? p.indicators[c]?.degree ?? null, code),
            realization: series((p, c) => p.realization[c]?.city ?? null, code),
          },
        ]),
      ),
    },
    periods,
    inputs: all ? { ...input.inputs, resultDigest: row.resultDigest } : null,
  }
}

export function disclosureOf(
  nodes: readonly EvaluationNode[],
  open: ReadonlySet<string>,
  decision: PublishedInput['decision'],
): Disclosure {
  const leaves = nodes.filter((n) => n.kind === 'indicator').map((n) => n.code)
  const published = leaves.filter((code) => open.has(code))
  return {
    raw: published.length === leaves.length ? 'published' : published.length === 0 ? 'withheld' : 'partly',
    published,
    withheld: leaves.filter((code) => !open.has(code)),
    figures: FIGURES,
    areaDecimals: AREA_DECIMALS,
    fewestAreas: FEWEST_FOR_INDICATOR,
    kept: decision.kept.map((k): KeptBack => ({ ...k })),
  }
}

function publishedPeriod(
  panel: Panel,
  result: StoredPeriod,
  data: SnapshotPeriod,
  cut: Cut,
  open: ReadonlySet<string>,
  isOpen: (code: string) => boolean,
  aggregation: MethodOptions['aggregation'],
): PublishedPeriod {
  const city = (code: string, value: number | null): number | null => (isOpen(code) ? value : significantOrNull(value))
  const areas = (code: string, column: readonly (number | null)[]): (number | null)[] =>
    isOpen(code) ? [...column] : column.map(decimalOrNull)
  const scores = Object.fromEntries(cut.areaScores.map((code) => [code, areas(code, result.scores[code] ?? [])]))
  const inner = new Set(panel.nodes.filter((n) => n.kind !== 'indicator').map((n) => n.code))
  const weights = periodWeights(data)
  return {
    period: result.period,
    weighted: panel.weightedPeriods[result.period] ?? false,
    cityScores: of(cut.cityScores, (code) =>
      aggregation === 'arithmetic' || isOpen(code)
        ? city(code, result.cityScores[code] ?? null)
        : significantOrNull(meanOf(scores[code] ?? [], weights)),
    ),
    degrees: of(
      cut.degrees.filter((code) => inner.has(code)),
      (code) => {
        const line = result.equality[code]
        return {
          degree: city(code, line?.degree ?? null),
          coverage: line?.coverage ?? 0,
          clipped: isOpen(code) && (line?.clipped ?? false),
        }
      },
    ),
    realization: of(cut.cityRealization, (code) => ({
      city: city(code, result.realization[code]?.city ?? null),
      coverage: result.realization[code]?.cityCoverage ?? 0,
    })),
    scores,
    ranks: Object.fromEntries(Object.entries(scores).map(([code, column]) => [code, ranksOf(column)])),
    areaRealization: of(cut.areaRealization, (code) => areas(code, result.realization[code]?.areas ?? [])),
    indicators: of(
      panel.nodes.filter((n) => n.kind === 'indicator').map((n) => n.code),
      (code) => {
        const values = data.values[code] ?? []
        const present = values.filter((v) => v !== null)
        const mean = present.length === 0 ? null : present.reduce((sum, v) => sum + v, 0) / present.length
        return {
          n: present.length,
          mean: cut.means.includes(code) ? city(code, mean) : null,
          degree: cut.degrees.includes(code) ? city(code, result.equality[code]?.degree ?? null) : null,
          values: open.has(code) ? [...values] : null,
        }
      },
    ),
  }
}

/** Of scores that are public already: the guard follows no other city score where means are not arithmetic. */
function meanOf(scores: readonly (number | null)[], weights: Float64Array | null): number | null {
  let [sum, total] = [0, 0]
  scores.forEach((score, a) => {
    if (score === null) return
    sum += (weights?.[a] ?? 1) * score
    total += weights?.[a] ?? 1
  })
  return total > 0 ? sum / total : null
}

/** 1 = highest; equal scores share the smaller rank. O(n²), n areas. */
export function ranksOf(scores: readonly (number | null)[]): (number | null)[] {
  return scores.map((own) => (own === null ? null : 1 + scores.filter((other) => other !== null && other > own).length))
}

/** What the head shows of its period. */
export function onlyNodes(period: PublishedPeriod, nodes: readonly EvaluationNode[]): PublishedPeriod {
  const codes = new Set(nodes.map((n) => n.code))
  const root = nodes.find((n) => n.parent === null)?.code
  const isRoot = (code: string): boolean => code === root
  return {
    ...period,
    cityScores: pick(period.cityScores, (c) => codes.has(c)),
    degrees: pick(period.degrees, (c) => codes.has(c)),
    realization: pick(period.realization, (c) => codes.has(c)),
    scores: pick(period.scores, isRoot),
    ranks: pick(period.ranks, isRoot),
    areaRealization: pick(period.areaRealization, isRoot),
    indicators: {},
  }
}

const of = <T>(codes: readonly string[], read: (code: string) => T): Record<string, T> =>
  Object.fromEntries(codes.map((code) => [code, read(code)]))

const pick = <T>(from: Record<string, T>, wanted: (code: string) => boolean): Record<string, T> =>
  Object.fromEntries(Object.entries(from).filter(([code]) => wanted(code)))
