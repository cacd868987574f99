/** The tables of a published result: domains side by side, and every indicator as public as it is. */
import { Section, Table } from '../../components/index.ts'
import { useFormat } from '../../format/useFormat.ts'
import { nameIn } from '../../i18n/nameIn.ts'
import { locale } from '../../i18n/locale.ts'
import { resultWords } from '../../words/results.ts'
import { useWords } from '../../i18n/useWords.ts'
import { conventionText } from '../meaning/convention.ts'
import { disclosureWords } from '../../words/disclosure.ts'
import type { ResultModel } from './resultModel.ts'
import { marks } from '../../format/marks.ts'
import { colon } from '../../i18n/punctuation.ts'

interface Shown {
  readonly model: ResultModel
}

/** Domains if the framework has them, else dimensions, else the root's children. */
function partsOf({ nodes }: ResultModel) {
  const domains = nodes.filter((node) => node.kind === 'domain')
  if (domains.length > 0) return domains
  const root = nodes.find((node) => node.parent === null)
  return nodes.filter((node) => node.parent === root?.code)
}

export function DomainTable({ model, onNode }: Shown & { readonly onNode: (code: string) => void }) {
  const words = useWords(resultWords)
  const own = useWords(disclosureWords)
  const format = useFormat()
  const { head: publication, shown } = model
  const rows = partsOf(model).map((node) => {
    const scores = shown.scores[node.code] ?? []
    const lowest = scores.reduce<{ index: number; score: number } | null>(
      (low, score, index) => (score !== null && (low === null || score < low.score) ? { index, score } : low),
      null,
    )
    const area = lowest === null ? undefined : publication.areas[lowest.index]
    return {
      node,
      score: shown.cityScores[node.code] ?? null,
      degree: shown.degrees[node.code]?.degree ?? null,
      lowest:
        area === undefined ? null : `${nameIn(locale.value, area)} ${format.number(lowest?.score, { digits: 1 })}`,
    }
  })
  const named = rows.some((row) => row.lowest !== null)
  const convention = `${words.degree}${colon()}${conventionText(publication.equality)}`
  return (
    <Section
      title={words.byDomain}
      lead={named ? convention : `${convention}${marks(locale.value).semicolon}${own.domainsKept}`}
    >
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
                {nameIn(locale.value, row.node)}
              </button>
            ),
          },
          {
            key: 'score',
            title: words.nodeScore,
            sub: words.outOf,
            align: 'end',
            value: (row) => row.score,
            cell: (row) => format.number(row.score, { digits: 1 }),
          },
          {
            key: 'degree',
            title: words.degree,
            sub: words.outOf,
            align: 'end',
            value: (row) => row.degree,
            cell: (row) => format.number(row.degree, { digits: 1 }),
          },
          ...(named
            ? [{ key: 'lowest', title: words.lowestArea, value: (row: (typeof rows)[number]) => row.lowest }]
            : []),
        ]}
      />
    </Section>
  )
}

/** Every indicator as public as it is: mean and degree, or that they are not. */
export function IndicatorTable({ model }: Shown) {
  const words = useWords(resultWords)
  const own = useWords(disclosureWords)
  const format = useFormat()
  const rows = model.nodes.flatMap((node) => {
    const line = model.shown.indicators[node.code]
    return line === undefined ? [] : [{ node, ...line }]
  })
  if (rows.length === 0) return null
  const show = (value: number | null, digits: number) =>
    value === null ? <span class="muted">{own.notPublic}</span> : format.number(value, { digits })
  return (
    <Section title={own.indicatorTable}>
      <Table
        id="indicators"
        bare
        caption={own.indicatorTable}
        captionHidden
        rows={rows}
        rowKey={(row) => row.node.code}
        columns={[
          {
            key: 'name',
            title: words.indicator,
            rowHeader: true,
            value: (row) => nameIn(locale.value, row.node),
          },
          {
            key: 'mean',
            title: own.mean,
            align: 'end',
            value: (row) => row.mean,
            cell: (row) => (
              <>
                {show(row.mean, (row.mean ?? 0) >= 100 ? 0 : (row.mean ?? 0) >= 10 ? 1 : 2)}
                {row.mean !== null && row.node.unit !== null && <span class="muted"> {row.node.unit}</span>}
              </>
            ),
          },
          {
            key: 'degree',
            title: words.degree,
            align: 'end',
            value: (row) => row.degree,
            cell: (row) => show(row.degree, 1),
          },
          { key: 'n', title: own.withData, align: 'end', value: (row) => row.n },
        ]}
      />
    </Section>
  )
}
