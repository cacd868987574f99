/** Adds or changes one area with its populations. Area and populations are two writes: the second only follows a good first. */
import { useState } from 'preact/hooks'
import type { Area, AreaInput, Populations } from '../../../worker/contract/areas.ts'
import { api } from '../../api/client.ts'
import { ApiError } from '../../api/problem.ts'
import {
  Button,
  Dialog,
  ErrorSummary,
  NumberInput,
  problemText,
  Select,
  TextInput,
  toast,
  type Fault,
} from '../../components/index.ts'
import { locale } from '../../i18n/locale.ts'
import { nameIn } from '../../i18n/nameIn.ts'
import { componentWords } from '../../words/components.ts'
import { dataWords } from '../../words/data.ts'
import { useWords } from '../../i18n/useWords.ts'
import { isPeriod } from './isPeriod.ts'

interface Props {
  readonly slug: string
  /** Null: a new one. */
  readonly area: Area | null
  readonly areas: readonly Area[]
  readonly people: Populations
  /** Versions of the two lists that the person sees. */
  readonly tags: { readonly areas: string; readonly populations: string }
  readonly onClose: () => void
  readonly onSaved: () => void
}

type Setting = '' | 'urban' | 'rural'

export function AreaDialog({ slug, area, areas, people, tags, onClose, onSaved }: Props) {
  const words = useWords(dataWords)
  const common = useWords(componentWords)
  const [draft, setDraft] = useState<AreaInput>({
    code: area?.code ?? '',
    name: area?.name ?? '',
    nameEn: area?.nameEn ?? '',
    parentCode: area?.parentCode ?? null,
    setting: area?.setting ?? null,
    grouping: area?.grouping ?? '',
  })
  const [numbers, setNumbers] = useState<ReadonlyMap<string, number | null | undefined>>(
    new Map(
      people.periods.map((p) => [
        p,
        people.items.find((i) => i.areaCode === area?.code && i.period === p)?.value ?? null,
      ]),
    ),
  )
  const [newPeriod, setNewPeriod] = useState('')
  const [newNumber, setNewNumber] = useState<number | null | undefined>(null)
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const [busy, setBusy] = useState(false)
  const change = (part: Partial<AreaInput>): void => setDraft({ ...draft, ...part })
  const faultOf = (field: string): string | undefined => faults.find((f) => f.field === field)?.message

  const check = (): Fault[] => {
    const found: Fault[] = []
    if (area === null && !/^[0-9A-Za-z_-]{1,32}$/.test(draft.code.trim()))
      found.push({ field: 'area-code', message: draft.code.trim() === '' ? words.codeMissing : words.areaCodeHint })
    if (area === null && areas.some((a) => a.code === draft.code.trim()))
      found.push({ field: 'area-code', message: words.codeTaken(draft.code.trim()) })
    if (draft.name.trim() === '') found.push({ field: 'area-name', message: words.nameMissing })
    for (const [period, value] of numbers)
      if (value === undefined || (value !== null && value < 0))
        found.push({ field: `area-population-${period}`, message: words.populationBad })
    if (newPeriod.trim() !== '' && !isPeriod(newPeriod.trim()))
      found.push({ field: 'area-new-period', message: words.periodBad })
    if (newPeriod.trim() !== '' && (newNumber === undefined || newNumber === null || newNumber < 0))
      found.push({ field: 'area-new-population', message: words.populationBad })
    return found
  }
  const save = async (): Promise<void> => {
    const found = check()
    setFaults(found)
    if (found.length > 0) return
    setBusy(true)
    const code = draft.code.trim()
    const changed = [...numbers, ...(newPeriod.trim() === '' ? [] : [[newPeriod.trim(), newNumber] as const])].flatMap(
      ([period, value]) => (typeof value === 'number' ? [{ areaCode: code, period, value }] : []),
    )
    try {
      await api.put(
        `/api/v1/cities/${slug}/areas`,
        { areas: [{ ...draft, code, name: draft.name.trim() }] },
        { ifMatch: tags.areas },
      )
      if (changed.length > 0)
        await api.put(`/api/v1/cities/${slug}/populations`, { populations: changed }, { ifMatch: tags.populations })
      toast({ message: words.saved(draft.name.trim()), tone: 'good' })
      onSaved()
      onClose()
    } catch (cause) {
      const error = cause instanceof ApiError ? cause : new ApiError(0, {})
      setFaults(
        error.faults.length > 0
          ? error.faults.map((f) => ({
              field: f.path.endsWith('parentCode') ? 'area-parent' : f.path.endsWith('code') ? 'area-code' : undefined,
              message: f.message,
            }))
          : [{ message: problemText(error, common) }],
      )
    } finally {
      setBusy(false)
    }
  }
  const parents = areas.filter((a) => a.code !== area?.code)
  return (
    <Dialog
      open
      title={area === null ? words.addArea : words.editAreaOf(nameIn(locale.value, area))}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button kind="primary" busy={busy} onClick={() => void save()}>
            {words.save}
          </Button>
        </>
      }
    >
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <ErrorSummary faults={faults} />
        {area === null ? (
          <TextInput
            id="area-code"
            label={words.areaCode}
            hint={words.areaCodeHint}
            width="m"
            mono
            value={draft.code}
            maxLength={32}
            error={faultOf('area-code')}
            onInput={(code) => change({ code })}
          />
        ) : (
          <p>
            <span class="muted">{words.areaCode}</span> <code>{area.code}</code>
          </p>
        )}
        <TextInput
          id="area-name"
          label={words.areaName}
          value={draft.name}
          maxLength={100}
          error={faultOf('area-name')}
          onInput={(name) => change({ name })}
        />
        <TextInput
          id="area-name-en"
          label={words.areaNameEn}
          optional
          value={draft.nameEn}
          maxLength={150}
          onInput={(nameEn) => change({ nameEn })}
        />
        <Select
          id="area-parent"
          label={words.parent}
          error={faultOf('area-parent')}
          value={draft.parentCode ?? ''}
          options={[
            { value: '', label: words.parentNone },
            ...parents.map((a) => ({ value: a.code, label: nameIn(locale.value, a) })),
          ]}
          onChange={(parentCode) => change({ parentCode: parentCode === '' ? null : parentCode })}
        />
        <Select<Setting>
          id="area-setting"
          label={words.setting}
          value={draft.setting ?? ''}
          options={[
            { value: '', label: words.settingNone },
            { value: 'urban', label: words.urban },
            { value: 'rural', label: words.rural },
          ]}
          onChange={(setting) => change({ setting: setting === '' ? null : setting })}
        />
        <TextInput
          id="area-grouping"
          label={words.grouping}
          optional
          hint={words.groupingHint}
          width="m"
          value={draft.grouping}
          maxLength={40}
          onInput={(grouping) => change({ grouping })}
        />
        {people.periods.map((period) => (
          <NumberInput
            key={period}
            id={`area-population-${period}`}
            label={words.populationPeriod(period)}
            optional
            unit={words.people}
            error={faultOf(`area-population-${period}`)}
            value={numbers.get(period) ?? null}
            onChange={(value) => setNumbers(new Map(numbers).set(period, value))}
          />
        ))}
        <fieldset>
          <legend class="field-label">{words.newPeriod}</legend>
          <div class="row data-pair">
            <TextInput
              id="area-new-period"
              label={words.period}
              optional
              hint={words.newPeriodHint}
              width="s"
              value={newPeriod}
              error={faultOf('area-new-period')}
              onInput={setNewPeriod}
            />
            <NumberInput
              id="area-new-population"
              label={words.population}
              optional
              unit={words.people}
              error={faultOf('area-new-population')}
              value={newNumber ?? null}
              onChange={setNewNumber}
            />
          </div>
        </fieldset>
      </form>
    </Dialog>
  )
}
