/** A number as people type it: full-width digits, thousands separators and a unit beside it. Reports null when empty,
 * undefined when the text is no number (the caller shows the error). Never type="number": wheel and locale corrupt it. */
import { useEffect, useState } from 'preact/hooks'
import { parseTyped } from '../format/parseTyped.ts'
import { Field, type FieldProps } from './Field.tsx'

export interface NumberInputProps extends Omit<FieldProps, 'children'> {
  readonly value: number | null
  readonly onChange: (value: number | null | undefined) => void
  readonly unit?: string
  readonly disabled?: boolean
}

export function NumberInput({ value, onChange, unit, disabled, ...around }: NumberInputProps) {
  const [text, setText] = useState(value === null ? '' : String(value))
  useEffect(() => {
    // A value changed from outside replaces the text; one that equals what was typed leaves "2.80" alone.
    if (parseTyped(text) !== value && !(value === null && parseTyped(text) === undefined))
      setText(value === null ? '' : String(value))
  }, [value])
  return (
    <Field {...around}>
      {(control) => (
        <span class="input-with-unit">
          <input
            class="input input-s num"
            inputMode="decimal"
            autocomplete="off"
            value={text}
            disabled={disabled === true}
            {...control}
            onInput={(event) => {
              setText(event.currentTarget.value)
              onChange(parseTyped(event.currentTarget.value))
            }}
          />
          {unit !== undefined && <span class="input-unit">{unit}</span>}
        </span>
      )}
    </Field>
  )
}
