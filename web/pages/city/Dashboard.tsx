/** A city's overview: how good, how equal, where it hurts, what is due, with the domain profile beside them. */
import { useMemo } from 'preact/hooks'
import type { Overview } from '../../../worker/routes/overview/schema.ts'
import { useResource } from '../../api/useResource.ts'
import { DomainRadar } from '../../charts/DomainRadar.tsx'
import { TrendLines } from '../../charts/TrendLines.tsx'
import { Badge, LinkButton, PageHeader, ResourceView, Section } from '../../components/index.ts'
import { Due } from '../../features/dashboard/Due.tsx'
import { FirstSteps } from '../../features/dashboard/FirstSteps.tsx'
import { Headline } from '../../features/dashboard/Headline.tsx'
import { ShortBoards } from '../../features/dashboard/ShortBoards.tsx'
import { useFormat } from '../../format/useFormat.ts'
import { dashboardWords } from '../../i18n/dashboard.ts'
import { pick } from '../../i18n/locale.ts'
import { conventionText } from '../../features/meaning/convention.ts'
import { indexWords } from '../../i18n/measures.ts'
import { useWords } from '../../i18n/useWords.ts'
import { workspaceWords } from '../../i18n/workspace.ts'
import type { CityParams, PageProps } from '../../router/PageProps.ts'
import '../../features/dashboard/dashboard.css'

export default function Dashboard({ params }: PageProps<CityParams>) {
  const overview = useResource<Overview>(`/api/v1/cities/${params.city}/overview`)
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
        title={pick(city.name, city.nameEn)}
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
  const names = useWords(indexWords)
  const format = useFormat()
  const { evaluation, series, domains, shortBoards } = latest
  const { headline } = evaluation
  const { city } = overview
  const cityName = pick(city.name, city.nameEn)
  const meta = { source: work.source(cityName, evaluation.title, evaluation.frameworkVersion), demo: city.isDemo }
  const axes = useMemo(
    () => domains.map((domain) => ({ key: domain.code, label: pick(domain.name, domain.nameEn) })),
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
    () => [{ key: 'degree', label: names.degree, values: series.degree, strong: true }],
    [series, names],
  )
  return (
    <div class="dash">
      <div>
        <Section
          title={`${words.howGood} · ${words.howEqual}`}
          lead={evaluation.state === 'draft' ? words.draftBasis : undefined}
        >
          <Headline headline={headline} />
          {evaluation.periods.length > 1 && (
            <div class="dash-trends">
              <TrendLines
                {...meta}
                indicator={words.trendScore}
                unit={words.points}
                periods={evaluation.periods}
                series={scores}
                digits={1}
                height={200}
              />
              <TrendLines
                {...meta}
                indicator={words.trendDegree(words.score, conventionText(headline.equality))}
                periods={evaluation.periods}
                series={degrees}
                digits={1}
                height={200}
              />
            </div>
          )}
        </Section>
        <Section
          title={words.whereHurts}
          action={
            shortBoards.length > 0 ? (
              <a href={`${base}?tab=gaps&period=${headline.period}`}>{words.allGaps}</a>
            ) : undefined
          }
        >
          <ShortBoards boards={shortBoards} base={base} period={headline.period} />
        </Section>
      </div>
      <div>
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
        <Section title={words.whatDue}>
          <Due slug={slug} due={overview.due} completeness={overview.completeness} />
        </Section>
      </div>
    </div>
  )
}
