/** Label, hint and error around one control, tied together for screen readers. The control is a function of the ids.
 * The field's id is what an ErrorSummary links to. */
import type { ComponentChildren } from 'preact'
import { componentWords } from '../words/components.ts'
import { useWords } from '../i18n/useWords.ts'
import { Icon } from './Icon.tsx'
import { aside, colon } from '../i18n/punctuation.ts'

export interface ControlIds {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': 'true' | undefined
  readonly 'aria-required': 'true' | undefined
}

export interface FieldProps {
  readonly id: string
  readonly label: ComponentChildren
  readonly hint?: ComponentChildren
  readonly error?: string | null | undefined
  /** Marks the rarer case: most fields are required, so optional ones say so. */
  readonly optional?: boolean
  readonly required?: boolean
  readonly labelHidden?: boolean
  readonly children: (control: ControlIds) => ComponentChildren
}

export function Field({ id, label, hint, error, optional, required, labelHidden, children }: FieldProps) {
  const words = useWords(componentWords)
  const hasError = error !== null && error !== undefined && error !== ''
  const described = [hint === undefined ? '' : `${id}-hint`, hasError ? `${id}-error` : '']
    .filter((part) => part !== '')
    .join(' ')
  return (
    <div class={hasError ? 'field field-error' : 'field'}>
      <label for={id} class={labelHidden === true ? 'visually-hidden' : 'field-label'}>
        {label}
        {optional === true && <span class="field-optional">{aside(words.optional)}</span>}
      </label>
      {hint !== undefined && (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {hasError && (
        <p class="field-fault" id={`${id}-error`}>
          <Icon name="error" size={16} />
          <span>
            <span class="visually-hidden">
              {words.error}
              {colon()}
            </span>
            {error}
          </span>
        </p>
      )}
      {children({
        id,
        'aria-describedby': described === '' ? undefined : described,
        'aria-invalid': hasError ? 'true' : undefined,
        'aria-required': required === true ? 'true' : undefined,
      })}
    </div>
  )
}
