/** Checkbox, radio group and segmented control: the same choices in the shape that fits the room. All native inputs. */
import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import { Icon } from './Icon.tsx'

export interface CheckboxProps {
  readonly id?: string
  readonly label: ComponentChildren
  readonly hint?: ComponentChildren
  readonly checked: boolean
  /** Some of what it stands for. */
  readonly mixed?: boolean
  readonly disabled?: boolean
  readonly labelHidden?: boolean
  readonly onChange: (checked: boolean) => void
}

export function Checkbox({ id, label, hint, checked, mixed, disabled, labelHidden, onChange }: CheckboxProps) {
  const own = useId()
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (box.current !== null) box.current.indeterminate = mixed === true
  }, [mixed])
  return (
    <label class="check">
      <input
        ref={box}
        id={id ?? own}
        type="checkbox"
        checked={checked}
        disabled={disabled === true}
        aria-describedby={hint === undefined ? undefined : `${id ?? own}-hint`}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span class={labelHidden === true ? 'visually-hidden' : undefined}>
        {label}
        {hint !== undefined && (
          <span class="check-hint" id={`${id ?? own}-hint`}>
            {hint}
          </span>
        )}
      </span>
    </label>
  )
}

export interface Choice<V extends string = string> {
  readonly value: V
  readonly label: ComponentChildren
  readonly hint?: ComponentChildren
  readonly disabled?: boolean
}

export interface ChoiceProps<V extends string> {
  readonly id: string
  readonly label: ComponentChildren
  readonly labelHidden?: boolean
  readonly value: V
  readonly choices: readonly Choice<V>[]
  readonly error?: string | null | undefined
  readonly onChange: (value: V) => void
}

export function RadioGroup<V extends string>({
  id,
  label,
  labelHidden,
  value,
  choices,
  error,
  onChange,
}: ChoiceProps<V>) {
  const fault = error !== undefined && error !== null && error !== ''
  return (
    <fieldset
      class={fault ? 'field field-error' : 'field'}
      id={id}
      tabIndex={-1}
      aria-describedby={fault ? `${id}-error` : undefined}
    >
      <legend class={labelHidden === true ? 'visually-hidden' : 'field-label'}>{label}</legend>
      {fault && (
        <p class="field-fault" id={`${id}-error`}>
          <Icon name="error" size={16} />
          <span>{error}</span>
        </p>
      )}
      <div class="radios">
        {choices.map((choice) => (
          <label class="check" key={choice.value}>
            <input
              type="radio"
              name={id}
              value={choice.value}
              checked={choice.value === value}
              disabled={choice.disabled === true}
              onChange={() => onChange(choice.value)}
            />
            <span>
              {choice.label}
              {choice.hint !== undefined && <span class="check-hint">{choice.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

export function SegmentedControl<V extends string>({
  id,
  label,
  labelHidden = true,
  value,
  choices,
  onChange,
}: ChoiceProps<V>) {
  return (
    <fieldset class="segments" id={id}>
      <legend class={labelHidden ? 'visually-hidden' : 'field-label'}>{label}</legend>
      <div class="segments-row">
        {choices.map((choice) => (
          <label key={choice.value} class={choice.value === value ? 'segment segment-on' : 'segment'}>
            <input
              class="visually-hidden"
              type="radio"
              name={id}
              value={choice.value}
              checked={choice.value === value}
              disabled={choice.disabled === true}
              onChange={() => onChange(choice.value)}
            />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
