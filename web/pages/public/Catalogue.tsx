/** The service catalogue: both editions side by side, what 2023 changed, and the plan's 2025 targets. */
import type { Catalogue as CatalogueData, CatalogueDiff, PlanTargets } from '../../../worker/contract/public.ts'
import { useResource } from '../../api/useResource.ts'
import { PageHeader, ResourceView, Tabs } from '../../components/index.ts'
import { CatalogueChanges } from '../../features/public/CatalogueChanges.tsx'
import { CatalogueItems } from '../../features/public/CatalogueItems.tsx'
import { PlanTargetTable } from '../../features/public/PlanTargetTable.tsx'
import { referenceWords } from '../../words/reference.ts'
import { useWords } from '../../i18n/useWords.ts'

export default function Catalogue() {
  const words = useWords(referenceWords)
  const older = useResource<CatalogueData>('/api/v1/catalogue', { edition: '2021' })
  const newer = useResource<CatalogueData>('/api/v1/catalogue', { edition: '2023' })
  const diff = useResource<CatalogueDiff>('/api/v1/catalogue/diff')
  const targets = useResource<PlanTargets>('/api/v1/plan-targets')
  return (
    <>
      <PageHeader title={words.catalogueTitle} lead={words.catalogueLead} />
      <Tabs
        label={words.catalogueTabs}
        items={[
          { key: 'items', label: words.tabItems },
          { key: 'changes', label: words.tabChanges },
          { key: 'targets', label: words.tabTargets },
        ]}
      >
        {(tab) =>
          tab === 'targets' ? (
            <ResourceView resource={targets} skeleton={{ shape: 'table', lines: 8 }}>
              {(data) => <PlanTargetTable targets={data} />}
            </ResourceView>
          ) : tab === 'changes' ? (
            <ResourceView resource={diff} skeleton={{ lines: 6 }}>
              {(data) => <CatalogueChanges diff={data} />}
            </ResourceView>
          ) : (
            <ResourceView resource={older} skeleton={{ shape: 'table', lines: 10 }}>
              {(first) => (
                <ResourceView resource={newer} skeleton={{ shape: 'table', lines: 10 }}>
                  {(second) => <CatalogueItems older={first} newer={second} />}
                </ResourceView>
              )}
            </ResourceView>
          )
        }
      </Tabs>
    </>
  )
}
