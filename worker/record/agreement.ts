/** What the documents of a publication say of each other, without its inputs: columns as long as there are areas, ranks that follow from scores,
 * means from public values, series and head from the periods, no more digits than the disclosure says. Gives each document as stated and as it
 * would have to be; the first difference between the two is a fault. */
import { familyOf } from '../services/disclosure/source.ts'
import { onlyNodes, ranksOf } from '../services/publication/publicDocuments.ts'
import { bundleFormatOf, type Bundle } from '../contract/record.ts'
import { publishedWarning } from '../services/evaluation/warningWords.ts'
import {
  PUBLICATION_FORMAT,
  type Publication,
  type PublishedIndicator,
  type PublishedNodes,
  type PublishedPeriod,
} from '../contract/publication.ts'
import type { z } from 'zod'

type Column = (number | null)[]
export interface Pair {
  readonly part: string
  readonly stated: unknown
  readonly expected: unknown
}

export function agreementOf(bundle: Bundle): Pair[] {
  const { head, nodes, periods } = bundle
  const around = { format: bundle.format, publication: bundle.publication, address: bundle.address }
  const own: Pair = {
    part: 'bundle',
    stated: around,
    expected: { format: bundleFormatOf(head), publication: head.id, address: addressOf(head.id) },
  }
  if (nodes === null || head.evaluation === null) return [own]
  const astray = nodeAstray(nodes)
  if (astray !== null) return [own, { part: 'nodes', stated: nodes, expected: astray }]
  return [
    own,
    ...periods.map((p) => ({ part: `period:${p.period}`, stated: p, expected: expectedPeriod(p, head, nodes) })),
    { part: 'nodes', stated: nodes, expected: { ...nodes, series: seriesOf(nodes, periods) } },
    { part: 'head', stated: head, expected: expectedHead(head, nodes, bundle) },
  ]
}

/** Parents stand before their children, so no line of parents leads in a circle; else the nodes with the first fault mended. */
function nodeAstray({ nodes, series }: PublishedNodes): PublishedNodes | null {
  const seen = new Set<string>()
  for (const [i, { code, parent }] of nodes.entries()) {
    if (parent !== null && !seen.has(parent))
      return { nodes: nodes.map((n, at) => (at === i ? { ...n, parent: null } : n)), series }
    seen.add(code)
  }
  return null
}

export const addressOf = (publicationId: string): string => `/results/${publicationId}`

function expectedPeriod(p: PublishedPeriod, head: Publication, { nodes }: PublishedNodes): PublishedPeriod {
  const n = head.areas.length
  const published = new Set(head.disclosure.published)
  const { leavesBelow } = familyOf(nodes)
  const isOpen = (code: string): boolean => (leavesBelow.get(code) ?? []).every((leaf) => published.has(leaf.code))
  const city = (code: string, x: number | null): number | null =>
    x === null || isOpen(code) ? x : Number(x.toPrecision(Math.min(Math.max(head.disclosure.figures, 1), 21)))
  const area = (code: string, column: Column): Column =>
    Array.from({ length: n }, (_, a) => {
      const x = column[a] ?? null
      return x === null || isOpen(code) ? x : Number(x.toFixed(Math.min(Math.max(head.disclosure.areaDecimals, 0), 20)))
    })
  const scores = mapped(p.scores, area)
  return {
    ...p,
    weighted: head.evaluation?.weightedPeriods[p.period] ?? p.weighted,
    cityScores: mapped(p.cityScores, city),
    degrees: mapped(p.degrees, (code, line) => ({ ...line, degree: city(code, line.degree) })),
    realization: mapped(p.realization, (code, line) => ({ ...line, city: city(code, line.city) })),
    scores,
    ranks: mapped(scores, (_, column) => ranksOf(column)),
    areaRealization: mapped(p.areaRealization, area),
    indicators: mapped(p.indicators, (code, line) =>
      expectedIndicator(line, published.has(code), n, (x) => city(code, x)),
    ),
  }
}

type Indicator = z.infer<typeof PublishedIndicator>

function expectedIndicator(
  line: Indicator,
  isPublic: boolean,
  areas: number,
  rounded: (x: number | null) => number | null,
): Indicator {
  if (!isPublic) return { ...line, mean: rounded(line.mean), degree: rounded(line.degree), values: null }
  const values = Array.from({ length: areas }, (_, a) => line.values?.[a] ?? null)
  const present = values.filter((v) => v !== null)
  return {
    n: present.length,
    mean: line.mean === null || present.length === 0 ? null : present.reduce((sum, v) => sum + v, 0) / present.length,
    degree: line.degree,
    values,
  }
}

function seriesOf({ nodes }: PublishedNodes, periods: readonly PublishedPeriod[]): PublishedNodes['series'] {
  return Object.fromEntries(
    nodes.map(({ code }) => [
      code,
      {
        score: periods.map((p) => p.cityScores[code] ?? null),
        degree: periods.map((p) => p.degrees[code]?.degree ?? p.indicators[code]?.degree ?? null),
        realization: periods.map((p) => p.realization[code]?.city ?? null),
      },
    ]),
  )
}

function expectedHead(head: Publication, { nodes }: PublishedNodes, { periods, inputs }: Bundle): Publication {
  const upper = nodes.filter((n) => n.kind === 'root' || n.kind === 'dimension' || n.kind === 'domain')
  const root = nodes.find((n) => n.parent === null)?.code ?? ''
  const leaves = nodes.filter((n) => n.kind === 'indicator').map((n) => n.code)
  const latest = head.latest === null ? null : (periods.find((p) => p.period === head.latest?.period) ?? null)
  const published = leaves.filter((code) => head.disclosure.published.includes(code))
  const { evaluation } = head
  return {
    ...head,
    firstPeriod: periods[0]?.period ?? '',
    lastPeriod: periods.at(-1)?.period ?? '',
    periods: periods.map((p) => p.period),
    digest: inputs?.inputDigest ?? head.digest,
    digestOf: inputs === null ? 'sealed' : 'inputs',
    headlineScore: latest?.cityScores[root] ?? null,
    realization: latest?.realization[root]?.city ?? null,
    realizationCoverage: latest?.realization[root]?.coverage ?? head.realizationCoverage,
    degree: latest?.degrees[root]?.degree ?? null,
    degreeCoverage: latest?.degrees[root]?.coverage ?? head.degreeCoverage,
    nodes: upper,
    latest: latest === null ? null : onlyNodes(latest, upper),
    evaluation:
      evaluation === null
        ? null
        : {
            ...evaluation,
            areaCount: head.areas.length,
            indicatorCount: leaves.length,
            missingCount: periods.reduce(
              (sum, p) => sum + leaves.reduce((n, code) => n + head.areas.length - (p.indicators[code]?.n ?? 0), 0),
              0,
            ),
            inputDigest: inputs?.inputDigest ?? null,
            resultDigest: inputs?.resultDigest ?? null,
            warnings:
              head.format === PUBLICATION_FORMAT
                ? evaluation.warnings.map(publishedWarning(nodes))
                : evaluation.warnings,
          },
    disclosure: {
      ...head.disclosure,
      raw: published.length === leaves.length ? 'published' : published.length === 0 ? 'withheld' : 'partly',
      published,
      withheld: leaves.filter((code) => !published.includes(code)),
    },
  }
}

const mapped = <T, U>(by: Readonly<Record<string, T>>, change: (code: string, value: T) => U): Record<string, U> =>
  Object.fromEntries(Object.entries(by).map(([code, value]) => [code, change(code, value)]))
