/** The workspace of one evaluation: head with state and next action, selectors that stay, tabs, and the line that a
 * printed page carries on top. Hover is shared by everything on a tab. */
import { useCallback, useState } from 'preact/hooks'
import type { EvaluationSteps } from '../../../worker/contract/releases.ts'
import type { Evaluation, PeriodResult } from '../../../worker/contract/evaluations.ts'
import { api } from '../../api/client.ts'
import { useResource } from '../../api/useResource.ts'
import {
  Badge,
  Button,
  LinkButton,
  PageHeader,
  ResourceView,
  Status,
  Tabs,
  type TabItem,
} from '../../components/index.ts'
import { useFormat } from '../../format/useFormat.ts'
import { dashboardWords } from '../../words/dashboard.ts'
import { reportWords } from '../../words/report.ts'
import { meaningWords } from '../../words/meaning.ts'
import { useWords } from '../../i18n/useWords.ts'
import { workspaceWords } from '../../words/workspace.ts'
import { usePeriodSlot } from '../shell/periodSlot.ts'
import { Flow } from './Flow.tsx'
import { PublishDialog } from './PublishDialog.tsx'
import { releaseWords } from '../../words/release.ts'
import { Selectors, type Shown } from './Selectors.tsx'
import { EqualityTab } from './tabs/EqualityTab.tsx'
import { GapsTab } from './tabs/GapsTab.tsx'
import { HeatTab } from './tabs/HeatTab.tsx'
import { PartsTab } from './tabs/PartsTab.tsx'
import { ProfileTab } from './tabs/ProfileTab.tsx'
import { RankingTab } from './tabs/RankingTab.tsx'
import { RecordTab } from './tabs/RecordTab.tsx'
import { TrendsTab } from './tabs/TrendsTab.tsx'
import { Headline } from '../dashboard/Headline.tsx'
import { rootOf, stateTone } from './model.ts'
import { periodHeadline } from './periodHeadline.ts'
import { useCity } from './useCity.ts'
import { useSelection } from './useSelection.ts'
import './evaluation.css'

type TabKey = 'ranking' | 'equality' | 'profile' | 'heat' | 'parts' | 'trends' | 'gaps' | 'record'

const SELECTORS: Readonly<Record<TabKey, readonly Shown[]>> = {
  ranking: ['node', 'area'],
  equality: ['node', 'index', 'weights', 'area'],
  profile: ['area'],
  heat: ['node'],
  parts: ['node'],
  trends: ['node', 'area'],
  gaps: ['node', 'area'],
  record: [],
}

const TABS = {
  ranking: RankingTab,
  equality: EqualityTab,
  profile: ProfileTab,
  heat: HeatTab,
  parts: PartsTab,
  trends: TrendsTab,
  gaps: GapsTab,
  record: RecordTab,
} as const

interface Props {
  readonly slug: string
  readonly evaluation: Evaluation
  /** Null where they could not be read. */
  readonly steps: EvaluationSteps | null
  readonly onChanged: () => void
}

export function Workspace({ slug, evaluation, steps, onChanged }: Props) {
  const words = useWords(workspaceWords)
  const rooms = useWords(dashboardWords)
  const meaning = useWords(meaningWords)
  const report = useWords(reportWords)
  const own = useWords(releaseWords)
  const format = useFormat()
  const city = useCity(slug)
  const selection = useSelection(evaluation)
  const [active, setActive] = useState<string | null>(null)
  const [publishing, setPublishing] = useState(false)
  const onActive = useCallback((key: string | null) => setActive(key), [])
  const result = useResource<PeriodResult>(
    `/api/v1/cities/${slug}/evaluations/${evaluation.id}/periods/${selection.period}`,
  )
  usePeriodSlot({ value: selection.period, periods: evaluation.periods, onChange: selection.setPeriod })
  const isOut = evaluation.state === 'published' || evaluation.state === 'superseded'
  const source = words.source(city.name, evaluation.title, evaluation.frameworkVersion)
  const tabs: TabItem<TabKey>[] = [
    { key: 'ranking', label: words.tabRanking },
    { key: 'equality', label: words.tabEquality },
    { key: 'profile', label: words.tabProfile },
    { key: 'heat', label: words.tabHeat },
    { key: 'parts', label: words.tabParts },
    { key: 'trends', label: words.tabTrends },
    { key: 'gaps', label: words.tabGaps, ...(result.data ? { count: result.data.gapCount } : {}) },
    { key: 'record', label: words.tabRecord },
  ]
  return (
    <>
      <p class="eval-print">
        {words.printLine(
          city.name,
          format.period(selection.period),
          evaluation.frameworkVersion,
          evaluation.resultDigest,
        )}
      </p>
      <PageHeader
        title={evaluation.title}
        crumbs={[
          { label: city.name, href: `/c/${slug}` },
          { label: rooms.evaluations, href: `/c/${slug}/evaluations` },
          { label: evaluation.title },
        ]}
        state={
          <>
            <Status tone={stateTone(evaluation.state)}>{own.states[evaluation.state]}</Status>
            {city.isDemo && <Badge tone="warn">{rooms.demo}</Badge>}
          </>
        }
        action={
          <>
            <LinkButton
              icon="download"
              href={api.url(`/api/v1/cities/${slug}/evaluations/${evaluation.id}/results.csv`)}
              download={`${slug}-${evaluation.id}.csv`}
            >
              {meaning.download}
            </LinkButton>
            <LinkButton href={`/c/${slug}/evaluations/${evaluation.id}/report?period=${selection.period}`}>
              {report.open}
            </LinkButton>
            {isOut && evaluation.publicationId !== null && (
              <LinkButton href={`/results/${evaluation.publicationId}`}>{words.publicPage}</LinkButton>
            )}
            {steps?.moves.includes('publish') === true && (
              <Button kind="primary" onClick={() => setPublishing(true)}>
                {words.publish}
              </Button>
            )}
          </>
        }
      />
      {steps !== null && <Flow slug={slug} evaluation={evaluation} steps={steps} onMoved={onChanged} />}
      <div class="eval-headline">
        <ResourceView resource={result} skeleton={{ lines: 2 }}>
          {(data) => (
            <Headline
              headline={periodHeadline(evaluation, data)}
              estimatedShare={rootOf(evaluation.nodes)?.estimatedShare}
              comparable={evaluation.scoresOverTime === 'comparable'}
              size="m"
            />
          )}
        </ResourceView>
      </div>
      <Tabs label={words.tabs} items={tabs}>
        {(tab) => {
          const Tab = TABS[tab]
          return (
            <>
              {SELECTORS[tab].length > 0 && (
                <Selectors evaluation={evaluation} selection={selection} shown={SELECTORS[tab]} />
              )}
              <ResourceView resource={result} skeleton={{ shape: 'chart' }}>
                {(data) => (
                  <Tab
                    evaluation={evaluation}
                    result={data}
                    selection={selection}
                    city={city}
                    slug={slug}
                    source={source}
                    active={active}
                    onActive={onActive}
                  />
                )}
              </ResourceView>
            </>
          )
        }}
      </Tabs>
      <PublishDialog
        evaluation={evaluation}
        slug={slug}
        open={publishing}
        onClose={() => setPublishing(false)}
        onPublished={onChanged}
      />
    </>
  )
}
