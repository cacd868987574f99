/** The three pictures of a published result: who is how high, how equal, over time. The chart code comes on demand. */
import type { EvaluationNode } from '../../../worker/contract/evaluations.ts'
import { Notice, OnDemand, Section, Table } from '../../components/index.ts'
import { useFormat } from '../../format/useFormat.ts'
import { locale } from '../../i18n/locale.ts'
import { nameIn } from '../../i18n/nameIn.ts'
import { disclosureWords } from '../../words/disclosure.ts'
import { meaningWords } from '../../words/meaning.ts'
import { movementWords } from '../../words/movement.ts'
import { resultWords } from '../../words/results.ts'
import { useWords } from '../../i18n/useWords.ts'
import { indexWords } from '../methods/catalogueWords.ts'
import { scoreCv, type ResultModel } from './resultModel.ts'

export interface ResultChartsProps {
  readonly model: ResultModel
  readonly item: EvaluationNode
  readonly active: string | null
  readonly onActive: (key: string | null) => void
}

const loadBars = async () => (await import('../../charts/RankedBars.tsx')).RankedBars
const loadDots = async () => (await import('../../charts/StripDots.tsx')).StripDots
const loadLines = async () => (await import('../../charts/TrendLines.tsx')).TrendLines

export function ResultCharts({ model, item, active, onActive }: ResultChartsProps) {
  const words = useWords(resultWords)
  const index = useWords(indexWords).cv
  const own = useWords(disclosureWords)
  const meaning = useWords(meaningWords)
  const moved = useWords(movementWords)
  const format = useFormat()
  const { head: publication, shown, names } = model
  const city = nameIn(locale.value, publication.city)
  const itemName = item.parent === null ? words.overall : nameIn(locale.value, item)
  const source = words.source(city, format.date(publication.publishedAt))
  const demo = publication.city.isDemo
  const scores = shown.scores[item.code] ?? []
  const items = publication.areas.map((area, index) => ({
    key: area.code,
    label: nameIn(locale.value, area),
    value: scores[index] ?? null,
  }))
  const series = model.series[item.code]
  const convention = words.dispersion(
    `${index.charAt(0).toLowerCase()}${index.slice(1)}`,
    format.number(scoreCv(scores), { digits: 3 }),
    words.unweighted,
    items.filter((entry) => entry.value !== null).length,
  )
  const comparable = publication.evaluation?.scoresOverTime === 'comparable'
  // The head speaks for its own nodes; what lies below them comes with the period.
  const arrived = publication.nodes.some((one) => one.code === item.code) || Object.keys(shown.indicators).length > 0
  const hasScores = items.some((entry) => entry.value !== null)
  const shared = { activeKey: active, onActive }
  return (
    <>
      {!hasScores && arrived && (
        <Section title={words.howHigh}>
          <Notice title={own.nodeKeptTitle(itemName)}>{own.nodeKept}</Notice>
        </Section>
      )}
      {hasScores && (
        <>
          <Section title={words.howHigh}>
            <OnDemand load={loadBars} height={items.length * 26 + 120}>
              {(RankedBars) => (
                <RankedBars
                  indicator={itemName}
                  unit=""
                  period={format.period(shown.period)}
                  source={source}
                  demo={demo}
                  items={items}
                  max={100}
                  digits={1}
                  mean={shown.cityScores[item.code] ?? null}
                  {...shared}
                />
              )}
            </OnDemand>
          </Section>
          <Section title={meaning.scoreDispersion} lead={words.dispersionLead}>
            <OnDemand load={loadDots} height={260}>
              {(StripDots) => (
                <StripDots
                  indicator={itemName}
                  unit=""
                  period={format.period(shown.period)}
                  source={source}
                  demo={demo}
                  items={items}
                  mean={shown.cityScores[item.code] ?? null}
                  title={convention}
                  convention={convention}
                  digits={1}
                  {...shared}
                />
              )}
            </OnDemand>
          </Section>
        </>
      )}
      {names.length > 1 && Object.keys(model.series).length === 0 && (
        <Section title={words.overTime}>
          <div class="skeleton" style={{ minHeight: '400px' }} />
        </Section>
      )}
      {names.length > 1 && series !== undefined && (
        <Section title={words.overTime} {...(comparable ? {} : { lead: moved.notComparable })}>
          <OnDemand load={loadLines} height={320}>
            {(TrendLines) => (
              <TrendLines
                indicator={itemName}
                unit=""
                source={source}
                demo={demo}
                periods={names}
                digits={1}
                n={publication.areas.length}
                series={[
                  ...(comparable && series.score.some((value) => value !== null)
                    ? [
                        {
                          key: 'score',
                          label: item.parent === null ? words.score : words.nodeScore,
                          values: series.score,
                          strong: true,
                        },
                      ]
                    : []),
                  { key: 'degree', label: words.degree, values: series.degree },
                ]}
              />
            )}
          </OnDemand>
        </Section>
      )}
      {hasScores && <AreaTable model={model} node={item.code} active={active} onActive={onActive} />}
    </>
  )
}

function AreaTable({
  model: { head: publication, shown },
  node,
  active,
  onActive,
}: {
  readonly model: ResultModel
  readonly node: string
  readonly active: string | null
  readonly onActive: (key: string | null) => void
}) {
  const words = useWords(resultWords)
  const format = useFormat()
  const rows = publication.areas.map((area, index) => ({
    area,
    score: shown.scores[node]?.[index] ?? null,
    rank: shown.ranks[node]?.[index] ?? null,
  }))
  return (
    <Section title={words.area}>
      <Table
        id="areas"
        caption={`${words.area} · ${format.period(shown.period)}`}
        captionHidden
        rows={rows}
        rowKey={(row) => row.area.code}
        sort={{ key: 'score', descending: true }}
        csvName={`${publication.city.slug}-${shown.period}-${node}`}
        csvNotes={[publication.title, ...(publication.city.isDemo ? [words.demo] : []), publication.digest]}
        hovered={active}
        onHover={onActive}
        columns={[
          { key: 'area', title: words.area, rowHeader: true, value: (row) => nameIn(locale.value, row.area) },
          { key: 'code', title: 'GB/T 2260', value: (row) => row.area.code, hidden: true },
          {
            key: 'score',
            title: node === publication.nodes.find((one) => one.parent === null)?.code ? words.score : words.nodeScore,
            sub: words.outOf,
            align: 'end',
            value: (row) => row.score,
            cell: (row) => format.number(row.score, { digits: 1 }),
          },
          {
            key: 'rank',
            title: words.rank,
            align: 'end',
            value: (row) => row.rank,
            cell: (row) => format.number(row.rank),
          },
        ]}
      />
    </Section>
  )
}
