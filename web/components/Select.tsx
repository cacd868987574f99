/** The browser's own select: fastest on phones and known to everybody. For more than about 15 options use Combobox. */
import { Field, type FieldProps } from './Field.tsx'

export interface Option<V extends string = string> {
  readonly value: V
  readonly label: string
  readonly disabled?: boolean
  /** Options with the same group stand together under its name. */
  readonly group?: string
}

export interface SelectProps<V extends string> extends Omit<FieldProps, 'children'> {
  readonly value: V
  readonly options: readonly Option<V>[]
  readonly onChange: (value: V) => void
  readonly disabled?: boolean
  /** Label in front of the control on one line, for filter bars. */
  readonly inline?: boolean
}

export function Select<V extends string>({ value, options, onChange, disabled, inline, ...around }: SelectProps<V>) {
  const groups = [...new Set(options.map((option) => option.group ?? ''))]
  const render = (option: Option<V>) => (
    <option key={option.value} value={option.value} disabled={option.disabled === true}>
      {option.label}
    </option>
  )
  const field = (
    <Field {...around}>
      {(control) => (
        <span class="select">
          <select
            class="input"
            value={value}
            disabled={disabled === true}
            {...control}
            onChange={(event) => {
              const chosen = options.find((option) => option.value === event.currentTarget.value)
              if (chosen !== undefined) onChange(chosen.value)
            }}
          >
            {groups.map((group) => {
              const members = options.filter((option) => (option.group ?? '') === group)
              return group === '' ? (
                members.map(render)
              ) : (
                <optgroup key={group} label={group}>
                  {members.map(render)}
                </optgroup>
              )
            })}
          </select>
        </span>
      )}
    </Field>
  )
  return inline === true ? <div class="field-inline">{field}</div> : field
}
