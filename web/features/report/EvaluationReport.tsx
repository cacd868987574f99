/** A city's evaluation as one report: every tab of the workspace laid out in reading order for one period, so that the paper can say
 * nothing that the screen does not. */
import type { Evaluation, PeriodResult } from '../../../worker/contract/evaluations.ts'
import { useResource } from '../../api/useResource.ts'
import { Badge, PageHeader, ResourceView, Status } from '../../components/index.ts'
import { useFormat } from '../../format/useFormat.ts'
import { dashboardWords } from '../../words/dashboard.ts'
import { releaseWords } from '../../words/release.ts'
import { reportWords } from '../../words/report.ts'
import { shellWords } from '../../words/shell.ts'
import { useWords } from '../../i18n/useWords.ts'
import { workspaceWords } from '../../words/workspace.ts'
import { Headline } from '../dashboard/Headline.tsx'
import { EqualityTab } from '../evaluation/tabs/EqualityTab.tsx'
import { GapsTab } from '../evaluation/tabs/GapsTab.tsx'
import { HeatTab } from '../evaluation/tabs/HeatTab.tsx'
import { PartsTab } from '../evaluation/tabs/PartsTab.tsx'
import { ProfileTab } from '../evaluation/tabs/ProfileTab.tsx'
import { RankingTab } from '../evaluation/tabs/RankingTab.tsx'
import { RecordTab } from '../evaluation/tabs/RecordTab.tsx'
import { rootOf, stateTone } from '../evaluation/model.ts'
import { periodHeadline } from '../evaluation/periodHeadline.ts'
import { useCity } from '../evaluation/useCity.ts'
import { useSelection } from '../evaluation/useSelection.ts'
import type { TabProps } from '../evaluation/WorkspaceContext.ts'
import { Report, ReportPart } from './Report.tsx'
import '../evaluation/evaluation.css'

const PARTS = [
  { key: 'ranking', Tab: RankingTab },
  { key: 'equality', Tab: EqualityTab },
  { key: 'gaps', Tab: GapsTab },
  { key: 'domains', Tab: ProfileTab },
  { key: 'parts', Tab: PartsTab },
  { key: 'values', Tab: HeatTab },
  { key: 'method', Tab: RecordTab },
] as const

const nothing = (): void => undefined

export function EvaluationReport({ slug, evaluation }: { readonly slug: string; readonly evaluation: Evaluation }) {
  const words = useWords(reportWords)
  const work = useWords(workspaceWords)
  const rooms = useWords(dashboardWords)
  const shell = useWords(shellWords)
  const format = useFormat()
  const city = useCity(slug)
  const selection = useSelection(evaluation)
  const base = `/c/${slug}/evaluations/${evaluation.id}`
  const result = useResource<PeriodResult>(
    `/api/v1/cities/${slug}/evaluations/${evaluation.id}/periods/${selection.period}`,
  )
  const shared: Omit<TabProps, 'result'> = {
    evaluation,
    selection,
    city,
    slug,
    source: work.source(city.name, evaluation.title, evaluation.frameworkVersion),
    active: null,
    onActive: nothing,
  }
  const own = useWords(releaseWords)
  const published = evaluation.state === 'published'
  return (
    <Report
      back={`${base}?period=${encodeURIComponent(selection.period)}`}
      head={{
        left: [city.name, format.period(selection.period), words.versionOf(evaluation.frameworkVersion)].join(' · '),
        right: evaluation.resultDigest,
        foot: [city.isDemo ? shell.demo : '', published ? '' : own.states[evaluation.state]]
          .filter((text) => text !== '')
          .join(' · '),
      }}
    >
      <PageHeader
        title={evaluation.title}
        state={
          <>
            <Status tone={stateTone(evaluation.state)}>{own.states[evaluation.state]}</Status>
            {city.isDemo && <Badge tone="warn">{rooms.demo}</Badge>}
          </>
        }
        lead={`${city.name} · ${format.period(selection.period)} · ${work.frameworkVersion(evaluation.frameworkName, evaluation.frameworkVersion)}`}
      />
      <ResourceView resource={result} skeleton={{ shape: 'chart' }}>
        {(data) => (
          <>
            <ReportPart number={1} title={words.headline}>
              <Headline
                headline={periodHeadline(evaluation, data)}
                estimatedShare={rootOf(evaluation.nodes)?.estimatedShare}
                comparable={evaluation.scoresOverTime === 'comparable'}
              />
            </ReportPart>
            {PARTS.map(({ key, Tab }, i) => (
              <ReportPart key={key} number={i + 2} title={words[key]}>
                <Tab {...shared} result={data} />
              </ReportPart>
            ))}
          </>
        )}
      </ResourceView>
    </Report>
  )
}
