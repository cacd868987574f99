/** The tables of a published result: domains side by side, and every index of one item with and without weights. */
import type { Publication, PublishedPeriod } from '../../../worker/routes/public/schema.ts'
import { Table, Term } from '../../components/index.ts'
import { useFormat } from '../../format/useFormat.ts'
import { pick } from '../../i18n/locale.ts'
import { resultWords } from '../../i18n/results.ts'
import { useWords } from '../../i18n/useWords.ts'
import { conventionText } from '../meaning/convention.ts'
import { indexName } from '../methods/indexName.ts'
import type { MethodKey } from '../methods/methods.ts'
import { reasonText } from './methodWords.ts'
import { aside } from '../../i18n/punctuation.ts'

interface Shown {
  readonly publication: Publication
  readonly shown: PublishedPeriod
}

/** Domains if the framework has them, else dimensions, else the root's children. */
function partsOf(publication: Publication) {
  const { nodes } = publication.payload.evaluation
  const domains = nodes.filter((node) => node.kind === 'domain')
  if (domains.length > 0) return domains
  const root = nodes.find((node) => node.parent === null)
  return nodes.filter((node) => node.parent === root?.code)
}

export function DomainTable({
  publication,
  shown,
  at,
  onNode,
}: Shown & { readonly at: number; readonly onNode: (code: string) => void }) {
  const words = useWords(resultWords)
  const format = useFormat()
  const { evaluation } = publication.payload
  const rows = partsOf(publication).map((node) => {
    const scores = shown.scores[node.code] ?? []
    const lowest = scores.reduce<{ index: number; score: number } | null>(
      (low, score, index) => (score !== null && (low === null || score < low.score) ? { index, score } : low),
      null,
    )
    const area = lowest === null ? undefined : evaluation.areas[lowest.index]
    return {
      node,
      score: shown.cityScores[node.code] ?? null,
      degree: evaluation.series[node.code]?.degree[at] ?? null,
      lowest:
        area === undefined ? null : `${pick(area.name, area.nameEn)} ${format.number(lowest?.score, { digits: 1 })}`,
    }
  })
  return (
    <Table
      id="domains"
      bare
      caption={words.byDomain}
      captionHidden
      rows={rows}
      rowKey={(row) => row.node.code}
      columns={[
        {
          key: 'name',
          title: words.domain,
          rowHeader: true,
          value: (row) => row.node.code,
          cell: (row) => (
            <button type="button" class="link" onClick={() => onNode(row.node.code)}>
              {pick(row.node.name, row.node.nameEn)}
            </button>
          ),
        },
        {
          key: 'score',
          title: words.score,
          sub: words.outOf,
          align: 'end',
          value: (row) => row.score,
          cell: (row) => format.number(row.score, { digits: 1 }),
        },
        {
          key: 'degree',
          title: words.degree,
          sub: conventionText(publication.equality),
          align: 'end',
          value: (row) => row.degree,
          cell: (row) => format.number(row.degree, { digits: 1 }),
        },
        { key: 'lowest', title: words.lowestArea, value: (row) => row.lowest },
      ]}
    />
  )
}

const TERMS: ReadonlySet<string> = new Set<MethodKey>([
  'cv',
  'gini',
  'theilT',
  'theilL',
  'ge',
  'atkinson',
  'hoover',
  'ratioMaxMin',
  'range',
  'relativeRange',
  'p90p10',
  'palma',
  'quintileRatio',
  'urbanRuralRatio',
  'urbanRuralGap',
  'moran',
])

function isTerm(key: string): key is MethodKey {
  return TERMS.has(key)
}

export function IndexTable({ shown, node }: Shown & { readonly node: string }) {
  const words = useWords(resultWords)
  const format = useFormat()
  const indices = shown.indices[node]
  const rows = Object.entries(indices?.unweighted ?? {}).map(([key, measure]) => ({
    key,
    plain: measure,
    weighted: indices?.weighted?.[key] ?? null,
  }))
  const show = (measure: { readonly value: number | null; readonly reason?: string | undefined } | null) =>
    measure === null ? (
      '—'
    ) : measure.value === null ? (
      <span class="muted">{words.noValue + aside(reasonText(measure.reason, words))}</span>
    ) : (
      format.number(measure.value, { digits: 4 })
    )
  return (
    <Table
      id="indices"
      bare
      caption={words.allIndices}
      captionHidden
      rows={rows}
      rowKey={(row) => row.key}
      columns={[
        {
          key: 'name',
          title: words.index,
          rowHeader: true,
          value: (row) => indexName(row.key),
          cell: (row) => (isTerm(row.key) ? <Term method={row.key}>{indexName(row.key)}</Term> : indexName(row.key)),
        },
        {
          key: 'plain',
          title: words.indexValue,
          sub: words.unweighted,
          align: 'end',
          value: (row) => row.plain.value,
          cell: (row) => show(row.plain),
        },
        {
          key: 'weighted',
          title: words.indexValue,
          sub: words.weighted,
          align: 'end',
          value: (row) => row.weighted?.value ?? null,
          cell: (row) => show(row.weighted),
        },
      ]}
    />
  )
}
