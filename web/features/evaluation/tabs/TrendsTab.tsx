/** Over time: the city and chosen areas as lines, or every area as small multiples; first against last period as slopes;
 * then how the areas move together or apart. Scores under each period's own bounds get a sentence instead of any of it. */
import { useMemo } from 'preact/hooks'
import { periodTime } from '../../../../worker/engine/time/periodTime.ts'
import { SlopeChart } from '../../../charts/SlopeChart.tsx'
import { TrendLines, type TrendSeries } from '../../../charts/TrendLines.tsx'
import {
  Button,
  Combobox,
  EmptyState,
  ProblemNotice,
  ProgressBar,
  SegmentedControl,
} from '../../../components/index.ts'
import { nameIn } from '../../../i18n/nameIn.ts'
import { locale } from '../../../i18n/locale.ts'
import { movementWords } from '../../../words/movement.ts'
import { useWords } from '../../../i18n/useWords.ts'
import { workspaceWords } from '../../../words/workspace.ts'
import { useQueryList } from '../../../router/useQueryList.ts'
import { useQueryState } from '../../../router/useQueryState.ts'
import { AreaMovement } from '../AreaMovement.tsx'
import { breaksOf, measureOf, meanOf, nodeOf, scoresComparable } from '../model.ts'
import { usePeriods } from '../usePeriods.ts'
import type { TabProps } from '../WorkspaceContext.ts'

const MOST_AREAS = 5
const CITY = '@city'

export function TrendsTab({ evaluation, result, selection, city, slug, source, active, onActive }: TabProps) {
  const words = useWords(workspaceWords)
  const say = useWords(movementWords)
  const lang = locale.value
  const { periods, areas } = evaluation
  const loaded = usePeriods(slug, evaluation.id, periods)
  const [asked, setAreas] = useQueryList('areas')
  const [mode, setMode] = useQueryState('lines', 'some')
  const chosen = useMemo(
    () => (asked.length > 0 ? asked : extremesOf(evaluation, result, selection.node, selection.area)),
    [asked, evaluation, result, selection.node, selection.area],
  )
  const columns = useMemo(
    () =>
      loaded.results.map(
        (one) => measureOf(evaluation.nodes, one, selection.node, lang, words.points)?.values ?? areas.map(() => null),
      ),
    [loaded.done, evaluation, selection.node],
  )
  const series = useMemo<TrendSeries[]>(() => {
    const isIndicator = nodeOf(evaluation.nodes, selection.node)?.kind === 'indicator'
    const whole: TrendSeries = {
      key: CITY,
      label: words.city,
      strong: true,
      values: loaded.results.map((one, i) =>
        isIndicator
          ? meanOf(columns[i] ?? [], selection.weighted ? one.populations : null)
          : (one.cityScores[selection.node] ?? null),
      ),
    }
    return [
      whole,
      ...areas.map((area, i) => ({
        key: area.code,
        label: nameIn(lang, area),
        values: columns.map((column) => column[i] ?? null),
      })),
    ]
  }, [loaded.done, evaluation, selection.node, selection.weighted, lang])
  if (periods.length < 2) return <EmptyState title={words.onePeriod} />
  if (loaded.error) return <ProblemNotice error={loaded.error} onRetry={loaded.retry} />
  if (loaded.done < periods.length)
    return <ProgressBar label={words.loadingPeriods(loaded.done, loaded.total)} value={loaded.done / loaded.total} />
  const measure = measureOf(evaluation.nodes, result, selection.node, lang, words.points)
  if (!measure) return null
  if (!measure.isIndicator && !scoresComparable(evaluation.method))
    return <EmptyState title={say.notComparable}>{say.notComparableText}</EmptyState>
  const every = mode === 'every'
  const shown = every
    ? series
    : series.filter((one) => one.key === CITY || chosen.includes(one.key)).slice(0, MOST_AREAS + 1)
  const meta = { indicator: measure.name, unit: measure.unit, source, demo: city.isDemo }
  const shared = {
    activeKey: active,
    onActive,
    selectedKey: selection.area,
    onSelect: (key: string) => selection.setArea(key === CITY ? null : key),
  }
  const breaks = breaksOf(evaluation.nodes, selection.node)
  const times = periods.map(periodTime)
  // First against last within one definition.
  const first = breaks.reduce((at, one) => {
    const time = periodTime(one.period) ?? Infinity
    const place = times.findIndex((t) => t !== null && t >= time)
    return Math.max(at, place)
  }, 0)
  const last = periods.length - 1
  return (
    <div class="stack-l">
      <div class="filters no-print">
        <SegmentedControl
          id="trend-mode"
          label={words.areasInTrend}
          labelHidden={false}
          value={every ? 'every' : 'some'}
          choices={[
            { value: 'some', label: words.showSelected },
            { value: 'every', label: words.showEvery },
          ]}
          onChange={setMode}
        />
        {!every && (
          <>
            <ul class="eval-chips" aria-label={words.areasInTrend}>
              {chosen.map((code) => {
                const area = areas.find((one) => one.code === code)
                const name = area ? nameIn(lang, area) : code
                return (
                  <li key={code}>
                    {name}
                    <Button
                      kind="quiet"
                      size="s"
                      icon="close"
                      label={words.removeArea(name)}
                      onClick={() => setAreas(chosen.filter((one) => one !== code))}
                    />
                  </li>
                )
              })}
            </ul>
            {chosen.length < MOST_AREAS && (
              <Combobox
                id="trend-add"
                label={words.addArea}
                value={null}
                options={areas
                  .filter((area) => !chosen.includes(area.code))
                  .map((area) => ({ value: area.code, label: nameIn(lang, area) }))}
                onChange={(code) => code !== null && setAreas([...chosen, code])}
              />
            )}
          </>
        )}
      </div>
      <TrendLines
        {...meta}
        {...shared}
        headingLevel={2}
        digits={measure.digits}
        periods={periods}
        series={shown}
        breaks={breaks}
        height={320}
      />
      {first < last && (
        <SlopeChart
          {...meta}
          {...shared}
          fromPeriod={periods[first] ?? ''}
          toPeriod={periods[last] ?? ''}
          items={series.slice(1).map((one) => ({
            key: one.key,
            label: one.label,
            from: one.values[first] ?? null,
            to: one.values[last] ?? null,
          }))}
        />
      )}
      <AreaMovement
        evaluation={evaluation}
        selection={selection}
        source={source}
        city={city}
        results={loaded.results}
        measure={measure}
        columns={columns}
      />
    </div>
  )
}

/** The selected area, and the two highest and two lowest: enough for a first look. */
function extremesOf(
  evaluation: TabProps['evaluation'],
  result: TabProps['result'],
  node: string,
  area: string,
): string[] {
  const column = result.scores[node] ?? result.values[node] ?? []
  const order = evaluation.areas
    .map((one, i) => ({ code: one.code, value: column[i] ?? null }))
    .filter((one) => one.value !== null)
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0))
    .map((one) => one.code)
  const ends = order.length <= 4 ? order : [...order.slice(0, 2), ...order.slice(-2)]
  return [...new Set([...(area === '' ? [] : [area]), ...ends])].slice(0, MOST_AREAS)
}
