/** All faults of a form on top, each linked to its field; takes focus when it appears so that it is read first. */
import { useEffect, useRef } from 'preact/hooks'
import { componentWords } from '../words/components.ts'
import { useWords } from '../i18n/useWords.ts'

export interface Fault {
  /** The id of the Field; left out for faults of the whole form. */
  readonly field?: string | undefined
  readonly message: string
}

export function ErrorSummary({ faults }: { readonly faults: readonly Fault[] }) {
  const words = useWords(componentWords)
  const box = useRef<HTMLDivElement>(null)
  const count = faults.length
  useEffect(() => {
    if (count > 0) box.current?.focus()
  }, [faults, count])
  if (count === 0) return null
  return (
    <div ref={box} class="error-summary" role="alert" tabIndex={-1} aria-labelledby="error-summary-title">
      <h2 id="error-summary-title">{words.errorSummary(count)}</h2>
      <ul>
        {faults.map((fault) => (
          <li key={`${fault.field ?? ''}${fault.message}`}>
            {fault.field === undefined ? (
              fault.message
            ) : (
              <a
                href={`#${fault.field}`}
                onClick={(event) => {
                  event.preventDefault()
                  document.getElementById(fault.field ?? '')?.focus()
                }}
              >
                {fault.message}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
