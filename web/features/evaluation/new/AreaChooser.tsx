/** Which areas take part: all without children, or a chosen few found by name. */
import { useMemo, useState } from 'preact/hooks'
import type { Area } from '../../../../worker/contract/areas.ts'
import { Button, Checkbox, RadioGroup, TextInput } from '../../../components/index.ts'
import { nameIn } from '../../../i18n/nameIn.ts'
import { evaluationsWords } from '../../../words/evaluations.ts'
import { locale } from '../../../i18n/locale.ts'
import { useWords } from '../../../i18n/useWords.ts'

const SHOWN = 400

interface Props {
  readonly leaves: readonly Area[]
  readonly chosen: readonly string[] | null
  readonly fault: boolean
  readonly onChange: (chosen: readonly string[] | null) => void
}

export function AreaChooser({ leaves, chosen, fault, onChange }: Props) {
  const words = useWords(evaluationsWords)
  const lang = locale.value
  const [query, setQuery] = useState('')
  const selected = useMemo(() => new Set(chosen ?? []), [chosen])
  const found = useMemo(() => {
    const needle = query.trim().toLowerCase()
    return leaves
      .filter(
        (area) =>
          needle === '' || `${area.name} ${area.nameEn} ${area.code} ${area.grouping}`.toLowerCase().includes(needle),
      )
      .slice(0, SHOWN)
  }, [leaves, query])
  const toggle = (code: string, on: boolean) => {
    const next = new Set(selected)
    if (on) next.add(code)
    else next.delete(code)
    onChange(leaves.filter((area) => next.has(area.code)).map((area) => area.code))
  }
  const setFound = (on: boolean) => {
    const next = new Set(selected)
    for (const area of found) {
      if (on) next.add(area.code)
      else next.delete(area.code)
    }
    onChange(leaves.filter((area) => next.has(area.code)).map((area) => area.code))
  }
  return (
    <div class="stack">
      <RadioGroup
        id="areas"
        label={words.areas}
        value={chosen === null ? 'all' : 'some'}
        error={fault ? words.areasError : null}
        choices={[
          { value: 'all', label: words.areasAll(leaves.length), hint: words.areasHint },
          { value: 'some', label: words.areasSome },
        ]}
        onChange={(value) => onChange(value === 'all' ? null : leaves.map((area) => area.code))}
      />
      {chosen !== null && (
        <>
          <div class="filters">
            <TextInput
              id="area-filter"
              label={words.areaFilter}
              type="search"
              width="m"
              value={query}
              onInput={setQuery}
            />
            <Button size="s" onClick={() => setFound(true)}>
              {words.selectAll}
            </Button>
            <Button size="s" onClick={() => setFound(false)}>
              {words.selectNone}
            </Button>
            <span class="num muted" role="status">
              {words.selectedOf(selected.size, leaves.length)}
            </span>
          </div>
          <div class="eval-list" role="group" aria-label={words.areas}>
            {found.map((area) => (
              <Checkbox
                key={area.code}
                label={nameIn(lang, area)}
                checked={selected.has(area.code)}
                onChange={(on) => toggle(area.code, on)}
              />
            ))}
          </div>
        </>
      )}
    </div>
  )
}
