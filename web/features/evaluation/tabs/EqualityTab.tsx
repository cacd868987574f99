/** How equal is it: first the degree, from raw values; then how it has moved; then every dispersion index (of an indicator's raw values, or
 * as 得分离散 of a node's scores, which is no degree of equality), the Lorenz curve, and level against equality by domain. */
import { useMemo } from 'preact/hooks'
import { LevelEqualityScatter } from '../../../charts/LevelEqualityScatter.tsx'
import { lorenzSteps } from '../../../charts/lorenz.ts'
import { LorenzCurve } from '../../../charts/LorenzCurve.tsx'
import { StripDots } from '../../../charts/StripDots.tsx'
import { EmptyState, Section, Term } from '../../../components/index.ts'
import { inBrackets, marks } from '../../../format/marks.ts'
import { useFormat } from '../../../format/useFormat.ts'
import { nameIn } from '../../../i18n/nameIn.ts'
import { locale } from '../../../i18n/locale.ts'
import { meaningWords } from '../../../words/meaning.ts'
import { reasonText, reasonWords } from '../../../i18n/measures.ts'
import { conventionWords, indexWords } from '../../methods/catalogueWords.ts'
import { useWords } from '../../../i18n/useWords.ts'
import { workspaceWords } from '../../../words/workspace.ts'
import { conventionText } from '../../meaning/convention.ts'
import { DegreePart } from '../DegreePart.tsx'
import { EqualityTrend } from '../EqualityTrend.tsx'
import { IndexTable } from '../IndexTable.tsx'
import { indexOf, measureOf, meanOf, nodeOf, profileNodes } from '../model.ts'
import type { TabProps } from '../WorkspaceContext.ts'

export function EqualityTab(props: TabProps) {
  const { evaluation, result, selection, city, source } = props
  const words = useWords(workspaceWords)
  const meaning = useWords(meaningWords)
  const format = useFormat()
  const lang = locale.value
  const measure = measureOf(evaluation.nodes, result, selection.node, lang, words.points)
  const levels = useMemo(
    () =>
      profileNodes(evaluation.nodes).map((node) => ({
        key: node.code,
        label: nameIn(lang, node),
        score: result.cityScores[node.code] ?? null,
        degree: result.equality[node.code]?.degree ?? null,
      })),
    [evaluation, result, lang],
  )
  if (!measure) return null
  return (
    <div class="stack-l">
      <DegreePart evaluation={evaluation} result={result} selection={selection} source={source} />
      {measure.isIndicator && <Spread {...props} />}
      <Section title={words.indexTrend}>
        <EqualityTrend
          evaluation={evaluation}
          node={selection.node}
          name={measure.name}
          source={source}
          demo={city.isDemo}
        />
      </Section>
      <Section title={words.levelAndEquality} lead={words.levelLead}>
        <LevelEqualityScatter
          indicator={words.profileTable}
          unit={words.points}
          period={format.period(result.period)}
          source={source}
          demo={city.isDemo}
          items={levels}
          itemLabel={words.domain}
          scoreLabel={meaning.score}
          degreeLabel={inBrackets(meaning.degree, conventionText(evaluation.equality), lang)}
          selectedKey={selection.node}
          onSelect={selection.setNode}
        />
      </Section>
      {!measure.isIndicator && (
        <Section
          id="score-dispersion"
          title={<Term method="scoreDispersion">{meaning.scoreDispersion}</Term>}
          lead={`${meaning.scoreDispersionNote}${marks(lang).stop.trim()}`}
        >
          <Spread {...props} />
        </Section>
      )}
    </div>
  )
}

/** Dots, every index and the Lorenz curve: of raw values in their unit for an indicator, of scores for a node. */
function Spread({ evaluation, result, selection, city, source, active, onActive }: TabProps) {
  const words = useWords(workspaceWords)
  const meaning = useWords(meaningWords)
  const names = useWords(indexWords)
  const conventions = useWords(conventionWords)
  const reasons = useWords(reasonWords)
  const format = useFormat()
  const lang = locale.value
  const measure = measureOf(evaluation.nodes, result, selection.node, lang, words.points)
  const { index: key, weighted } = selection
  const items = useMemo(
    () =>
      measure
        ? evaluation.areas.map((area, i) => ({
            key: area.code,
            label: nameIn(lang, area),
            value: measure.values[i] ?? null,
            weight: weighted ? (result.populations[i] ?? null) : 1,
          }))
        : [],
    [evaluation, result, selection.node, lang, weighted],
  )
  const steps = useMemo(() => lorenzSteps(items), [items])
  if (!measure) return null
  const bounded = nodeOf(evaluation.nodes, selection.node)?.scale?.kind === 'bounded'
  const indices = result.indices[selection.node]
  const n = indices?.n ?? 0
  const { fewest } = evaluation.equality
  if (n < fewest) return <EmptyState title={meaning.tooFew(n, fewest)} />
  const index = indexOf(indices, key, weighted)
  const { colon, comma } = marks(lang)
  const value = index.value === null ? reasonText(index.reason, reasons) : format.number(index.value, { digits: 3 })
  const spread = measure.isIndicator ? meaning.rawSpread : meaning.scoreSpread
  const meta = {
    indicator: measure.isIndicator ? measure.name : `${measure.name} · ${meaning.scoreDispersion}`,
    unit: measure.unit,
    period: format.period(result.period),
    source,
    demo: city.isDemo,
    headingLevel: 3 as const,
  }
  const shared = { activeKey: active, onActive, onSelect: selection.setArea }
  return (
    <div class="stack-l">
      <StripDots
        {...meta}
        {...shared}
        items={items}
        mean={meanOf(measure.values, weighted ? result.populations : null)}
        title={spread(measure.name, names[key], value)}
        convention={`${names[key]}${colon}${conventions[key]}${comma}${weighted ? meaning['weighting.population'] : meaning.everyAreaAlike}${comma}n = ${n}`}
        better={measure.better}
        selectedKey={selection.area}
      />
      <div>
        <h3>{measure.isIndicator ? meaning.rawIndices : words.indices}</h3>
        {bounded && <p class="small muted">{meaning.boundedIndices}</p>}
        {!selection.canWeigh && <p class="small muted">{words.weightedUnavailable}</p>}
        <IndexTable
          indices={indices}
          caption={words.indicesCaption(measure.name, format.period(result.period))}
          selected={key}
          onSelect={selection.setIndex}
        />
      </div>
      <div>
        <h3>
          <Term method="lorenz">{words.lorenz}</Term>
        </h3>
        <LorenzCurve {...meta} {...shared} steps={steps} gini={indexOf(indices, 'gini', weighted).value} />
      </div>
    </div>
  )
}
