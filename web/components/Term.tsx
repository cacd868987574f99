/** A method term in running text: its one-sentence explanation on focus, hover or tap, and a link to the formula.
 * The explanations are loaded the first time one is asked for. The note lies in the browser's top layer, above every sticky head and
 * outside every scrolling box; where there is none (before Chromium 114) the cell around the term is raised instead. */
import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import type { MethodKey, MethodText } from '../features/methods/methods.ts'
import { componentWords } from '../i18n/components.ts'
import { locale } from '../i18n/locale.ts'
import { useWords } from '../i18n/useWords.ts'

export interface TermProps {
  readonly method: MethodKey
  readonly children: ComponentChildren
}

const EDGE_PX = 12
const TOP_LAYER = typeof HTMLElement !== 'undefined' && 'showPopover' in HTMLElement.prototype

let loaded: Readonly<Record<MethodKey, MethodText>> | null = null

export function Term({ method, children }: TermProps) {
  const words = useWords(componentWords)
  const id = useId()
  const [open, setOpen] = useState(false)
  const [, setRound] = useState(0)
  const holder = useRef<HTMLSpanElement>(null)
  const word = useRef<HTMLButtonElement>(null)
  const note = useRef<HTMLSpanElement>(null)
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
  useEffect(() => {
    const [button, element, cell] = [word.current, note.current, holder.current?.closest('th, td')]
    if (!open || button === null || element === null) return undefined
    const follow = (): void => place(element, button)
    if (TOP_LAYER) element.showPopover()
    else cell?.classList.add('cell-raised')
    follow()
    addEventListener('scroll', follow, { capture: true, passive: true })
    addEventListener('resize', follow)
    return () => {
      removeEventListener('scroll', follow, { capture: true })
      removeEventListener('resize', follow)
      cell?.classList.remove('cell-raised')
      if (TOP_LAYER && element.isConnected) element.hidePopover()
    }
  }, [open, text])
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
        ref={word}
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
      <span
        class="term-note"
        id={id}
        role="note"
        ref={note}
        popover={TOP_LAYER ? 'manual' : undefined}
        hidden={!TOP_LAYER && !open}
      >
        {text === undefined ? words.loading : locale.value === 'en' ? text.sayEn : text.say}{' '}
        <a href={`/methods#${method}`}>{words.methodLink}</a>
      </span>
    </span>
  )
}

/** Under the word, or over it where there is no room below; never beyond the window's sides. */
function place(note: HTMLElement, word: HTMLElement): void {
  const at = word.getBoundingClientRect()
  const { width, height } = note.getBoundingClientRect()
  const { clientWidth, clientHeight } = document.documentElement
  const left = Math.max(EDGE_PX, Math.min(at.left, clientWidth - width - EDGE_PX))
  const above = at.bottom + height > clientHeight - EDGE_PX && at.top - height > EDGE_PX
  note.style.left = `${left}px`
  note.style.top = `${above ? at.top - height : at.bottom}px`
}
