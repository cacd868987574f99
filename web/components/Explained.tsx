/** A word with a note on focus, hover or tap. The note lies in the browser's top layer, above every sticky head and outside every scrolling
 * box; where there is none (before Chromium 114) the cell around the word is raised instead. */
import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef, useState } from 'preact/hooks'

export interface ExplainedProps {
  readonly note: ComponentChildren
  readonly children: ComponentChildren
  /** Called each time the note opens, before it is shown: a place to load what it says. */
  readonly onOpen?: (() => void) | undefined
}

const EDGE_PX = 12
const TOP_LAYER = typeof HTMLElement !== 'undefined' && 'showPopover' in HTMLElement.prototype

export function Explained({ note: said, children, onOpen }: ExplainedProps) {
  const id = useId()
  const [open, setOpen] = useState(false)
  const holder = useRef<HTMLSpanElement>(null)
  const word = useRef<HTMLButtonElement>(null)
  const note = useRef<HTMLSpanElement>(null)
  const show = (): void => {
    setOpen(true)
    onOpen?.()
  }
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
  }, [open])
  // What is said may arrive, and grow, while the note is open.
  useEffect(() => {
    if (open && word.current !== null && note.current !== null) place(note.current, word.current)
  })
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
        {said}
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
