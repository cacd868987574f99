/** A disclosure that hangs below its button: closes on Escape, on a click outside and when focus leaves. Content is free. */
import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { Icon, type IconName } from './Icon.tsx'

export interface MenuProps {
  /** The button's words. */
  readonly label: ComponentChildren
  /** Its accessible name when the words alone do not say it. */
  readonly title?: string
  readonly icon?: IconName
  readonly align?: 'start' | 'end'
  readonly children: ComponentChildren | ((close: () => void) => ComponentChildren)
  readonly plain?: boolean
}

export function Menu({ label, title, icon, align = 'end', children, plain }: MenuProps) {
  const id = useId()
  const [open, setOpen] = useState(false)
  const holder = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!open) return undefined
    const outside = (event: PointerEvent): void => {
      if (event.target instanceof Node && holder.current?.contains(event.target) !== true) setOpen(false)
    }
    document.addEventListener('pointerdown', outside)
    return () => document.removeEventListener('pointerdown', outside)
  }, [open])
  const close = (): void => {
    setOpen(false)
    button.current?.focus()
  }
  return (
    <div
      class="menu"
      ref={holder}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return
        event.stopPropagation()
        close()
      }}
      onFocusOut={(event) => {
        if (event.relatedTarget instanceof Node && holder.current?.contains(event.relatedTarget) !== true)
          setOpen(false)
      }}
    >
      <button
        ref={button}
        type="button"
        class={plain === true ? 'menu-plain' : 'btn btn-quiet btn-s'}
        aria-expanded={open}
        aria-controls={id}
        aria-label={title}
        onClick={() => setOpen(!open)}
      >
        {icon !== undefined && <Icon name={icon} />}
        <span class="menu-label">{label}</span>
        <Icon name="down" size={14} />
      </button>
      <div id={id} class={`menu-panel menu-${align}`} hidden={!open}>
        {open && (typeof children === 'function' ? children(close) : children)}
      </div>
    </div>
  )
}
