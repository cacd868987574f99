/** A city's overview, in the order in which people act: what is due, where it hurts, how good and how equal, how it has moved. These fit the
 * first screen of an office machine; domains and completeness follow. */
import { useMemo } from 'preact/hooks'
import type { Overview } from '../../../worker/contract/overview.ts'
import { useResource } from '../../api/useResource.ts'
import { DomainRadar } from '../../charts/DomainRadar.tsx'
import { TrendLines } from '../../charts/TrendLines.tsx'
import { Badge, LinkButton, PageHeader, ResourceView, Section } from '../../components/index.ts'
import { Completeness } from '../../features/dashboard/Completeness.tsx'
import { Due } from '../../features/dashboard/Due.tsx'
import { FirstSteps } from '../../features/dashboard/FirstSteps.tsx'
import { Headline } from '../../features/dashboard/Headline.tsx'
import { WorstGaps } from '../../features/dashboard/WorstGaps.tsx'
import { useFormat } from '../../format/useFormat.ts'
import { locale } from '../../i18n/locale.ts'
import { nameIn } from '../../i18n/nameIn.ts'
import { dashboardWords } from '../../words/dashboard.ts'
import { conventionText } from '../../features/meaning/convention.ts'
import { useWords } from '../../i18n/useWords.ts'
import { meaningWords } from '../../words/meaning.ts'
import { workspaceWords } from '../../words/workspace.ts'
import type { CityParams, PageProps } from '../../router/PageProps.ts'
import '../../features/dashboard/dashboard.css'

/** As many short boards as leave room for the figures and trends at 1366 × 768; the link beside them leads to all. */
const BOARDS = 4
const TREND_PX = 104

export default function Dashboard({ params }: PageProps<CityParams>) {
  const overview = useResource(`/api/v1/cities/${params.city}/overview`)
  return (
    <ResourceView resource={overview} skeleton={{ lines: 8 }}>
      {(data) => <Ready slug={params.city} overview={data} />}
    </ResourceView>
  )
}

function Ready({ slug, overview }: { readonly slug: string; readonly overview: Overview }) {
  const words = useWords(dashboardWords)
  const { latest, city } = overview
  const base = latest ? `/c/${slug}/evaluations/${latest.evaluation.id}` : ''
  return (
    <>
      <PageHeader
        title={nameIn(locale.value, city)}
        state={city.isDemo ? <Badge tone="warn">{words.demo}</Badge> : undefined}
        lead={latest ? words.lead(latest.evaluation.title) : undefined}
        action={latest ? <LinkButton href={base}>{words.open}</LinkButton> : undefined}
      />
      {latest ? (
        <Answers slug={slug} overview={overview} latest={latest} base={base} />
      ) : (
        <FirstSteps slug={slug} counts={overview.counts} />
      )}
    </>
  )
}

interface AnswersProps {
  readonly slug: string
  readonly overview: Overview
  readonly latest: NonNullable<Overview['latest']>
  readonly base: string
}

function Answers({ slug, overview, latest, base }: AnswersProps) {
  const words = useWords(dashboardWords)
  const work = useWords(workspaceWords)
  const meaning = useWords(meaningWords)
  const format = useFormat()
  const { evaluation, series, domains, worstGaps, estimatedShare, scoresOverTime } = latest
  const comparable = scoresOverTime === 'comparable'
  const { headline } = evaluation
  const { city } = overview
  const cityName = nameIn(locale.value, city)
  const meta = { source: work.source(cityName, evaluation.title, evaluation.frameworkVersion), demo: city.isDemo }
  const axes = useMemo(
    () => domains.map((domain) => ({ key: domain.code, label: nameIn(locale.value, domain) })),
    [domains, words],
  )
  const outlines = useMemo(
    () => [
      { key: 'now', label: format.period(headline.period), values: domains.map((domain) => domain.score) },
      ...(headline.previousPeriod === null
        ? []
        : [
            {
              key: 'before',
              label: format.period(headline.previousPeriod),
              values: domains.map((domain) => domain.previousScore),
            },
          ]),
    ],
    [domains, headline, words],
  )
  const scores = useMemo(
    () => [{ key: 'score', label: words.score, values: series.score, strong: true }],
    [series, words],
  )
  const degrees = useMemo(
    () => [{ key: 'degree', label: meaning.degree, values: series.degree, strong: true }],
    [series, meaning],
  )
  return (
    <div class="dash">
      <Section title={words.whatDue}>
        <Due due={overview.due} />
      </Section>
      <div class="dash-row">
        <Section
          title={words.whereHurts}
          action={
            worstGaps.length > 0 ? (
              <a href={`${base}?tab=gaps&period=${headline.period}`}>{words.allGaps}</a>
            ) : undefined
          }
        >
          <WorstGaps boards={worstGaps.slice(0, BOARDS)} base={base} period={headline.period} />
        </Section>
        <Section
          title={`${words.howGood} · ${words.howEqual}`}
          lead={evaluation.state === 'draft' ? words.draftBasis : undefined}
        >
          <Headline headline={headline} estimatedShare={estimatedShare} comparable={comparable} />
        </Section>
      </div>
      {evaluation.periods.length > 1 && (
        <div class="dash-trends">
          {comparable && (
            <TrendLines
              {...meta}
              indicator={words.trendScore}
              unit={words.points}
              periods={evaluation.periods}
              series={scores}
              digits={1}
              height={TREND_PX}
            />
          )}
          <TrendLines
            {...meta}
            indicator={words.trendDegree(conventionText(headline.equality))}
            periods={evaluation.periods}
            series={degrees}
            digits={1}
            height={TREND_PX}
          />
        </div>
      )}
      <div class="dash-row">
        <Section title={words.profile}>
          <DomainRadar
            {...meta}
            indicator={work.profileTable}
            unit={words.points}
            period={format.period(headline.period)}
            axes={axes}
            outlines={outlines}
          />
        </Section>
        {overview.completeness && (
          <Section title={words.completeness(format.period(overview.completeness.period))}>
            <Completeness slug={slug} completeness={overview.completeness} />
          </Section>
        )}
      </div>
    </div>
  )
}
