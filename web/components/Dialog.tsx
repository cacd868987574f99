/** A modal on the native <dialog>: the browser keeps focus inside, closes on Escape and gives focus back where it was. */
import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import { componentWords } from '../words/components.ts'
import { useWords } from '../i18n/useWords.ts'
import { Button } from './Button.tsx'

export interface DialogProps {
  readonly open: boolean
  readonly title: string
  readonly onClose: () => void
  readonly children: ComponentChildren
  /** Buttons, the main one last. */
  readonly footer?: ComponentChildren
  readonly size?: 's' | 'm' | 'l'
  /** A sheet along the right edge, for detail beside a table. */
  readonly side?: boolean
}

let held = 0

/** Stops the page from scrolling; the room of its scroll bar stays, so that nothing moves. */
function holdPage(): () => void {
  const root = document.documentElement
  held += 1
  if (held === 1) {
    root.style.paddingInlineEnd = `${innerWidth - root.clientWidth}px`
    root.classList.add('no-scroll')
  }
  return () => {
    held -= 1
    if (held > 0) return
    root.classList.remove('no-scroll')
    root.style.paddingInlineEnd = ''
  }
}

export function Dialog({ open, title, onClose, children, footer, size = 'm', side }: DialogProps) {
  const words = useWords(componentWords)
  const element = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const dialog = element.current
    if (dialog === null) return undefined
    if (open && !dialog.open) dialog.showModal()
    if (!open && dialog.open) dialog.close()
    if (!open) return undefined
    // One thing scrolls at a time: the page behind stands still.
    return holdPage()
  }, [open])
  return (
    <dialog
      ref={element}
      class={`dialog dialog-${size}${side === true ? ' dialog-side' : ''}`}
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={(event) => {
        // A click on the backdrop has the dialog itself as target.
        if (event.target === element.current) element.current?.close()
      }}
    >
      {open && (
        <div class="dialog-box">
          <header class="dialog-head">
            <h2 id={titleId}>{title}</h2>
            <Button kind="quiet" icon="close" label={words.close} onClick={onClose} />
          </header>
          <div class="dialog-body">{children}</div>
          {footer !== undefined && <footer class="dialog-foot">{footer}</footer>}
        </div>
      )}
    </dialog>
  )
}
