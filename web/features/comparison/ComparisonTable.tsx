/** Scores and degrees side by side, each with its period, framework, method and how comparable it is. */
import type { ComparedCity, Comparison } from '../../../worker/routes/comparison/schema.ts'
import { Badge, Status, Table, type Column } from '../../components/index.ts'
import { useFormat } from '../../format/useFormat.ts'
import { comparisonWords } from '../../i18n/comparison.ts'
import { pick } from '../../i18n/locale.ts'
import { indexWords, isIndexKey, methodWords } from '../../i18n/measures.ts'
import { useWords } from '../../i18n/useWords.ts'
import { degreeFor, periodOf, severityOf, valueOf } from './compared.ts'

interface Props {
  readonly comparison: Comparison
  readonly node: string
  readonly nodeName: string
  readonly index: string
  readonly period: string
  readonly homeSlug: string | null
  readonly active: string | null
  readonly onActive: (key: string | null) => void
}

const TONE = { 'not-comparable': 'bad', caution: 'warn', info: 'info' } as const

export function ComparisonTable({ comparison, node, nodeName, index, period, homeSlug, active, onActive }: Props) {
  const words = useWords(comparisonWords)
  const names = useWords(indexWords)
  const methods = useWords(methodWords)
  const format = useFormat()
  const used = (city: ComparedCity) => periodOf(city, node, period)
  const measure = index === 'own' ? null : index
  const indexName = measure !== null && isIndexKey(measure) ? names[measure] : ''
  const templateOf = ({ publication }: ComparedCity) =>
    publication.template
      ? `${pick(publication.template.name, publication.template.nameEn)} ${words.version(publication.template.version)}`
      : words.ownFramework
  const columns: Column<ComparedCity>[] = [
    {
      key: 'city',
      title: words.city,
      rowHeader: true,
      value: ({ publication }) => pick(publication.city.name, publication.city.nameEn),
      cell: ({ publication }) => (
        <>
          <a href={`/results/${publication.id}`}>{pick(publication.city.name, publication.city.nameEn)}</a>
          {publication.city.slug === homeSlug && <Badge>{words.yours}</Badge>}
        </>
      ),
    },
    {
      key: 'score',
      title: words.score,
      align: 'end',
      value: (city) => valueOf(city, node, 'score', used(city)),
      cell: (city) => <span class="num">{format.number(valueOf(city, node, 'score', used(city)), { digits: 1 })}</span>,
    },
    ...(index === 'own' || index === 'gini'
      ? [
          {
            key: 'degree',
            title: words.degree,
            sub: index === 'own' ? words.indexOwn : indexName,
            align: 'end' as const,
            value: (city: ComparedCity) => degreeFor(city, node, index, used(city)),
            cell: (city: ComparedCity) => (
              <span class="num">{format.number(degreeFor(city, node, index, used(city)), { digits: 1 })}</span>
            ),
          },
        ]
      : []),
    ...(measure === null
      ? []
      : [
          {
            key: 'index',
            title: indexName,
            align: 'end' as const,
            value: (city: ComparedCity) => valueOf(city, node, measure, used(city)),
            cell: (city: ComparedCity) => (
              <span class="num">{format.number(valueOf(city, node, measure, used(city)), { digits: 4 })}</span>
            ),
          },
        ]),
    { key: 'period', title: words.colPeriod, value: used, cell: (city) => format.period(used(city)) },
    {
      key: 'comparable',
      title: words.colComparable,
      value: ({ publication }) => severityOf(comparison.notes, publication.id),
      cell: ({ publication }) => {
        const severity = severityOf(comparison.notes, publication.id)
        return severity === null ? (
          <Status tone="good">{words.comparable}</Status>
        ) : (
          <Status tone={TONE[severity]}>{words[`severity.${severity}`]}</Status>
        )
      },
    },
    {
      key: 'framework',
      title: words.colFramework,
      value: ({ publication }) => `${publication.frameworkName} ${words.version(publication.frameworkVersion)}`,
      hidden: true,
    },
    { key: 'template', title: words.colTemplate, value: templateOf, minChars: 12 },
    {
      key: 'normalisation',
      title: words.colNormalisation,
      value: ({ method }) =>
        `${methods[`normalisation.${method.normalisation}`]} · ${methods[`bounds.${method.bounds}`]}`,
      hidden: true,
    },
    {
      key: 'aggregation',
      title: words.colAggregation,
      value: ({ method }) => methods[`aggregation.${method.aggregation}`],
      hidden: true,
    },
    {
      key: 'span',
      title: words.colSpan,
      value: ({ periods }) => `${periods[0] ?? ''}–${periods[periods.length - 1] ?? ''}`,
    },
    { key: 'areas', title: words.colAreas, align: 'end', value: ({ areaCount }) => areaCount },
  ]
  return (
    <Table
      id="compare"
      caption={words.tableCaption(nodeName)}
      captionHidden
      rows={comparison.cities}
      columns={columns}
      rowKey={({ publication }) => publication.id}
      sort={{ key: 'score', descending: true }}
      csvName={words.tableCaption(nodeName)}
      csvNotes={demoNotes(comparison)}
      hovered={active}
      onHover={onActive}
    />
  )
}

/** Synthetic figures stay marked in the file. */
function demoNotes(comparison: Comparison): string[] {
  return comparison.cities.some((city) => city.publication.city.isDemo) ? ['演示数据 · Demo data'] : []
}
