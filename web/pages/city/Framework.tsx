/** One framework: its tree (editable for those who may), its method, its versions and what differs between them. */
import type { Framework as FrameworkRecord } from '../../../worker/contract/frameworks.ts'
import { useResource } from '../../api/useResource.ts'
import { Badge, CopyText, PageHeader, ResourceView, Section, Tabs } from '../../components/index.ts'
import { MethodFacts } from '../../features/evaluation/MethodFacts.tsx'
import { useCity } from '../../features/evaluation/useCity.ts'
import { DiffView } from '../../features/framework/DiffView.tsx'
import { FrameworkEditor } from '../../features/framework/FrameworkEditor.tsx'
import { FrameworkTree } from '../../features/framework/FrameworkTree.tsx'
import { treeRows } from '../../features/framework/treeRows.ts'
import { VersionList } from '../../features/framework/VersionList.tsx'
import { onlyEstimated } from '../../features/meaning/onlyEstimated.ts'
import { locale } from '../../i18n/locale.ts'
import { nameIn } from '../../i18n/nameIn.ts'
import { frameworkWords } from '../../words/frameworks.ts'
import { useWords } from '../../i18n/useWords.ts'
import type { CityRecordParams, PageProps } from '../../router/PageProps.ts'
import '../../features/framework/framework.css'

export default function Framework({ params }: PageProps<CityRecordParams>) {
  const words = useWords(frameworkWords)
  const city = useCity(params.city)
  const resource = useResource(`/api/v1/cities/${params.city}/frameworks/${params.id}`)
  const canWrite = city.can('framework:write')
  const { data } = resource
  const name = data === null ? words.title : nameIn(locale.value, data)
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
                  <FrameworkEditor slug={params.city} resource={resource} framework={framework} part="tree" />
                ) : (
                  <>
                    <p class="small muted framework-hint">{words.readOnly}</p>
                    <FrameworkTree id="tree" body={framework.body} />
                  </>
                )
              ) : tab === 'method' ? (
                <>
                  {canWrite && (
                    <FrameworkEditor slug={params.city} resource={resource} framework={framework} part="method" />
                  )}
                  <Method framework={framework} />
                </>
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
  return (
    <Section title={words.tabMethod} lead={words.methodLead}>
      <MethodFacts method={framework.body.method} estimatedShare={estimatedShareOf(framework.body)} />
    </Section>
  )
}

/** Share of the weight whose anchors are all estimated. */
function estimatedShareOf({ root, method }: FrameworkRecord['body']): number {
  const leaves = treeRows(root, method.weighting).flatMap(({ node, effective }) =>
    node.indicator === undefined ? [] : [{ facts: node.indicator, weight: effective ?? 0 }],
  )
  const all = leaves.reduce((sum, one) => sum + one.weight, 0)
  return all > 0 ? leaves.reduce((sum, one) => sum + (onlyEstimated(one.facts) ? one.weight : 0), 0) / all : 0
}
