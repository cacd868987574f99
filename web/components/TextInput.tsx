/** One line or several lines of text inside a Field. */
import type { Ref } from 'preact'
import { Field, type FieldProps } from './Field.tsx'

type Around = Omit<FieldProps, 'children'>

export interface TextInputProps extends Around {
  readonly value: string
  readonly onInput: (value: string) => void
  readonly type?: 'text' | 'datetime-local' | 'email' | 'password' | 'search' | 'url' | 'date' | 'tel'
  readonly autoComplete?: string
  readonly placeholder?: string
  readonly maxLength?: number
  /** More than one line. */
  readonly rows?: number
  readonly disabled?: boolean
  readonly readOnly?: boolean
  /** `s` 12 characters, `m` 24, `l` the whole width. */
  readonly width?: 's' | 'm' | 'l'
  readonly mono?: boolean
  readonly inputRef?: Ref<HTMLInputElement>
  readonly name?: string
}

export function TextInput(props: TextInputProps) {
  const {
    value,
    onInput,
    type = 'text',
    rows,
    width = 'l',
    mono,
    inputRef,
    autoComplete,
    placeholder,
    maxLength,
    disabled,
    readOnly,
    name,
    ...around
  } = props
  const shared = {
    class: `input input-${width}${mono === true ? ' input-mono' : ''}`,
    value,
    placeholder,
    maxLength,
    disabled: disabled === true,
    readOnly: readOnly === true,
    name: name ?? around.id,
  }
  return (
    <Field {...around}>
      {(control) =>
        rows === undefined ? (
          <input
            {...attributes(type)}
            ref={inputRef ?? null}
            autocomplete={autoComplete ?? 'off'}
            {...shared}
            {...control}
            onInput={(event) => onInput(event.currentTarget.value)}
          />
        ) : (
          <textarea rows={rows} {...shared} {...control} onInput={(event) => onInput(event.currentTarget.value)} />
        )
      }
    </Field>
  )
}

/** Preact's types tie `type` to the roles it allows, one by one; none is set here, so every text-like type is the same to them. */
function attributes(type: NonNullable<TextInputProps['type']>): { type: 'text' } {
  return { type } as { type: 'text' }
}
