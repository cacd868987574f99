/** Scores and degrees side by side, each with its period, framework, method and how comparable it is. */
import type { ComparedCity, Comparison } from '../../../worker/contract/comparison.ts'
import { Badge, Status, Table, type Column } from '../../components/index.ts'
import { useFormat } from '../../format/useFormat.ts'
import { locale } from '../../i18n/locale.ts'
import { nameIn } from '../../i18n/nameIn.ts'
import { comparisonWords } from '../../words/comparison.ts'
import { methodWords } from '../../i18n/measures.ts'
import { normalisationWords } from '../methods/catalogueWords.ts'
import { useWords } from '../../i18n/useWords.ts'
import { conventionText } from '../meaning/convention.ts'
import { nameAmong } from './lines.ts'
import { periodOf, severityOf, valueOf } from './compared.ts'
import { demoMark } from '../../charts/words.ts'

interface Props {
  readonly comparison: Comparison
  readonly node: string
  readonly nodeName: string
  /** Sorted by when it may be compared. */
  readonly measure: 'score' | 'realization' | 'degree'
  readonly names: Readonly<Record<'score' | 'realization' | 'degree', string>>
  readonly period: string
  readonly homeSlug: string | null
  readonly active: string | null
  readonly onActive: (key: string | null) => void
}

const TONE = { 'not-comparable': 'bad', caution: 'warn', info: 'info' } as const

export function ComparisonTable({
  comparison,
  node,
  nodeName,
  measure,
  names,
  period,
  homeSlug,
  active,
  onActive,
}: Props) {
  const words = useWords(comparisonWords)
  const methods = useWords(methodWords)
  const normalisations = useWords(normalisationWords)
  const format = useFormat()
  const published = comparison.cities.map((city) => city.publication)
  const used = (city: ComparedCity) => periodOf(city, node, period)
  const templateOf = ({ publication }: ComparedCity) =>
    publication.template
      ? `${nameIn(locale.value, publication.template)} ${words.version(publication.template.version)}`
      : words.ownFramework
  const columns: Column<ComparedCity>[] = [
    {
      key: 'city',
      title: words.city,
      rowHeader: true,
      value: ({ publication }) => nameAmong(publication, published, locale.value),
      cell: ({ publication }) => (
        <>
          <a href={`/results/${publication.id}`}>{nameAmong(publication, published, locale.value)}</a>
          {publication.city.slug === homeSlug && <Badge>{words.yours}</Badge>}
        </>
      ),
    },
    ...(['score', 'realization', 'degree'] as const).map((key): Column<ComparedCity> => ({
      key,
      title: names[key],
      ...(key === 'realization' ? { sub: words.percent } : {}),
      align: 'end',
      value: (city) => valueOf(city, node, key, used(city)),
      cell: (city) => <span class="num">{format.number(valueOf(city, node, key, used(city)), { digits: 1 })}</span>,
    })),
    {
      key: 'convention',
      title: words.colConvention,
      value: ({ publication, areaCount }) => conventionText(publication.equality, areaCount),
      hidden: true,
    },
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
      value: ({ method }) => `${normalisations[method.normalisation]} · ${methods[`bounds.${method.bounds}`]}`,
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
      sort={comparison.comparable[measure] ? { key: measure, descending: true } : { key: 'city', descending: false }}
      csvName={words.tableCaption(nodeName)}
      csvNotes={demoNotes(comparison)}
      hovered={active}
      onHover={onActive}
    />
  )
}

/** Synthetic figures stay marked in the file. */
function demoNotes(comparison: Comparison): string[] {
  return comparison.cities.some((city) => city.publication.city.isDemo) ? [demoMark()] : []
}
