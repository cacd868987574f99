/** A new organisation with its first owner. Faults of the server land on the field they name. */
import { useState } from 'preact/hooks'
import type { CreateOrganisation } from '../../../worker/contract/operator.ts'
import { api } from '../../api/client.ts'
import { ApiError } from '../../api/problem.ts'
import { useResource } from '../../api/useResource.ts'
import {
  Button,
  Dialog,
  ErrorSummary,
  type Fault,
  problemText,
  Select,
  TextInput,
  toast,
} from '../../components/index.ts'
import { locale } from '../../i18n/locale.ts'
import { nameIn } from '../../i18n/nameIn.ts'
import type { WordsOf } from '../../i18n/area.ts'
import { componentWords } from '../../words/components.ts'
import { operatorWords } from '../../words/operator.ts'
import { useWords } from '../../i18n/useWords.ts'

export interface NewOrganisationDialogProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly onCreated: () => void
}

interface Draft {
  readonly kind: CreateOrganisation['kind']
  readonly slug: string
  readonly name: string
  readonly nameEn: string
  readonly regionCode: string
  readonly email: string
  readonly owner: string
  readonly password: string
}

const EMPTY: Draft = {
  kind: 'city',
  slug: '',
  name: '',
  nameEn: '',
  regionCode: '',
  email: '',
  owner: '',
  password: '',
}

/** Path of a fault in the request → id of its field. */
const FIELDS: Readonly<Record<string, string>> = {
  slug: 'org-slug',
  name: 'org-name',
  nameEn: 'org-name-en',
  regionCode: 'org-region',
  'owner.email': 'org-email',
  'owner.name': 'org-owner',
  'owner.password': 'org-password',
}

function faultsOf(draft: Draft, words: WordsOf<typeof operatorWords>): readonly Fault[] {
  const faults: Fault[] = []
  if (draft.name.trim() === '') faults.push({ field: 'org-name', message: words.faultName })
  if (!/^[a-z0-9][a-z0-9-]{1,38}[a-z0-9]$/.test(draft.slug))
    faults.push({ field: 'org-slug', message: words.faultSlug })
  if (draft.kind === 'city' && draft.regionCode === '') faults.push({ field: 'org-region', message: words.faultRegion })
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(draft.email)) faults.push({ field: 'org-email', message: words.faultEmail })
  if (draft.owner.trim() === '') faults.push({ field: 'org-owner', message: words.faultOwner })
  if (draft.password.length < 12) faults.push({ field: 'org-password', message: words.faultPassword })
  return faults
}

export function NewOrganisationDialog({ open, onClose, onCreated }: NewOrganisationDialogProps) {
  const words = useWords(operatorWords)
  const common = useWords(componentWords)
  const regions = useResource(open ? '/api/v1/regions' : null)
  const [draft, setDraft] = useState<Draft>(EMPTY)
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const [busy, setBusy] = useState(false)
  const set = (change: Partial<Draft>): void => setDraft({ ...draft, ...change })
  const faultOf = (field: string): string | undefined => faults.find((fault) => fault.field === field)?.message
  const close = (): void => {
    setFaults([])
    onClose()
  }
  const create = async (): Promise<void> => {
    const found = faultsOf(draft, words)
    setFaults(found)
    if (found.length > 0) return
    const body: CreateOrganisation = {
      kind: draft.kind,
      slug: draft.slug,
      name: draft.name.trim(),
      nameEn: draft.nameEn.trim(),
      regionCode: draft.kind === 'city' ? draft.regionCode : null,
      owner: { email: draft.email.trim(), name: draft.owner.trim(), password: draft.password },
    }
    setBusy(true)
    try {
      await api.post('/api/v1/operator/organisations', body)
      toast({ tone: 'good', message: words.createdToast(body.name) })
      setDraft(EMPTY)
      onCreated()
      close()
    } catch (cause) {
      if (!(cause instanceof ApiError)) throw cause
      const named = cause.faults.map((fault) => ({ field: FIELDS[fault.path], message: fault.message }))
      setFaults(named.length > 0 ? named : [{ message: problemText(cause, common) }])
    } finally {
      setBusy(false)
    }
  }
  return (
    <Dialog
      open={open}
      title={words.add}
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
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void create()
        }}
      >
        <ErrorSummary faults={faults} />
        <Select
          id="org-kind"
          label={words.kind}
          value={draft.kind}
          onChange={(kind) => set({ kind })}
          options={[
            { value: 'city', label: words.kindCity },
            { value: 'group', label: words.kindGroup },
            { value: 'assessor', label: words.kindAssessor },
          ]}
        />
        <TextInput
          id="org-name"
          label={words.nameZh}
          value={draft.name}
          onInput={(name) => set({ name })}
          error={faultOf('org-name')}
        />
        <TextInput
          id="org-name-en"
          label={words.nameEn}
          optional
          value={draft.nameEn}
          onInput={(nameEn) => set({ nameEn })}
          error={faultOf('org-name-en')}
        />
        <TextInput
          id="org-slug"
          mono
          label={words.slug}
          hint={words.slugHint}
          value={draft.slug}
          onInput={(slug) => set({ slug })}
          error={faultOf('org-slug')}
        />
        {draft.kind === 'city' && (
          <Select
            id="org-region"
            label={words.region}
            hint={words.regionHint}
            value={draft.regionCode}
            error={faultOf('org-region')}
            onChange={(regionCode) => set({ regionCode })}
            options={[
              { value: '', label: '—' },
              ...(regions.data?.items ?? []).map((region) => ({
                value: region.code,
                label: nameIn(locale.value, region),
              })),
            ]}
          />
        )}
        <TextInput
          id="org-owner"
          label={words.ownerName}
          value={draft.owner}
          onInput={(owner) => set({ owner })}
          error={faultOf('org-owner')}
        />
        <TextInput
          id="org-email"
          type="email"
          label={words.ownerEmail}
          value={draft.email}
          onInput={(email) => set({ email })}
          error={faultOf('org-email')}
        />
        <TextInput
          id="org-password"
          type="password"
          autoComplete="new-password"
          label={words.ownerPassword}
          hint={words.ownerPasswordHint}
          value={draft.password}
          onInput={(password) => set({ password })}
          error={faultOf('org-password')}
        />
      </form>
    </Dialog>
  )
}
