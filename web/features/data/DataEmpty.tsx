/** What a city without values needs next: areas, then a framework, then an import. */
import { EmptyState, LinkButton } from '../../components/index.ts'
import { dataWords } from '../../words/data.ts'
import { useWords } from '../../i18n/useWords.ts'
import type { DataTabProps } from './DataTabProps.ts'

interface Props extends DataTabProps {
  readonly areas: number
  readonly indicators: number
}

export function DataEmpty({ slug, city, areas, indicators }: Props) {
  const words = useWords(dataWords)
  const link = (href: string, label: string, permission: 'data:write' | 'framework:write') =>
    city.can(permission) ? (
      <LinkButton kind="primary" href={href}>
        {label}
      </LinkButton>
    ) : undefined
  if (areas === 0) {
    return (
      <EmptyState title={words.noAreasTitle} action={link(`/c/${slug}/data?tab=areas`, words.addArea, 'data:write')}>
        {words.noAreasText}
      </EmptyState>
    )
  }
  if (indicators === 0) {
    return (
      <EmptyState
        title={words.noIndicatorsTitle}
        action={link(`/c/${slug}/frameworks`, words.toFrameworks, 'framework:write')}
      >
        {words.noIndicatorsText}
      </EmptyState>
    )
  }
  return (
    <EmptyState title={words.emptyTitle} action={link(`/c/${slug}/data/import`, words.import, 'data:write')}>
      {city.can('data:write') ? words.emptyText : words.emptyReader}
    </EmptyState>
  )
}
