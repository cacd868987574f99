/** One published result: how good, how equal, over time, by domain, all indices, how it was computed, open data.
 * Period and item are in the URL; the charts and the area table share hover and selection. */
import { useState } from 'preact/hooks'
import type { Publication, PublishedNodes, PublishedPeriod } from '../../../worker/contract/publication.ts'
import type { PublicationSummary } from '../../../worker/contract/public.ts'
import { api } from '../../api/client.ts'
import { useResource } from '../../api/useResource.ts'
import {
  Badge,
  type Crumb,
  LinkButton,
  Notice,
  PageHeader,
  ResourceView,
  Section,
  Select,
  StatBlock,
  Term,
} from '../../components/index.ts'
import { conventionText } from '../meaning/convention.ts'
import { locale } from '../../i18n/locale.ts'
import { nameIn } from '../../i18n/nameIn.ts'
import { meaningWords } from '../../words/meaning.ts'
import { ResultCharts } from './ResultCharts.tsx'
import { DomainTable, IndicatorTable } from './ResultTables.tsx'
import { resultModel, type ResultModel } from './resultModel.ts'
import { Withheld } from './Withheld.tsx'
import { Changes, Standing } from './Corrections.tsx'
import { disclosureWords } from '../../words/disclosure.ts'
import { ResultMethod } from './ResultMethod.tsx'
import { usePeriodSlot } from '../shell/periodSlot.ts'
import { useFormat } from '../../format/useFormat.ts'
import { reportWords } from '../../words/report.ts'
import { resultWords } from '../../words/results.ts'
import { shellWords } from '../../words/shell.ts'
import { useWords } from '../../i18n/useWords.ts'
import { verifyWords } from '../../words/verify.ts'
import { warningWords } from '../../words/warnings.ts'
import { warningText } from './warningText.ts'
import { useQueryState } from '../../router/useQueryState.ts'

/** The head shows at once; nodes and the chosen period follow. */
export function ResultView({ publication }: { readonly publication: Publication }) {
  const [asked, setPeriod] = useQueryState('period', publication.latest?.period ?? publication.lastPeriod)
  const at = publication.periods.includes(asked) ? asked : (publication.latest?.period ?? publication.lastPeriod)
  const base =
    publication.evaluation === null ? null : (`/api/v1/publications/${encodeURIComponent(publication.id)}` as const)
  const nodes = useResource<PublishedNodes>(base === null ? null : `${base}/nodes`)
  const period = useResource<PublishedPeriod>(base === null ? null : `${base}/periods/${encodeURIComponent(at)}`)
  const newest = useResource<{ readonly items: readonly PublicationSummary[] }>('/api/v1/publications', {
    city: publication.city.slug,
  })
  const self = useResource<{ readonly items: readonly PublicationSummary[] }>('/api/v1/publications', {
    digest: publication.digest,
  })
  const standing = self.data?.items.find((item) => item.id === publication.id) ?? null
  const model = resultModel(publication, nodes.data, period.data?.period === at ? period.data : null, at)
  const isLatest = newest.data === null ? null : newest.data.items.some((item) => item.id === publication.id)
  usePeriodSlot({ value: at, periods: publication.periods, onChange: setPeriod })
  if (model === null)
    return publication.evaluation === null ? (
      <>
        <PageHeader title={publication.title} />
        <Withheld publication={publication} />
      </>
    ) : (
      <ResourceView resource={period} skeleton={{ shape: 'chart' }}>
        {() => null}
      </ResourceView>
    )
  return <ResultSheet model={model} isLatest={isLatest} standing={standing} />
}

