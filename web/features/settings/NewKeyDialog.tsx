/** Creating a key in two looks of one dialog: the form, then the key, shown this once. */
import { useState } from 'preact/hooks'
import { KEY_SCOPES, type KeyScope } from '../../../worker/contract/names.ts'
import type { CreateApiKey, CreatedApiKey } from '../../../worker/contract/keys.ts'
import { api } from '../../api/client.ts'
import { ApiError } from '../../api/problem.ts'
import {
  Button,
  Checkbox,
  CopyText,
  Dialog,
  ErrorSummary,
  type Fault,
  Notice,
  problemText,
  Select,
  TextInput,
} from '../../components/index.ts'
import { componentWords } from '../../words/components.ts'
import { settingsWords } from '../../words/settings.ts'
import { useWords } from '../../i18n/useWords.ts'
import { permissionName } from './permissionName.ts'

export interface NewKeyDialogProps {
  readonly open: boolean
  readonly address: `/api/v1/organisations/${string}/keys`
  readonly onClose: () => void
  readonly onCreated: () => void
}

export function NewKeyDialog({ open, address, onClose, onCreated }: NewKeyDialogProps) {
  const words = useWords(settingsWords)
  const common = useWords(componentWords)
  const [name, setName] = useState('')
  const [scopes, setScopes] = useState<ReadonlySet<KeyScope>>(new Set(['city:read', 'data:read', 'evaluation:read']))
  const [days, setDays] = useState('365')
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const [busy, setBusy] = useState(false)
  const [made, setMade] = useState<CreatedApiKey | null>(null)
  const close = (): void => {
    setMade(null)
    setName('')
    setFaults([])
    onClose()
  }
  const create = async (): Promise<void> => {
    const found: Fault[] = []
    if (name.trim() === '') found.push({ field: 'key-name', message: words.keyNameMissing })
    if (scopes.size === 0) found.push({ field: 'key-scopes', message: words.scopesMissing })
    setFaults(found)
    if (found.length > 0) return
    const body: CreateApiKey = { name: name.trim(), scopes: [...scopes], expiresInDays: Number(days) }
    setBusy(true)
    try {
      setMade(await api.post(address, body))
      onCreated()
    } catch (cause) {
      setFaults([{ message: cause instanceof ApiError ? problemText(cause, common) : common.errServer }])
    } finally {
      setBusy(false)
    }
  }
  const faultOf = (field: string): string | undefined => faults.find((fault) => fault.field === field)?.message
  if (made !== null) {
    return (
      <Dialog
        open={open}
        title={words.createdTitle}
        onClose={close}
        footer={
          <Button kind="primary" onClick={close}>
            {words.saved}
          </Button>
        }
      >
        <div class="stack">
          <Notice tone="warn" live>
            {words.createdOnce}
          </Notice>
          <CopyText block text={made.key} label={made.apiKey.name} />
        </div>
      </Dialog>
    )
  }
  return (
    <Dialog
      open={open}
      title={words.newKey}
      onClose={close}
      footer={
        <>
          <Button onClick={close}>{common.cancel}</Button>
          <Button kind="primary" busy={busy} onClick={() => void create()}>
            {words.create}
          </Button>
        </>
      }
    >
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault()
          void create()
        }}
      >
        <ErrorSummary faults={faults} />
        <TextInput
          id="key-name"
          label={words.keyName}
          hint={words.keyNameHint}
          value={name}
          onInput={setName}
          maxLength={80}
          error={faultOf('key-name')}
        />
        <fieldset id="key-scopes" tabIndex={-1}>
          <legend class="field-label">{words.scopes}</legend>
          {KEY_SCOPES.map((scope) => (
            <Checkbox
              key={scope}
              label={permissionName(scope, words)}
              hint={<code>{scope}</code>}
              checked={scopes.has(scope)}
              onChange={(on) => {
                const next = new Set(scopes)
                if (on) next.add(scope)
                else next.delete(scope)
                setScopes(next)
              }}
            />
          ))}
        </fieldset>
        <Select
          id="key-days"
          label={words.expiry}
          value={days}
          onChange={setDays}
          options={['30', '90', '365', '730'].map((value) => ({ value, label: words.days(Number(value)) }))}
        />
      </form>
    </Dialog>
  )
}
