/** Import, first step: choose and upload a file. What the check finds has an address of its own. */
import { useLocation } from 'preact-iso'
import { session } from '../../api/session.ts'
import { Badge, Notice, PageHeader, Skeleton } from '../../components/index.ts'
import { ChooseFile } from '../../features/data/ChooseFile.tsx'
import { ImportSteps } from '../../features/data/ImportSteps.tsx'
import { useCity } from '../../features/evaluation/useCity.ts'
import { dataWords } from '../../words/data.ts'
import { importWords } from '../../words/imports.ts'
import { useWords } from '../../i18n/useWords.ts'
import type { CityParams, PageProps } from '../../router/PageProps.ts'
import '../../features/data/data.css'

export default function Import({ params }: PageProps<CityParams>) {
  const words = useWords(importWords)
  const data = useWords(dataWords)
  const city = useCity(params.city)
  const { route } = useLocation()
  return (
    <>
      <PageHeader
        title={words.title}
        crumbs={[
          { label: city.name, href: `/c/${params.city}` },
          { label: data.title, href: `/c/${params.city}/data` },
          { label: words.title },
        ]}
        state={city.isDemo ? <Badge tone="warn">{data.demo}</Badge> : undefined}
      />
      {session.value === null ? (
        <Skeleton lines={6} />
      ) : city.can('data:write') ? (
        <>
          <ImportSteps slug={params.city} current="choose" />
          <ChooseFile slug={params.city} onChecked={(record) => route(`/c/${params.city}/data/imports/${record.id}`)} />
        </>
      ) : (
        <Notice>{words.noRight}</Notice>
      )}
    </>
  )
}
