/** The comparison itself: notes first, then level against equality, scores, movement, and the table behind them all. */
import { useMemo, useState } from 'preact/hooks'
import type { Comparison } from '../../../worker/contract/comparison.ts'
import { LevelEqualityScatter } from '../../charts/LevelEqualityScatter.tsx'
import { RankedBars } from '../../charts/RankedBars.tsx'
import { TrendLines } from '../../charts/TrendLines.tsx'
import { Combobox, Notice, Section, SegmentedControl, Select } from '../../components/index.ts'
import { useFormat } from '../../format/useFormat.ts'
import { locale } from '../../i18n/locale.ts'
import { nameIn } from '../../i18n/nameIn.ts'
import { comparisonWords } from '../../words/comparison.ts'
import { methodWords } from '../../i18n/measures.ts'
import { useWords } from '../../i18n/useWords.ts'
import { useQueryState } from '../../router/useQueryState.ts'
import { conventionText } from '../meaning/convention.ts'
import { nameAmong } from './lines.ts'
import { periodOf, valueOf } from './compared.ts'
import { ComparisonNotes } from './ComparisonNotes.tsx'
import { ComparisonTable } from './ComparisonTable.tsx'

/** Two points have no middle to lie on either side of. */
const FEWEST_FOR_SCATTER = 3
const MEASURES = ['score', 'realization', 'degree'] as const
type Measure = (typeof MEASURES)[number]

interface Props {
  readonly comparison: Comparison
  readonly homeSlug: string | null
}

export function Results({ comparison, homeSlug }: Props) {
  const words = useWords(comparisonWords)
  const kinds = useWords(methodWords)
  const format = useFormat()
  const [active, setActive] = useState<string | null>(null)
  const first = comparison.nodes.find((node) => node.inAll) ?? comparison.nodes[0]
  const [askedNode, setNode] = useQueryState('node', first?.code ?? '')
  const [askedMeasure, setMeasure] = useQueryState('measure', 'score')
  const [askedPeriod, setPeriod] = useQueryState('period', '')
  const node = comparison.nodes.find((one) => one.code === askedNode) ?? first
  const code = node?.code ?? ''
  const measure: Measure = MEASURES.find((one) => one === askedMeasure) ?? 'score'
  const period = comparison.periods.includes(askedPeriod) ? askedPeriod : ''
  const published = comparison.cities.map((city) => city.publication)
  const rows = useMemo(
    () =>
      comparison.cities.map((city) => {
        const { publication } = city
        const used = periodOf(city, code, period)
        return {
          key: publication.id,
          label: nameAmong(publication, published, locale.value),
          value: valueOf(city, code, measure, used),
          score: valueOf(city, code, 'score', used),
          degree: valueOf(city, code, 'degree', used),
          note: used === null ? '' : format.period(used),
        }
      }),
    [comparison, code, period, measure, words],
  )
  const series = useMemo(
    () =>
      comparison.cities.map((city) => ({
        key: city.publication.id,
        label: nameAmong(city.publication, published, locale.value),
        strong: city.publication.city.slug === homeSlug,
        values: comparison.periods.map((one) => valueOf(city, code, measure, one)),
      })),
    [comparison, code, measure, words],
  )
  if (!node) return null
  const home = comparison.cities.find((city) => city.publication.city.slug === homeSlug)?.publication.id ?? null
  const nodeName = nameIn(locale.value, node)
  const demo = comparison.cities.some((city) => city.publication.city.isDemo)
  const names: Readonly<Record<Measure, string>> = {
    score: node.kind === 'root' ? words.score : words.nodeScore,
    realization: words.realization,
    degree: words.degree,
  }
  const name = names[measure]
  const unit = measure === 'realization' ? words.percent : words.points
  const convention = comparison.cities[0]?.publication.equality ?? null
  const degreeLabel = `${words.degree} · ${conventionText(convention)}`
  const figure = measure === 'degree' ? degreeLabel : name
  const what = node.kind === 'root' ? figure : `${nodeName} · ${figure}`
  const may = comparison.comparable[measure]
  const meta = {
    source: words.source,
    demo,
    period: period === '' ? words.latest : format.period(period),
  }
  const shared = { activeKey: active, onActive: setActive, selectedKey: home }
  return (
    <div class="stack-l">
      <div class="filters no-print" role="group" aria-label={words.measure}>
        <div class="compare-add">
          <Combobox
            id="compare-node"
            label={words.node}
            value={code}
            options={comparison.nodes.map((one) => ({
              value: one.code,
              label: nameIn(locale.value, one),
              hint: one.inAll ? kindName(one.kind, kinds) : words.notInAll,
            }))}
            onChange={setNode}
          />
        </div>
        <SegmentedControl
          id="compare-measure"
          label={words.measure}
          labelHidden={false}
          value={measure}
          choices={MEASURES.map((key) => ({ value: key, label: names[key] }))}
          onChange={setMeasure}
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
      {may ? (
        <>
          <Section title={words.bars(name)}>
            <RankedBars {...meta} {...shared} indicator={what} unit={unit} items={rows} max={100} digits={1} />
          </Section>
          {comparison.periods.length > 1 && (
            <Section title={words.trend}>
              <TrendLines
                {...meta}
                {...shared}
                period={undefined}
                indicator={what}
                unit={unit}
                periods={comparison.periods}
                series={series}
                digits={1}
              />
            </Section>
          )}
        </>
      ) : (
        <Notice tone="warn" title={words.notDrawn(name)}>
          {words.notDrawnText}
        </Notice>
      )}
      {comparison.comparable.score &&
        comparison.comparable.degree &&
        comparison.cities.length >= FEWEST_FOR_SCATTER && (
          <Section title={words.scatter}>
            <LevelEqualityScatter
              {...meta}
              {...shared}
              indicator={nodeName}
              unit={words.points}
              items={rows}
              itemLabel={words.city}
              scoreLabel={names.score}
              degreeLabel={degreeLabel}
            />
          </Section>
        )}
      <Section title={words.table}>
        <ComparisonTable
          comparison={comparison}
          node={code}
          nodeName={nodeName}
          measure={measure}
          names={names}
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
