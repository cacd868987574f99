/** The list of a city's evaluations: new, open, delete a draft. */
import { useLocation } from 'preact-iso'
import { Badge, Button, EmptyState, LinkButton, PageHeader, ProblemNotice, Skeleton } from '../../components/index.ts'
import { EvaluationList } from '../../features/evaluation/EvaluationList.tsx'
import { useCity } from '../../features/evaluation/useCity.ts'
import { usePaged } from '../../features/evaluation/usePaged.ts'
import { dashboardWords } from '../../words/dashboard.ts'
import { evaluationsWords } from '../../words/evaluations.ts'
import { useWords } from '../../i18n/useWords.ts'
import type { CityParams, PageProps } from '../../router/PageProps.ts'
import '../../features/evaluation/evaluation.css'

export default function Evaluations({ params }: PageProps<CityParams>) {
  const words = useWords(evaluationsWords)
  const rooms = useWords(dashboardWords)
  const city = useCity(params.city)
  const { route } = useLocation()
  const list = usePaged(`/api/v1/cities/${params.city}/evaluations`)
  const canWrite = city.can('evaluation:write')
  const create = canWrite ? (
    <LinkButton kind="primary" icon="plus" href={`/c/${params.city}/evaluations/new`}>
      {words.create}
    </LinkButton>
  ) : undefined
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        crumbs={[{ label: city.name, href: `/c/${params.city}` }, { label: words.title }]}
        state={city.isDemo ? <Badge tone="warn">{rooms.demo}</Badge> : undefined}
        action={list.items?.length === 0 ? undefined : create}
      />
      {list.error && <ProblemNotice error={list.error} onRetry={list.reload} />}
      {list.items === null && list.loading && <Skeleton shape="table" />}
      {list.items?.length === 0 && (
        <EmptyState title={words.emptyTitle} action={create}>
          {canWrite ? words.emptyText : words.emptyReader}
        </EmptyState>
      )}
      {list.items !== null && list.items.length > 0 && (
        <EvaluationList
          slug={params.city}
          items={list.items}
          canWrite={canWrite}
          onOpen={(id) => route(`/c/${params.city}/evaluations/${id}`)}
          onRemoved={(id) => list.drop((item) => item.id !== id)}
        />
      )}
      {list.hasMore && (
        <Button busy={list.loading} onClick={list.more}>
          {words.more}
        </Button>
      )}
    </>
  )
}
