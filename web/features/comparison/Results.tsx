/** The comparison itself: notes first, then level against equality, scores, movement, and the table behind them all. */
import { useMemo, useState } from 'preact/hooks'
import type { Comparison } from '../../../worker/routes/comparison/schema.ts'
import { LevelEqualityScatter } from '../../charts/LevelEqualityScatter.tsx'
import { RankedBars } from '../../charts/RankedBars.tsx'
import { TrendLines } from '../../charts/TrendLines.tsx'
import { Combobox, Section, SegmentedControl, Select } from '../../components/index.ts'
import { useFormat } from '../../format/useFormat.ts'
import { comparisonWords } from '../../i18n/comparison.ts'
import { pick } from '../../i18n/locale.ts'
import { indexWords, methodWords } from '../../i18n/measures.ts'
import { useWords } from '../../i18n/useWords.ts'
import { useQueryState } from '../../router/useQueryState.ts'
import { degreeFor, periodOf, severityOf, valueOf } from './compared.ts'
import { ComparisonNotes } from './ComparisonNotes.tsx'
import { ComparisonTable } from './ComparisonTable.tsx'

const INDICES = ['gini', 'own', 'cv', 'theilT'] as const
type IndexChoice = (typeof INDICES)[number]

interface Props {
  readonly comparison: Comparison
  readonly homeSlug: string | null
}

export function Results({ comparison, homeSlug }: Props) {
  const words = useWords(comparisonWords)
  const names = useWords(indexWords)
  const kinds = useWords(methodWords)
  const format = useFormat()
  const [active, setActive] = useState<string | null>(null)
  const first = comparison.nodes.find((node) => node.inAll) ?? comparison.nodes[0]
  const [askedNode, setNode] = useQueryState('node', first?.code ?? '')
  const [askedIndex, setIndex] = useQueryState('index', 'gini')
  const [askedPeriod, setPeriod] = useQueryState('period', '')
  const [trend, setTrend] = useQueryState('trend', 'score')
  const node = comparison.nodes.find((one) => one.code === askedNode) ?? first
  const code = node?.code ?? ''
  const index: IndexChoice = INDICES.find((one) => one === askedIndex) ?? 'gini'
  const period = comparison.periods.includes(askedPeriod) ? askedPeriod : ''
  const indexName = index === 'own' ? words.indexOwn : names[index]
  const bounded = index === 'own' || index === 'gini'
  const rows = useMemo(
    () =>
      comparison.cities.map((city) => {
        const { publication } = city
        const used = periodOf(city, code, period)
        const marked = severityOf(comparison.notes, publication.id) === 'not-comparable'
        return {
          key: publication.id,
          label: `${pick(publication.city.name, publication.city.nameEn)}${marked ? '＊' : ''}`,
          value: valueOf(city, code, 'score', used),
          score: valueOf(city, code, 'score', used),
          degree: degreeFor(city, code, bounded ? index : 'gini', used),
          note: used === null ? '' : format.period(used),
        }
      }),
    [comparison, code, period, index, words],
  )
  const series = useMemo(
    () =>
      comparison.cities.map((city) => ({
        key: city.publication.id,
        label: pick(city.publication.city.name, city.publication.city.nameEn),
        strong: city.publication.city.slug === homeSlug,
        values: comparison.periods.map((one) =>
          trend === 'score'
            ? valueOf(city, code, 'score', one)
            : bounded
              ? degreeFor(city, code, index, one)
              : valueOf(city, code, index, one),
        ),
      })),
    [comparison, code, trend, index, words],
  )
  if (!node) return null
  const home = comparison.cities.find((city) => city.publication.city.slug === homeSlug)?.publication.id ?? null
  const nodeName = pick(node.name, node.nameEn)
  const demo = comparison.cities.some((city) => city.publication.city.isDemo)
  const marked = comparison.notes.some((note) => note.severity === 'not-comparable')
  const meta = {
    source: `${words.source}${marked ? `；${words.marked}` : ''}`,
    demo,
    period: period === '' ? words.latest : format.period(period),
  }
  const shared = { activeKey: active, onActive: setActive, selectedKey: home }
  return (
    <div class="stack-l">
      <div class="filters no-print" role="group" aria-label={words.index}>
        <div class="compare-add">
          <Combobox
            id="compare-node"
            label={words.node}
            value={code}
            options={comparison.nodes.map((one) => ({
              value: one.code,
              label: pick(one.name, one.nameEn),
              hint: one.inAll ? kindName(one.kind, kinds) : words.notInAll,
            }))}
            onChange={setNode}
          />
        </div>
        <Select
          id="compare-index"
          label={words.index}
          value={index}
          options={INDICES.map((key) => ({ value: key, label: key === 'own' ? words.indexOwn : names[key] }))}
          onChange={setIndex}
        />
        <Select
          id="compare-period"
          label={words.period}
          value={period}
          options={[
            { value: '', label: words.latest },
            ...comparison.periods.map((one) => ({ value: one, label: format.period(one) })),
          ]}
          onChange={setPeriod}
        />
      </div>
      <ComparisonNotes comparison={comparison} />
      <Section title={words.scatter}>
        <LevelEqualityScatter
          {...meta}
          {...shared}
          indicator={nodeName}
          unit={words.points}
          items={rows}
          itemLabel={words.city}
          scoreLabel={words.score}
          degreeLabel={words.degreeOf(bounded ? indexName : names.gini)}
        />
      </Section>
      <Section title={words.bars}>
        <RankedBars
          {...meta}
          {...shared}
          indicator={`${nodeName} · ${words.score}`}
          unit={words.points}
          items={rows}
          max={100}
        />
      </Section>
      {comparison.periods.length > 1 && (
        <Section
          title={words.trend}
          action={
            <SegmentedControl
              id="compare-trend"
              label={words.trendOf}
              value={trend === 'score' ? 'score' : 'index'}
              choices={[
                { value: 'score', label: words.score },
                { value: 'index', label: bounded ? words.degree : indexName },
              ]}
              onChange={setTrend}
            />
          }
        >
          <TrendLines
            {...meta}
            {...shared}
            period={undefined}
            indicator={`${nodeName} · ${trend === 'score' ? words.score : bounded ? words.degreeOf(indexName) : indexName}`}
            unit={trend === 'score' || bounded ? words.points : undefined}
            periods={comparison.periods}
            series={series}
            digits={trend === 'score' || bounded ? 1 : 3}
          />
        </Section>
      )}
      <Section title={words.table}>
        <ComparisonTable
          comparison={comparison}
          node={code}
          nodeName={nodeName}
          index={index}
          period={period}
          homeSlug={homeSlug}
          active={active}
          onActive={setActive}
        />
      </Section>
    </div>
  )
}

function kindName(kind: string, words: Readonly<Record<string, string>>): string {
  return words[`kind.${kind}`] ?? kind
}
