/** Buttons and links that look like buttons. One primary per screen; destructive ones name the object in their words. */
import type { ComponentChildren, Ref } from 'preact'
import { Icon, type IconName } from './Icon.tsx'

export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger'

interface Look {
  readonly kind?: ButtonKind
  readonly size?: 'm' | 's'
  readonly icon?: IconName
  /** For buttons that show only an icon. */
  readonly label?: string
  readonly children?: ComponentChildren
}

export interface ButtonProps extends Look {
  readonly onClick?: (event: MouseEvent) => void
  readonly type?: 'button' | 'submit'
  readonly disabled?: boolean
  /** Work under way: the button stays focusable, says so, and ignores clicks. */
  readonly busy?: boolean
  readonly pressed?: boolean
  readonly expanded?: boolean
  readonly controls?: string
  readonly buttonRef?: Ref<HTMLButtonElement>
}

function look({ kind = 'secondary', size = 'm', label, children }: Look): string {
  const iconOnly = label !== undefined && children === undefined
  return `btn btn-${kind}${size === 's' ? ' btn-s' : ''}${iconOnly ? ' btn-icon' : ''}`
}

export function Button(props: ButtonProps) {
  const {
    icon,
    label,
    children,
    onClick,
    type = 'button',
    disabled,
    busy,
    pressed,
    expanded,
    controls,
    buttonRef,
  } = props
  return (
    <button
      ref={buttonRef ?? null}
      type={type}
      class={look(props)}
      disabled={disabled === true}
      aria-disabled={busy === true ? 'true' : undefined}
      aria-busy={busy === true ? 'true' : undefined}
      aria-label={label}
      title={children === undefined ? label : undefined}
      aria-pressed={pressed}
      aria-expanded={expanded}
      aria-controls={controls}
      onClick={(event) => {
        if (busy === true) event.preventDefault()
        else onClick?.(event)
      }}
    >
      {busy === true ? <span class="spinner" aria-hidden="true" /> : icon !== undefined && <Icon name={icon} />}
      {children !== undefined && <span>{children}</span>}
    </button>
  )
}

export interface LinkButtonProps extends Look {
  readonly href: string
  readonly download?: string | boolean
  readonly external?: boolean
}

export function LinkButton(props: LinkButtonProps) {
  const { href, icon, label, children, download, external } = props
  return (
    <a
      href={href}
      class={look(props)}
      aria-label={label}
      download={download}
      {...(external === true ? { target: '_blank', rel: 'noopener' } : {})}
    >
      {icon !== undefined && <Icon name={icon} />}
      {children !== undefined && <span>{children}</span>}
    </a>
  )
}
