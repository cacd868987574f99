/** The paper of one published result: the public page, whole. */
import type { Publication } from '../../../worker/contract/public.ts'
import { useResource } from '../../api/useResource.ts'
import { ResourceView } from '../../components/index.ts'
import { ResultView } from '../../features/public/ResultView.tsx'
import { Report } from '../../features/report/Report.tsx'
import { useFormat } from '../../format/useFormat.ts'
import { pick } from '../../i18n/locale.ts'
import { reportWords } from '../../i18n/report.ts'
import { shellWords } from '../../i18n/shell.ts'
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
        left: [pick(city.name, city.nameEn), format.period(period), words.versionOf(publication.frameworkVersion)].join(
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
