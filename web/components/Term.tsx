/** A method term in running text: its one-sentence explanation on focus, hover or tap, and a link to the formula.
 * The explanations are loaded the first time one is asked for. */
import type { ComponentChildren } from 'preact'
import { useId, useRef, useState } from 'preact/hooks'
import type { MethodKey, MethodText } from '../features/methods/methods.ts'
import { componentWords } from '../i18n/components.ts'
import { locale } from '../i18n/locale.ts'
import { useWords } from '../i18n/useWords.ts'

export interface TermProps {
  readonly method: MethodKey
  readonly children: ComponentChildren
}

let loaded: Readonly<Record<MethodKey, MethodText>> | null = null

export function Term({ method, children }: TermProps) {
  const words = useWords(componentWords)
  const id = useId()
  const [open, setOpen] = useState(false)
  const [, setRound] = useState(0)
  const holder = useRef<HTMLSpanElement>(null)
  const fetchText = async (): Promise<void> => {
    loaded = (await import('../features/methods/methods.ts')).methods
    setRound((n) => n + 1)
  }
  const show = (): void => {
    setOpen(true)
    // Without a network the link to the methods page still stands.
    if (loaded === null) void fetchText().catch(() => undefined)
  }
  const text = loaded?.[method]
  const leave = (event: FocusEvent): void => {
    if (!(event.relatedTarget instanceof Node) || holder.current?.contains(event.relatedTarget) !== true) setOpen(false)
  }
  return (
    <span
      class="term"
      ref={holder}
      onPointerLeave={(event) => event.pointerType === 'mouse' && setOpen(false)}
      onFocusOut={leave}
    >
      <button
        type="button"
        class="term-word"
        aria-expanded={open}
        aria-controls={id}
        onPointerEnter={(event) => event.pointerType === 'mouse' && show()}
        onFocus={show}
        onClick={show}
        onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}
      >
        {children}
      </button>
      <span class="term-note" id={id} role="note" hidden={!open} ref={(element) => keepInside(element, open)}>
        {text === undefined ? words.loading : locale.value === 'en' ? text.sayEn : text.say}{' '}
        <a href={`/methods#${method}`}>{words.methodLink}</a>
      </span>
    </span>
  )
}

/** Moves the note left when it would leave the window on the right. */
function keepInside(element: HTMLElement | null, open: boolean): void {
  if (element === null || !open) return
  element.style.left = '0px'
  const over = element.getBoundingClientRect().right - document.documentElement.clientWidth + 12
  if (over > 0) element.style.left = `${-over}px`
}
