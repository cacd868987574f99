/** A small state word. `Status` adds the tone's icon, so that the state reads without colour. */
import type { ComponentChildren } from 'preact'
import { Icon } from './Icon.tsx'
import { TONE_ICON, type Tone } from './Notice.tsx'

export interface BadgeProps {
  readonly tone?: Tone | 'neutral'
  readonly children: ComponentChildren
}

export function Badge({ tone = 'neutral', children }: BadgeProps) {
  return <span class={`badge badge-${tone}`}>{children}</span>
}

export function Status({ tone = 'neutral', children }: BadgeProps) {
  return (
    <span class={`status status-${tone}`}>
      <Icon name={tone === 'neutral' ? 'dot' : TONE_ICON[tone]} size={16} />
      {children}
    </span>
  )
}
