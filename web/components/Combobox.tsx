/** A searchable choice after the ARIA combobox pattern. Matches by any part of label, value or hint; shows at most 100. */
import { useId, useMemo, useRef, useState } from 'preact/hooks'
import { componentWords } from '../words/components.ts'
import { useWords } from '../i18n/useWords.ts'
import { Field, type FieldProps } from './Field.tsx'
import { Icon } from './Icon.tsx'
import { LiveRegion } from './LiveRegion.tsx'

export interface ComboOption {
  readonly value: string
  readonly label: string
  readonly hint?: string
}

export interface ComboboxProps extends Omit<FieldProps, 'children'> {
  readonly value: string | null
  readonly options: readonly ComboOption[]
  readonly onChange: (value: string | null) => void
  readonly placeholder?: string
  readonly clearable?: boolean
}

const SHOWN = 100

export function Combobox({ value, options, onChange, placeholder, clearable, ...around }: ComboboxProps) {
  const words = useWords(componentWords)
  const listId = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const [active, setActive] = useState(0)
  const input = useRef<HTMLInputElement>(null)
  const chosen = options.find((option) => option.value === value)
  const open = typed !== null
  const matches = useMemo(() => {
    const needle = (typed ?? '').trim().toLowerCase()
    const found =
      needle === ''
        ? options
        : options.filter((option) =>
            `${option.label} ${option.value} ${option.hint ?? ''}`.toLowerCase().includes(needle),
          )
    return found.slice(0, SHOWN)
  }, [typed, options])

  const move = (to: number): void => {
    const index = matches.length === 0 ? 0 : (to + matches.length) % matches.length
    setActive(index)
    document.getElementById(`${listId}-${index}`)?.scrollIntoView({ block: 'nearest' })
  }
  const choose = (option: ComboOption): void => {
    onChange(option.value)
    setTyped(null)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (!open) setTyped('')
      move(open ? active + (event.key === 'ArrowDown' ? 1 : -1) : 0)
    } else if (event.key === 'Enter' && open) {
      event.preventDefault()
      const option = matches[active]
      if (option !== undefined) choose(option)
    } else if (event.key === 'Escape' && open) {
      event.stopPropagation()
      setTyped(null)
    }
  }

  return (
    <Field {...around}>
      {(control) => (
        <span class="combo">
          <input
            ref={input}
            class="input"
            role="combobox"
            autocomplete="off"
            aria-expanded={open}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={open && matches.length > 0 ? `${listId}-${active}` : undefined}
            placeholder={placeholder}
            value={typed ?? chosen?.label ?? ''}
            {...control}
            onFocus={(event) => event.currentTarget.select()}
            onClick={() => setTyped(typed ?? '')}
            onInput={(event) => {
              setTyped(event.currentTarget.value)
              setActive(0)
            }}
            onKeyDown={onKeyDown}
            onBlur={() => setTyped(null)}
          />
          {clearable === true && value !== null ? (
            <button type="button" class="combo-mark" aria-label={words.clear} onClick={() => onChange(null)}>
              <Icon name="close" size={16} />
            </button>
          ) : (
            <span class="combo-mark" aria-hidden="true">
              <Icon name="down" size={16} />
            </span>
          )}
          <ul
            class="combo-list"
            id={listId}
            role="listbox"
            hidden={!open}
            aria-label={typeof around.label === 'string' ? around.label : undefined}
          >
            {matches.map((option, index) => (
              <li
                key={option.value}
                id={`${listId}-${index}`}
                role="option"
                aria-selected={index === active}
                class="combo-option"
                onPointerDown={(event) => {
                  event.preventDefault()
                  choose(option)
                }}
              >
                <span>{option.label}</span>
                {option.hint !== undefined && <span class="muted small">{option.hint}</span>}
              </li>
            ))}
            {open && matches.length === 0 && (
              <li class="combo-none" role="option" aria-selected="false" aria-disabled="true">
                {words.noOptions}
              </li>
            )}
          </ul>
          <LiveRegion message={open ? words.optionsCount(matches.length) : ''} />
        </span>
      )}
    </Field>
  )
}
