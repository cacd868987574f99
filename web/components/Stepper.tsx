/** Where one is in a sequence. Steps already reached are links or buttons: going back loses nothing. */
import type { ComponentChildren } from 'preact'
import { componentWords } from '../words/components.ts'
import { useWords } from '../i18n/useWords.ts'
import { Icon } from './Icon.tsx'
import { aside } from '../i18n/punctuation.ts'

export interface Step {
  readonly key: string
  readonly label: ComponentChildren
}

export interface StepperProps {
  readonly steps: readonly Step[]
  readonly current: string
  /** The last step that may be visited; the current one when left out. */
  readonly reached?: string
  readonly onGo?: (key: string) => void
}

export function Stepper({ steps, current, reached, onGo }: StepperProps) {
  const words = useWords(componentWords)
  const at = steps.findIndex((step) => step.key === current)
  const open = Math.max(at, reached === undefined ? at : steps.findIndex((step) => step.key === reached))
  return (
    <ol class="stepper" aria-label={words.steps}>
      {steps.map((step, index) => {
        const state = index === at ? 'current' : index < at ? 'done' : 'todo'
        const spoken = { current: words.stepCurrent, done: words.stepDone, todo: words.stepTodo }[state]
        const inside = (
          <>
            <span class="step-mark num" aria-hidden="true">
              {state === 'done' ? <Icon name="check" size={14} /> : index + 1}
            </span>
            <span>{step.label}</span>
            <span class="visually-hidden">{aside(spoken)}</span>
          </>
        )
        return (
          <li key={step.key} class={`step step-${state}`} aria-current={state === 'current' ? 'step' : undefined}>
            {onGo !== undefined && index !== at && index <= open ? (
              <button type="button" class="step-inner" onClick={() => onGo(step.key)}>
                {inside}
              </button>
            ) : (
              <span class="step-inner">{inside}</span>
            )}
          </li>
        )
      })}
    </ol>
  )
}
