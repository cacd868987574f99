/** A message in the page: what, where, and what now. Tone is always an icon and a word too, never colour alone. */
import type { ComponentChildren } from 'preact'
import { componentWords } from '../words/components.ts'
import { useWords } from '../i18n/useWords.ts'
import { Icon, type IconName } from './Icon.tsx'
import { colon } from '../i18n/punctuation.ts'

export type Tone = 'info' | 'good' | 'warn' | 'bad'

export interface NoticeProps {
  readonly tone?: Tone
  readonly title?: ComponentChildren
  readonly children?: ComponentChildren
  readonly actions?: ComponentChildren
  /** Announced when it appears after an act of the person. */
  readonly live?: boolean
}

export const TONE_ICON: Readonly<Record<Tone, IconName>> = { info: 'info', good: 'check', warn: 'warn', bad: 'error' }

export function Notice({ tone = 'info', title, children, actions, live }: NoticeProps) {
  const words = useWords(componentWords)
  const spoken = { info: words.info, good: words.ok, warn: words.warning, bad: words.error }[tone]
  return (
    <div class={`notice notice-${tone}`} role={live === true ? (tone === 'bad' ? 'alert' : 'status') : undefined}>
      <Icon name={TONE_ICON[tone]} size={20} />
      <div class="notice-text">
        <span class="visually-hidden">
          {spoken}
          {colon()}
        </span>
        {title !== undefined && <p class="notice-title">{title}</p>}
        {children !== undefined && <div>{children}</div>}
        {actions !== undefined && <div class="row notice-actions">{actions}</div>}
      </div>
    </div>
  )
}
