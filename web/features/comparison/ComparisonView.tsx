/** Choosing cities and comparing them; the same room for the public and for a city (which starts with its own result). */
import { useEffect } from 'preact/hooks'
import { useResource } from '../../api/useResource.ts'
import { EmptyState, LinkButton, Notice, ProblemNotice, ResourceView, Skeleton } from '../../components/index.ts'
import { locale } from '../../i18n/locale.ts'
import { nameIn } from '../../i18n/nameIn.ts'
import { comparisonWords } from '../../words/comparison.ts'
import { useWords } from '../../i18n/useWords.ts'
import { useQueryList } from '../../router/useQueryList.ts'
import { usePaged } from '../evaluation/usePaged.ts'
import { CityChooser } from './CityChooser.tsx'
import { sameLine } from './lines.ts'
import { Results } from './Results.tsx'
import './comparison.css'

export function ComparisonView({ homeSlug = null }: { readonly homeSlug?: string | null }) {
  const words = useWords(comparisonWords)
  const [chosen, setChosen] = useQueryList('publications')
  const publications = usePaged('/api/v1/publications', { latest: true }, true)
  const regions = useResource('/api/v1/regions')
  const home = publications.items?.find((one) => one.city.slug === homeSlug)
  useEffect(() => {
    // A city starts with its newest result and its region's of the same line; a link that names publications is left as it is.
    if (!publications.items || chosen.length > 0) return
    if (home)
      setChosen(
        [
          home,
          ...publications.items
            .filter(sameLine(home))
            .filter((one) => one.id !== home.id && one.city.regionCode === home.city.regionCode),
        ]
          .slice(0, 6)
          .map((one) => one.id),
      )
  }, [publications.items])
  const comparison = useResource(chosen.length >= 2 ? '/api/v1/comparison' : null, {
    publications: chosen.join(','),
  })
  const names = new Map(
    (comparison.data?.cities ?? []).map(({ publication }) => [publication.id, nameIn(locale.value, publication.city)]),
  )
  if (publications.error) return <ProblemNotice error={publications.error} onRetry={publications.reload} />
  if (publications.items === null) return <Skeleton shape="chart" />
  if (publications.items.length === 0)
    return <EmptyState title={words.nonePublished}>{words.nonePublishedText}</EmptyState>
  return (
    <>
      {homeSlug !== null && !home && <Notice tone="info" title={words.notPublishedYet} />}
      <CityChooser
        publications={publications.items}
        regions={regions.data?.items ?? []}
        chosen={chosen}
        names={names}
        onChange={setChosen}
      />
      {chosen.length < 2 ? (
        <EmptyState title={words.needTwo} action={<LinkButton href="/results">{words.seeResults}</LinkButton>}>
          {words.needTwoText}
        </EmptyState>
      ) : (
        <ResourceView resource={comparison} skeleton={{ shape: 'chart' }}>
          {(data) => <Results comparison={data} homeSlug={homeSlug} />}
        </ResourceView>
      )}
    </>
  )
}
