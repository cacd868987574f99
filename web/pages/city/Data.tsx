/** A city's data: values, completeness, areas, imports. The tab and every filter stand in the address. */
import { Badge, LinkButton, PageHeader, Tabs } from '../../components/index.ts'
import { AreasTab } from '../../features/data/AreasTab.tsx'
import { CompletenessTab } from '../../features/data/CompletenessTab.tsx'
import { ImportsTab } from '../../features/data/ImportsTab.tsx'
import { ValuesTab } from '../../features/data/ValuesTab.tsx'
import { useCity } from '../../features/evaluation/useCity.ts'
import { dataWords } from '../../words/data.ts'
import { useWords } from '../../i18n/useWords.ts'
import type { CityParams, PageProps } from '../../router/PageProps.ts'
import '../../features/data/data.css'

export default function Data({ params }: PageProps<CityParams>) {
  const words = useWords(dataWords)
  const city = useCity(params.city)
  const props = { slug: params.city, city }
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        crumbs={[{ label: city.name, href: `/c/${params.city}` }, { label: words.title }]}
        state={city.isDemo ? <Badge tone="warn">{words.demo}</Badge> : undefined}
        action={
          city.can('data:write') ? (
            <LinkButton kind="primary" icon="upload" href={`/c/${params.city}/data/import`}>
              {words.import}
            </LinkButton>
          ) : undefined
        }
      />
      <Tabs
        label={words.parts}
        items={[
          { key: 'values', label: words.values },
          { key: 'completeness', label: words.completeness },
          { key: 'areas', label: words.areas },
          { key: 'imports', label: words.imports },
        ]}
      >
        {(tab) => {
          if (tab === 'completeness') return <CompletenessTab {...props} />
          if (tab === 'areas') return <AreasTab {...props} />
          if (tab === 'imports') return <ImportsTab {...props} />
          return <ValuesTab {...props} />
        }}
      </Tabs>
    </>
  )
}
