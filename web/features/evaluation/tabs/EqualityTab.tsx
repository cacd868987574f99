/** How unequal is it: dots with the chosen index, every index in one table, level against equality by domain, the
 * Lorenz curve, and how equalization has moved. */
import { useMemo } from 'preact/hooks'
import { degreeFinding } from '../../../charts/findings.ts'
import { LevelEqualityScatter } from '../../../charts/LevelEqualityScatter.tsx'
import { lorenzSteps } from '../../../charts/lorenz.ts'
import { LorenzCurve } from '../../../charts/LorenzCurve.tsx'
import { StripDots } from '../../../charts/StripDots.tsx'
import { Section, Term } from '../../../components/index.ts'
import { inBrackets } from '../../../format/paren.ts'
import { conventionText } from '../../meaning/convention.ts'
import { useFormat } from '../../../format/useFormat.ts'
import { locale } from '../../../i18n/locale.ts'
import { conventionWords, indexWords, reasonText, reasonWords } from '../../../i18n/measures.ts'
import { useWords } from '../../../i18n/useWords.ts'
import { workspaceWords } from '../../../i18n/workspace.ts'
import { EqualityTrend } from '../EqualityTrend.tsx'
import { IndexTable } from '../IndexTable.tsx'
import { indexOf, measureOf, meanOf, nameOf, profileNodes } from '../model.ts'
import type { TabProps } from '../WorkspaceContext.ts'

export function EqualityTab({ evaluation, result, selection, city, source, active, onActive }: TabProps) {
  const words = useWords(workspaceWords)
  const names = useWords(indexWords)
  const conventions = useWords(conventionWords)
  const reasons = useWords(reasonWords)
  const format = useFormat()
  const lang = locale.value
  const measure = measureOf(evaluation.nodes, result, selection.node, lang, words.points)
  const { index: key, weighted } = selection
  const indices = result.indices[selection.node]
  const index = indexOf(indices, key, weighted)
  const items = useMemo(
    () =>
      measure
        ? evaluation.areas.map((area, i) => ({
            key: area.code,
            label: nameOf(area, lang),
            value: measure.values[i] ?? null,
            weight: weighted ? (result.populations[i] ?? null) : 1,
          }))
        : [],
    [evaluation, result, selection.node, lang, weighted],
  )
  const steps = useMemo(() => lorenzSteps(items), [items])
  const levels = useMemo(
    () =>
      profileNodes(evaluation.nodes).map((node) => ({
        key: node.code,
        label: nameOf(node, lang),
        score: result.cityScores[node.code] ?? null,
        degree: result.equality[node.code]?.degree ?? null,
      })),
    [evaluation, result, lang],
  )
  if (!measure) return null
  const at = evaluation.periods.indexOf(result.period)
  const series = evaluation.series[selection.node]
  const line = result.equality[selection.node]
  const earlier = at > 0 ? evaluation.periods[at - 1] : undefined
  const before =
    earlier !== undefined && evaluation.series[selection.node] !== undefined
      ? { period: format.period(earlier), degree: series?.degree[at - 1] ?? null }
      : undefined
  const title = degreeFinding({
    lang,
    index: names[key],
    value: index.value,
    degree: line?.degree ?? null,
    convention: conventionText(evaluation.equality),
    reason: reasonText(line?.reason ?? index.reason, reasons),
    before,
  })
  const convention = `${names[key]}${index.value === null ? '' : ` ${format.number(index.value, { digits: 3 })}`}${lang === 'en' ? ': ' : '：'}${conventions[key]}${lang === 'en' ? ', ' : '，'}${weighted ? conventions.weighted : conventions.unweighted}`
  const meta = {
    indicator: measure.name,
    unit: measure.unit,
    period: format.period(result.period),
    source,
    demo: city.isDemo,
  }
  const shared = { activeKey: active, onActive, onSelect: selection.setArea }
  return (
    <div class="stack-l">
      <StripDots
        {...meta}
        {...shared}
        headingLevel={2}
        items={items}
        mean={meanOf(measure.values, weighted ? result.populations : null)}
        title={title}
        convention={convention}
        better={measure.better}
        selectedKey={selection.area}
      />
      <Section
        title={<Term method="degree">{words.indices}</Term>}
        lead={selection.canWeigh ? undefined : words.weightedUnavailable}
      >
        <IndexTable
          indices={indices}
          caption={words.indicesCaption(measure.name, format.period(result.period))}
          selected={key}
          onSelect={selection.setIndex}
        />
      </Section>
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
          {...meta}
          indicator={words.profileTable}
          unit={words.points}
          items={levels}
          itemLabel={words.domain}
          scoreLabel={words.score}
          degreeLabel={inBrackets(names.degree, conventionText(evaluation.equality), lang)}
          selectedKey={selection.node}
          onSelect={selection.setNode}
        />
      </Section>
      <Section title={<Term method="lorenz">{words.lorenz}</Term>}>
        <LorenzCurve {...meta} {...shared} steps={steps} gini={indexOf(indices, 'gini', weighted).value} />
      </Section>
    </div>
  )
}
