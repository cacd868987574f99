/** A small field inside the tree: says what it holds to a screen reader, keeps what was typed while it cannot be read, and reports why. */
import { useEffect, useRef, useState } from 'preact/hooks'

export interface CellInputProps {
  readonly id: string
  readonly label: string
  /** What is held now, as text. */
  readonly text: string
  readonly onText: (text: string) => void
  readonly fault: string | null
  readonly changed: boolean
  /** Digits only need the small keyboard; a range needs the dash. */
  readonly digits?: boolean
  readonly wide?: boolean
}

export function CellInput({ id, label, text, onText, fault, changed, digits, wide }: CellInputProps) {
  const [typed, setTyped] = useState(text)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    // A change from outside (undo, a newer version) replaces the text; under the fingers, "2.80" stays what it is.
    if (input.current !== document.activeElement) setTyped(text)
  }, [text])
  return (
    <input
      ref={input}
      id={id}
      class={`input num framework-input${wide === true ? ' framework-input-wide' : ''}${changed ? ' framework-input-changed' : ''}`}
      inputMode={digits === true ? 'decimal' : 'text'}
      autocomplete="off"
      aria-label={label}
      aria-invalid={fault === null ? undefined : 'true'}
      aria-describedby={fault === null ? undefined : `${id}-fault`}
      value={typed}
      onInput={(event) => {
        setTyped(event.currentTarget.value)
        onText(event.currentTarget.value)
      }}
      onBlur={() => {
        if (fault === null) setTyped(text)
      }}
    />
  )
}
