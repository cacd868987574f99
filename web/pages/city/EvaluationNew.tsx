/** New evaluation, step by step: framework, periods, areas, method, check. The step is in the URL; choices stay while one
 * goes back and forth. Loads what the steps need, then hands over to the stepper. */

import { useResource } from '../../api/useResource.ts'
import { EmptyState, LinkButton, Notice, PageHeader, ResourceView } from '../../components/index.ts'
import { NewEvaluation } from '../../features/evaluation/new/NewEvaluation.tsx'
import { leafAreas } from '../../features/evaluation/new/draft.ts'
import { useCity } from '../../features/evaluation/useCity.ts'
import { evaluationsWords } from '../../words/evaluations.ts'
import { useWords } from '../../i18n/useWords.ts'
import type { CityParams, PageProps } from '../../router/PageProps.ts'
import '../../features/evaluation/evaluation.css'

export default function EvaluationNew({ params }: PageProps<CityParams>) {
  const words = useWords(evaluationsWords)
  const city = useCity(params.city)
  const base = `/api/v1/cities/${params.city}` as const
  const frameworks = useResource(`${base}/frameworks`)
  const areas = useResource(`${base}/areas`)
  const earlier = useResource(`${base}/evaluations`, { limit: 1 })
  const populations = useResource(`${base}/populations`)
  const room = `/c/${params.city}`
  return (
    <>
      <PageHeader
        title={words.newTitle}
        crumbs={[
          { label: city.name, href: room },
          { label: words.title, href: `${room}/evaluations` },
          { label: words.newTitle },
        ]}
      />
      {!city.can('evaluation:write') && <Notice tone="info" title={words.notAllowed} />}
      <ResourceView resource={frameworks}>
        {(list) =>
          list.items.length === 0 ? (
            <EmptyState
              title={words.noFramework}
              action={
                <LinkButton kind="primary" href={`${room}/frameworks`}>
                  {words.toFrameworks}
                </LinkButton>
              }
            >
              {words.noFrameworkText}
            </EmptyState>
          ) : (
            <ResourceView resource={areas}>
              {(places) => {
                const leaves = leafAreas(places.items)
                if (leaves.length < 2) {
                  return (
                    <EmptyState
                      title={words.noAreas}
                      action={
                        <LinkButton kind="primary" href={`${room}/settings?tab=areas`}>
                          {words.toAreas}
                        </LinkButton>
                      }
                    >
                      {words.noAreasText}
                    </EmptyState>
                  )
                }
                if (earlier.loading && earlier.data === null) return null
                return (
                  <NewEvaluation
                    slug={params.city}
                    usualFramework={earlier.data?.items[0]?.frameworkId ?? null}
                    cityName={city.name}
                    frameworks={list.items}
                    leaves={leaves}
                    populations={populations.data}
                    canRun={city.can('evaluation:write')}
                  />
                )
              }}
            </ResourceView>
          )
        }
      </ResourceView>
    </>
  )
}
