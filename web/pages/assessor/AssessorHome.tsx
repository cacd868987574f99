/** The assessor's assignments: what may be looked at, to what end and until when; API keys of the organisation beneath. */
import type { Assignment } from '../../../worker/contract/assignments.ts'
import { allows, session } from '../../api/session.ts'
import { useResource } from '../../api/useResource.ts'
import {
  type Column,
  EmptyState,
  LinkButton,
  PageHeader,
  ResourceView,
  Section,
  Status,
  Table,
} from '../../components/index.ts'
import { KeyList } from '../../features/settings/KeyList.tsx'
import { permissionName } from '../../features/settings/permissionName.ts'
import { daysUntil } from '../../format/date.ts'
import { type Format, useFormat } from '../../format/useFormat.ts'
import { locale } from '../../i18n/locale.ts'
import { nameIn } from '../../i18n/nameIn.ts'
import type { WordsOf } from '../../i18n/area.ts'
import { accountWords } from '../../words/account.ts'
import { settingsWords } from '../../words/settings.ts'
import { useWords } from '../../i18n/useWords.ts'

export default function AssessorHome() {
  const words = useWords(accountWords)
  const settings = useWords(settingsWords)
  const format = useFormat()
  const assignments = useResource('/api/v1/assignments')
  const membership = session.value?.memberships.find(({ organisation }) => organisation.kind === 'assessor')
  const columns = columnsFor(words, settings, format)
  return (
    <>
      <PageHeader title={words.assessorTitle} lead={words.assessorLead} />
      <ResourceView resource={assignments} skeleton={{ shape: 'table' }}>
        {(list) => {
          const active = list.items.filter((item) => item.active)
          const others = list.items.filter((item) => !item.active)
          return (
            <>
              <Section title={words.assessorActive}>
                <Table
                  id="active"
                  bare
                  caption={words.assessorActive}
                  captionHidden
                  rows={active}
                  rowKey={(item) => item.id}
                  columns={columns}
                  sort={{ key: 'until', descending: false }}
                  empty={<EmptyState title={words.assessorNone}>{words.assessorNoneText}</EmptyState>}
                />
              </Section>
              {others.length > 0 && (
                <Section title={words.assessorEnded}>
                  <Table
                    id="others"
                    bare
                    caption={words.assessorEnded}
                    captionHidden
                    rows={others}
                    rowKey={(item) => item.id}
                    columns={columns}
                  />
                </Section>
              )}
            </>
          )
        }}
      </ResourceView>
      {membership !== undefined && allows(membership, 'key:manage') && (
        <Section title={settings.keys}>
          <KeyList organisation={membership.organisation.id} />
        </Section>
      )}
    </>
  )
}

function columnsFor(
  words: WordsOf<typeof accountWords>,
  settings: WordsOf<typeof settingsWords>,
  format: Format,
): readonly Column<Assignment>[] {
  const standing = (item: Assignment): string => {
    if (item.active) return words.daysLeft(Math.max(0, daysUntil(item.endsAt, new Date()) ?? 0))
    return item.startsAt > Date.now() ? words.notStarted : words.ended
  }
  return [
    { key: 'city', title: words.city, rowHeader: true, value: (item) => nameIn(locale.value, item.city) },
    { key: 'purpose', title: words.purpose, value: (item) => item.purpose, minChars: 10 },
    {
      key: 'actions',
      title: words.mayDo,
      value: (item) => item.actions.map((action) => permissionName(action, settings)).join(' · '),
      minChars: 10,
    },
    {
      key: 'from',
      title: words.from,
      align: 'end',
      value: (item) => item.startsAt,
      cell: (item) => format.date(item.startsAt),
    },
    {
      key: 'until',
      title: words.until,
      align: 'end',
      value: (item) => item.endsAt,
      cell: (item) => format.date(item.endsAt),
    },
    {
      key: 'standing',
      title: settings.state,
      value: standing,
      cell: (item) => <Status tone={item.active ? 'good' : 'neutral'}>{standing(item)}</Status>,
    },
    {
      key: 'open',
      title: words.open,
      cell: (item) =>
        item.active && (
          <LinkButton size="s" href={`/c/${item.city.slug}`}>
            {words.open}
          </LinkButton>
        ),
    },
  ]
}
