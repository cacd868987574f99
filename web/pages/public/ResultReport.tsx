/** The paper of one published result: the public page, whole. */
import type { Publication } from '../../../worker/contract/public.ts'
import { useResource } from '../../api/useResource.ts'
import { ResourceView } from '../../components/index.ts'
import { ResultView } from '../../features/public/ResultView.tsx'
import { Report } from '../../features/report/Report.tsx'
import { useFormat } from '../../format/useFormat.ts'
import { locale } from '../../i18n/locale.ts'
import { nameIn } from '../../i18n/nameIn.ts'
import { reportWords } from '../../words/report.ts'
import { shellWords } from '../../words/shell.ts'
import { useWords } from '../../i18n/useWords.ts'
import type { PageProps } from '../../router/PageProps.ts'
import { useQueryState } from '../../router/useQueryState.ts'

export default function ResultReport({ params }: PageProps<{ id: string }>) {
  const resource = useResource<Publication>(`/api/v1/publications/${encodeURIComponent(params.id)}`)
  return (
    <ResourceView resource={resource} skeleton={{ shape: 'chart' }}>
      {(publication) => <Sheet publication={publication} />}
    </ResourceView>
  )
}

function Sheet({ publication }: { readonly publication: Publication }) {
  const words = useWords(reportWords)
  const shell = useWords(shellWords)
  const format = useFormat()
  const [period] = useQueryState('period', publication.lastPeriod)
  const { city } = publication
  return (
    <Report
      back={`/results/${publication.id}${location.search}`}
      head={{
        left: [nameIn(locale.value, city), format.period(period), words.versionOf(publication.frameworkVersion)].join(
          ' · ',
        ),
        right: publication.digest,
        foot: city.isDemo ? shell.demo : '',
      }}
    >
      <ResultView publication={publication} />
    </Report>
  )
}
