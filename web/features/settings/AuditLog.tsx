/** Who did what, newest first, loaded further back on demand. */
import { useState } from 'preact/hooks'
import type { AuditEntry } from '../../../worker/contract/audit.ts'
import { api } from '../../api/client.ts'
import { useResource } from '../../api/useResource.ts'
import { Button, type Column, EmptyState, ResourceView, Table, TextInput } from '../../components/index.ts'
import { type Format, useFormat } from '../../format/useFormat.ts'
import type { WordsOf } from '../../i18n/area.ts'
import { settingsWords } from '../../words/settings.ts'
import { useWords } from '../../i18n/useWords.ts'
import { useQueryState } from '../../router/useQueryState.ts'
import type { AuditPage } from '../shell/wireTypes.ts'
import { actionName, actorName, detailText } from './auditWords.ts'

export function AuditLog({ city }: { readonly city: string }) {
  const words = useWords(settingsWords)
  const format = useFormat()
  const address = `/api/v1/cities/${encodeURIComponent(city)}/audit` as const
  const first = useResource(address, { limit: 100 })
  const members = useResource(`/api/v1/cities/${encodeURIComponent(city)}/members`)
  const names = new Map((members.data?.items ?? []).map((member) => [member.userId, member.name]))
  const [older, setOlder] = useState<AuditPage | null>(null)
  const [busy, setBusy] = useState(false)
  const [search, setSearch] = useQueryState('q', '')
  const loadMore = async (cursor: string): Promise<void> => {
    setBusy(true)
    try {
      const next = await api.get(address, { query: { limit: 100, cursor } })
      setOlder({ items: [...(older?.items ?? []), ...next.items], nextCursor: next.nextCursor })
    } finally {
      setBusy(false)
    }
  }
  return (
    <ResourceView resource={first} skeleton={{ shape: 'table', lines: 8 }}>
      {(page) => {
        const all = [...page.items, ...(older?.items ?? [])]
        const cursor = (older ?? page).nextCursor
        const needle = search.trim().toLowerCase()
        const rows = all.filter((entry) =>
          `${actorName(entry.actor, names, words)} ${actionName(entry.action, words)} ${entry.action} ${entry.target} ${entry.requestId}`
            .toLowerCase()
            .includes(needle),
        )
        return all.length === 0 ? (
          <EmptyState title={words.auditNone}>{words.auditNoneText}</EmptyState>
        ) : (
          <>
            <p class="muted prose">{words.auditLead}</p>
            <div class="filters filters-below">
              <TextInput
                id="q"
                type="search"
                width="m"
                label={`${words.who} / ${words.what} / ${words.target}`}
                value={search}
                onInput={setSearch}
              />
            </div>
            <Table
              id="audit"
              caption={words.audit}
              captionHidden
              rows={rows}
              rowKey={(entry) => entry.id}
              columns={columnsFor(words, format, names)}
              csvName={`${city}-audit`}
            />
            {cursor !== null && (
              <Button busy={busy} onClick={() => void loadMore(cursor)}>
                {words.loadMore}
              </Button>
            )}
          </>
        )
      }}
    </ResourceView>
  )
}

function columnsFor(
  words: WordsOf<typeof settingsWords>,
  format: Format,
  members: ReadonlyMap<string, string>,
): readonly Column<AuditEntry>[] {
  return [
    {
      key: 'when',
      title: words.when,
      rowHeader: true,
      value: (entry) => entry.createdAt,
      csv: (entry) => format.dateTime(entry.createdAt),
      cell: (entry) => format.dateTime(entry.createdAt),
      minChars: 10,
    },
    { key: 'who', title: words.who, value: (entry) => actorName(entry.actor, members, words), minChars: 5 },
    {
      key: 'what',
      title: words.what,
      value: (entry) => actionName(entry.action, words),
      cell: (entry) => <span title={entry.action}>{actionName(entry.action, words)}</span>,
      minChars: 7,
    },
    {
      key: 'target',
      title: words.target,
      value: (entry) => entry.target,
      cell: (entry) => <code class="anywhere">{entry.target}</code>,
      minChars: 9,
    },
    {
      key: 'detail',
      title: words.detail,
      value: (entry) => detailText(entry.detail, false),
      cell: (entry) => <span class="small anywhere">{detailText(entry.detail, true)}</span>,
      minChars: 16,
    },
    { key: 'request', title: words.request, hidden: true, value: (entry) => entry.requestId },
  ]
}
