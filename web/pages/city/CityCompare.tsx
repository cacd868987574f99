/** The city beside others: the public comparison, starting with the city's own latest result. */
import { PageHeader } from '../../components/index.ts'
import { ComparisonView } from '../../features/comparison/ComparisonView.tsx'
import { useCity } from '../../features/evaluation/useCity.ts'
import { comparisonWords } from '../../words/comparison.ts'
import { useWords } from '../../i18n/useWords.ts'
import type { CityParams, PageProps } from '../../router/PageProps.ts'

export default function CityCompare({ params }: PageProps<CityParams>) {
  const words = useWords(comparisonWords)
  const city = useCity(params.city)
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        crumbs={[{ label: city.name, href: `/c/${params.city}` }, { label: words.title }]}
      />
      <ComparisonView homeSlug={params.city} />
    </>
  )
}
