/** One import: what its check found, writing it, undoing it. */
import { useResource } from '../../api/useResource.ts'
import { Badge, PageHeader, ResourceView } from '../../components/index.ts'
import { ImportRecordView } from '../../features/data/ImportRecordView.tsx'
import { ImportState } from '../../features/data/ImportState.tsx'
import { useCity } from '../../features/evaluation/useCity.ts'
import { dataWords } from '../../words/data.ts'
import { importWords } from '../../words/imports.ts'
import { useWords } from '../../i18n/useWords.ts'
import type { CityRecordParams, PageProps } from '../../router/PageProps.ts'
import '../../features/data/data.css'

export default function ImportDetail({ params }: PageProps<CityRecordParams>) {
  const words = useWords(importWords)
  const data = useWords(dataWords)
  const city = useCity(params.city)
  const record = useResource(`/api/v1/cities/${params.city}/imports/${params.id}`)
  return (
    <>
      <PageHeader
        title={record.data?.fileName ?? words.record}
        crumbs={[
          { label: city.name, href: `/c/${params.city}` },
          { label: data.title, href: `/c/${params.city}/data` },
          { label: data.imports, href: `/c/${params.city}/data?tab=imports` },
          { label: record.data?.fileName ?? words.record },
        ]}
        state={
          <>
            {record.data !== null && <ImportState state={record.data.state} />}
            {city.isDemo && <Badge tone="warn">{data.demo}</Badge>}
          </>
        }
      />
      <ResourceView resource={record} skeleton={{ lines: 8 }}>
        {(loaded) => (
          <ImportRecordView slug={params.city} city={city} record={loaded} onChanged={(next) => record.replace(next)} />
        )}
      </ResourceView>
    </>
  )
}
