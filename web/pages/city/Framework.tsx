/** One framework: its tree (editable for those who may), its method, its versions and what differs between them. */
import type { Framework as FrameworkRecord } from '../../../worker/routes/frameworks/schema.ts'
import { useResource } from '../../api/useResource.ts'
import { Badge, CopyText, PageHeader, ResourceView, Section, Tabs, Term } from '../../components/index.ts'
import { useCity } from '../../features/evaluation/useCity.ts'
import { DiffView } from '../../features/framework/DiffView.tsx'
import { FrameworkEditor } from '../../features/framework/FrameworkEditor.tsx'
import { FrameworkTree } from '../../features/framework/FrameworkTree.tsx'
import { VersionList } from '../../features/framework/VersionList.tsx'
import { methodLines } from '../../features/public/methodWords.ts'
import { frameworkWords } from '../../i18n/frameworks.ts'
import { pick } from '../../i18n/locale.ts'
import { indexWords } from '../../i18n/measures.ts'
import { resultWords } from '../../i18n/results.ts'
import { useWords } from '../../i18n/useWords.ts'
import type { CityRecordParams, PageProps } from '../../router/PageProps.ts'
import '../../features/framework/framework.css'

export default function Framework({ params }: PageProps<CityRecordParams>) {
  const words = useWords(frameworkWords)
  const city = useCity(params.city)
  const resource = useResource<FrameworkRecord>(`/api/v1/cities/${params.city}/frameworks/${params.id}`)
  const canWrite = city.can('framework:write')
  const { data } = resource
  const name = data === null ? words.title : pick(data.name, data.nameEn)
  return (
    <>
      <PageHeader
        title={name}
        state={data === null ? undefined : <Badge>{words.version(data.version)}</Badge>}
        lead={
          data === null
            ? undefined
            : `${words.recordLead(data.indicatorCount, data.domainCount)}${data.template === null ? '' : ` ${words.fromTemplate(data.template.version)}`}`
        }
        crumbs={[
          { label: city.name, href: `/c/${params.city}` },
          { label: words.title, href: `/c/${params.city}/frameworks` },
          { label: name },
        ]}
      />
      <ResourceView resource={resource} skeleton={{ shape: 'table' }}>
        {(framework) => (
          <Tabs
            label={name}
            items={[
              { key: 'tree', label: words.tabTree },
              { key: 'method', label: words.tabMethod },
              { key: 'versions', label: words.tabVersions, count: framework.versions.length },
            ]}
          >
            {(tab) =>
              tab === 'tree' ? (
                canWrite ? (
                  <FrameworkEditor slug={params.city} resource={resource} framework={framework} />
                ) : (
                  <>
                    <p class="small muted framework-hint">{words.readOnly}</p>
                    <FrameworkTree id="tree" body={framework.body} />
                  </>
                )
              ) : tab === 'method' ? (
                <Method framework={framework} />
              ) : (
                <>
                  <VersionList slug={params.city} framework={framework} seesMembers={city.can('member:read')} />
                  <DiffView slug={params.city} framework={framework} />
                  <Section title={words.digest}>
                    <CopyText text={framework.digest} label={words.digestOf(name)} />
                  </Section>
                </>
              )
            }
          </Tabs>
        )}
      </ResourceView>
    </>
  )
}

function Method({ framework }: { readonly framework: FrameworkRecord }) {
  const words = useWords(frameworkWords)
  const lines = methodLines(framework.body.method, useWords(resultWords))
  const indices = useWords(indexWords)
  const { equalityFamily } = framework.body.method
  return (
    <Section title={words.tabMethod} lead={words.methodLead}>
      <dl class="framework-method">
        {lines.map((line) => (
          <div key={line.key}>
            <dt>{line.label}</dt>
            <dd>{line.method === undefined ? line.value : <Term method={line.method}>{line.value}</Term>}</dd>
          </div>
        ))}
        <div>
          <dt>{words.headline}</dt>
          <dd>
            <Term method={equalityFamily}>{indices[equalityFamily]}</Term>
          </dd>
        </div>
      </dl>
    </Section>
  )
}
