/** API keys: list, create (the key itself shown once), revoke. Works for any organisation that may hold keys. */
import { useState } from 'preact/hooks'
import type { ApiKey } from '../../../worker/contract/keys.ts'
import { api } from '../../api/client.ts'
import { ApiError } from '../../api/problem.ts'
import {
  Badge,
  Button,
  type Column,
  ConfirmButton,
  EmptyState,
  problemText,
  ResourceView,
  Status,
  Table,
  toast,
} from '../../components/index.ts'
import { type Format, useFormat } from '../../format/useFormat.ts'
import type { WordsOf } from '../../i18n/area.ts'
import { componentWords } from '../../words/components.ts'
import { settingsWords } from '../../words/settings.ts'
import { useWords } from '../../i18n/useWords.ts'
import { usePaged } from '../evaluation/usePaged.ts'
import { NewKeyDialog } from './NewKeyDialog.tsx'
import { permissionName } from './permissionName.ts'

export function KeyList({ organisation }: { readonly organisation: string }) {
  const words = useWords(settingsWords)
  const common = useWords(componentWords)
  const format = useFormat()
  const address = `/api/v1/organisations/${encodeURIComponent(organisation)}/keys` as const
  const keys = usePaged(address)
  const [creating, setCreating] = useState(false)
  const revoke = async (key: ApiKey): Promise<void> => {
    try {
      await api.delete(`${address}/${key.id}`)
      toast({ tone: 'good', message: words.revokedToast(key.name) })
      keys.reload()
    } catch (cause) {
      if (cause instanceof ApiError) toast({ tone: 'bad', message: problemText(cause, common) })
      throw cause
    }
  }
  const add = (
    <Button kind="primary" icon="plus" onClick={() => setCreating(true)}>
      {words.newKey}
    </Button>
  )
  return (
    <>
      <div class="spread">
        <p class="muted prose">{words.keysLead}</p>
        {keys.items !== null && keys.items.length > 0 && add}
      </div>
      <ResourceView
        resource={{ ...keys, data: keys.items, stale: false, etag: null, replace: () => undefined }}
        skeleton={{ shape: 'table' }}
      >
        {(list) => (
          <>
            <Table
              id="keys"
              caption={words.keys}
              captionHidden
              rows={list}
              rowKey={(key) => key.id}
              columns={columnsFor(words, format, revoke)}
              sort={{ key: 'created', descending: true }}
              empty={
                <EmptyState title={words.keysNone} action={add}>
                  {words.keysNoneText}
                </EmptyState>
              }
            />
            {keys.hasMore && (
              <Button busy={keys.loading} onClick={keys.more}>
                {words.loadMore}
              </Button>
            )}
          </>
        )}
      </ResourceView>
      <NewKeyDialog open={creating} address={address} onClose={() => setCreating(false)} onCreated={keys.reload} />
    </>
  )
}

type State = 'active' | 'revoked' | 'expired'

function stateOf(key: ApiKey): State {
  if (key.revokedAt !== null) return 'revoked'
  return key.expiresAt !== null && key.expiresAt < Date.now() ? 'expired' : 'active'
}

function columnsFor(
  words: WordsOf<typeof settingsWords>,
  format: Format,
  revoke: (key: ApiKey) => Promise<void>,
): readonly Column<ApiKey>[] {
  const stateWord = (key: ApiKey): string =>
    ({ active: words.active, revoked: words.revoked, expired: words.expired })[stateOf(key)]
  return [
    {
      key: 'name',
      title: words.keyName,
      rowHeader: true,
      value: (key) => key.name,
      cell: (key) => (
        <>
          {key.name} {key.isDemo && <Badge tone="warn">{words.demo}</Badge>}
        </>
      ),
    },
    { key: 'prefix', title: words.prefix, value: (key) => key.prefix, cell: (key) => <code>{key.prefix}…</code> },
    {
      key: 'scopes',
      title: words.scopes,
      value: (key) => key.scopes.map((scope) => permissionName(scope, words)).join(' · '),
      minChars: 9,
    },
    {
      key: 'state',
      title: words.state,
      value: stateWord,
      cell: (key) => <Status tone={stateOf(key) === 'active' ? 'good' : 'neutral'}>{stateWord(key)}</Status>,
    },
    {
      key: 'created',
      title: words.created,
      align: 'end',
      value: (key) => key.createdAt,
      cell: (key) => format.date(key.createdAt),
    },
    {
      key: 'expires',
      title: words.expires,
      align: 'end',
      value: (key) => key.expiresAt,
      cell: (key) => (key.expiresAt === null ? words.never : format.date(key.expiresAt)),
    },
    {
      key: 'used',
      title: words.lastUsed,
      align: 'end',
      value: (key) => key.lastUsedAt,
      cell: (key) =>
        key.lastUsedAt === null ? <span class="muted">{words.unused}</span> : format.dateTime(key.lastUsedAt),
    },
    {
      key: 'revoke',
      title: words.revoke,
      align: 'end',
      cell: (key) =>
        stateOf(key) === 'active' && (
          <ConfirmButton
            size="s"
            title={words.revokeTitle(key.name)}
            consequence={words.revokeText(key.prefix)}
            confirm={words.revokeConfirm(key.name)}
            onConfirm={() => revoke(key)}
          >
            {words.revoke}
          </ConfirmButton>
        ),
    },
  ]
}