function ResultSheet({
  model,
  isLatest,
  standing,
}: {
  readonly model: ResultModel
  readonly isLatest: boolean | null
  readonly standing: PublicationSummary | null
}) {
  const own = useWords(disclosureWords)
  const paper = useWords(reportWords)
  const meaning = useWords(meaningWords)
  const words = useWords(resultWords)
  const shell = useWords(shellWords)
  const verify = useWords(verifyWords)
  const warnings = useWords(warningWords)
  const format = useFormat()
  const { head: publication, names, at, shown, nodes } = model
  const { evaluation } = publication
  const report = `/results/${publication.id}/report${location.search}`
  const root = nodes.find((node) => node.parent === null)?.code ?? ''
  const [node, setNode] = useQueryState('node', root)
  const [active, setActive] = useState<string | null>(null)
  const item = nodes.find((candidate) => candidate.code === node) ?? nodes[0]
  if (evaluation === null || item === undefined) return null
  const city = nameIn(locale.value, publication.city)
  const series = model.series[item.code]
  const degree = shown.degrees[item.code]?.degree ?? shown.indicators[item.code]?.degree ?? null
  const realized = shown.realization[item.code]
  const changeOf = (
    values: readonly (number | null)[] | undefined,
  ): { readonly text: string; readonly tone: 'good' | 'bad' | 'neutral' } | null => {
    if (at === 0) return null
    // Its line is kept while the series is on its way: the page must not move when it comes.
    if (Object.keys(model.series).length === 0) return { text: '\u00a0', tone: 'neutral' }
    const now = values?.[at] ?? null
    const before = values?.[at - 1] ?? null
    if (now === null || before === null) return null
    return {
      text: words.change(format.signed(now - before, { digits: 1 }), format.period(names[at - 1])),
      tone: now - before >= 0.05 ? 'good' : now - before <= -0.05 ? 'bad' : 'neutral',
    }
  }
  const extremes = extremesOf(publication.areas, shown.scores[item.code] ?? [])
  // Scores scaled by each period's own extremes say nothing of change.
  const scoreChange = evaluation.scoresOverTime === 'comparable' ? changeOf(series?.score) : null
  const degreeChange = changeOf(series?.degree)
  const crumbs: Crumb[] = [{ label: shell.home, href: '/' }, { label: words.title, href: '/results' }, { label: city }]
  return (
    <>
      <PageHeader
        crumbs={crumbs}
        title={publication.title.includes(publication.city.name) ? publication.title : `${city} ${publication.title}`}
        state={
          <>
            {publication.city.isDemo && <Badge tone="warn">{words.demo}</Badge>}
            {isLatest === true && <Badge tone="good">{words.latest}</Badge>}
            {isLatest === false && <Badge tone="warn">{words.superseded}</Badge>}
          </>
        }
        lead={
          <p class="facts-line">
            <span>{format.period(shown.period)}</span>
            <span>{words.n(evaluation.areaCount)}</span>
            <span>{words.nIndicators(evaluation.indicatorCount)}</span>
            <span>{evaluation.missingCount === 0 ? words.nonMissing : words.missing(evaluation.missingCount)}</span>
            <span>{words.publishedOn(city, format.date(publication.publishedAt))}</span>
          </p>
        }
        action={
          <>
            <LinkButton href={report}>{paper.open}</LinkButton>
            <LinkButton icon="check" href={`/verify?of=${publication.id}`}>
              {verify.short}
            </LinkButton>
            <LinkButton icon="compare" href={`/compare?publications=${publication.id}`}>
              {words.compareThis}
            </LinkButton>
          </>
        }
      />
      <Standing publication={publication} standing={standing} />
      <p class="print-only">
        {city} · {format.period(shown.period)} · {publication.frameworkName}{' '}
        {words.version(publication.frameworkVersion)} · {publication.digest} ·{' '}
        {item.parent === null ? words.overall : nameIn(locale.value, item)}
      </p>
      <div class="filters">
        <Select
          id="node"
          label={words.item}
          value={item.code}
          onChange={(code) => setNode(code)}
          options={nodes.map((candidate) => ({
            value: candidate.code,
            label: `${indent(candidate.kind)}${candidate.parent === null ? words.overall : nameIn(locale.value, candidate)}`,
          }))}
        />
      </div>
      <StatBlock
        size="l"
        stats={[
          {
            key: 'score',
            label: <Term method="score">{item.parent === null ? words.score : words.nodeScore}</Term>,
            value: format.number(shown.cityScores[item.code], { digits: 1 }),
            unit: '/ 100',
            ...((shown.cityScores[item.code] ?? null) === null ? { note: own.notPublic } : {}),
            ...(scoreChange === null ? {} : { change: scoreChange.text, changeTone: scoreChange.tone }),
          },
          {
            key: 'realization',
            label: <Term method="realization">{meaning.realization}</Term>,
            value: format.number(realized?.city, { digits: 1 }),
            unit: '%',
            note:
              (realized?.city ?? null) === null
                ? publication.disclosure.withheld.includes(item.code)
                  ? own.notPublic
                  : meaning.realizationNone
                : meaning.realizationCoverage(format.percent(realized?.coverage ?? 0, 0)),
          },
          {
            key: 'degree',
            label: <Term method="degree">{words.degree}</Term>,
            value: format.number(degree, { digits: 1 }),
            unit: '/ 100',
            note: publication.equality === null ? '' : conventionText(publication.equality, evaluation.areaCount),
            ...(degreeChange === null ? {} : { change: degreeChange.text, changeTone: degreeChange.tone }),
          },
          ...(extremes === null
            ? []
            : (['highest', 'lowest'] as const).map((key) => ({
                key,
                text: true,
                label: words[`${key}Area`],
                value: nameIn(locale.value, extremes[key].area),
                note: format.number(extremes[key].score, { digits: 1 }),
              }))),
        ]}
      />
      <Withheld publication={publication} />
      <ResultCharts model={model} item={item} active={active} onActive={setActive} />
      <DomainTable model={model} onNode={setNode} />
      <IndicatorTable model={model} />
      <Changes publication={publication} />
      <ResultMethod publication={publication} />
      {evaluation.warnings.length > 0 && (
        <Section title={words.warnings}>
          <ul>
            {evaluation.warnings.map((warning) => (
              <li key={`${warning.code} ${warning.path ?? ''}`}>
                {warningText(warning, warnings, locale.value, format.period)}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section
        title={words.openData}
        lead={
          { withheld: words.openWithheld, partly: words.openPartly, published: words.openAll }[
            publication.disclosure.raw
          ]
        }
      >
        <p class="row">
          <LinkButton
            icon="download"
            href={api.url(`/api/v1/publications/${publication.id}`)}
            download={`${publication.id}.json`}
          >
            {words.json}
          </LinkButton>
          <LinkButton icon="download" href={api.url(`/api/v1/publications/${publication.id}/results.csv`)}>
            {own.csv}
          </LinkButton>
          <LinkButton icon="download" href={api.url(`/api/v1/publications/${publication.id}/results.sdmx.csv`)}>
            {own.sdmx}
          </LinkButton>
          {publication.disclosure.raw === 'published' && (
            <LinkButton icon="download" href={api.url(`/api/v1/publications/${publication.id}/inputs`)}>
              {own.inputs}
            </LinkButton>
          )}
          <LinkButton
            icon="download"
            href={api.url(`/api/v1/publications/${publication.id}/bundle`)}
            download={`${publication.id}.bundle.json`}
          >
            {verify.download}
          </LinkButton>
          <LinkButton href={report}>{paper.open}</LinkButton>
        </p>
        <p class="muted">{own.licence(publication.licence)}</p>
      </Section>
      {publication.city.isDemo && (
        <div class="no-paper no-print">
          <Notice tone="warn">{shell.demoLong}</Notice>
        </div>
      )}
    </>
  )
}

/** Native selects cannot nest deeper than one group: depth is shown by ideographic spaces. */
function indent(kind: string): string {
  return { root: '', dimension: '　', domain: '　', category: '　　', indicator: '　　　' }[kind] ?? ''
}

interface Extreme {
  readonly area: { readonly name: string; readonly nameEn: string }
  readonly score: number
}

function extremesOf(
  areas: readonly Extreme['area'][],
  scores: readonly (number | null)[],
): { readonly highest: Extreme; readonly lowest: Extreme } | null {
  const known = areas.flatMap((area, index) => {
    const score = scores[index] ?? null
    return score === null ? [] : [{ area, score }]
  })
  const [first, ...rest] = known
  if (first === undefined || rest.length === 0) return null
  return rest.reduce(
    (found, one) => ({
      highest: one.score > found.highest.score ? one : found.highest,
      lowest: one.score < found.lowest.score ? one : found.lowest,
    }),
    { highest: first, lowest: first },
  )
}
