/** A titled part of a page. No boxes: a heading, space and at most a line. The id makes it a link target. */
import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'

export interface SectionProps {
  readonly title: ComponentChildren
  readonly id?: string
  readonly lead?: ComponentChildren
  readonly action?: ComponentChildren
  readonly level?: 2 | 3
  readonly children: ComponentChildren
}

export function Section({ title, id, lead, action, level = 2, children }: SectionProps) {
  const own = useId()
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section class="section" id={id} aria-labelledby={`${id ?? own}-title`}>
      <div class="spread section-head">
        <Heading id={`${id ?? own}-title`}>{title}</Heading>
        {action}
      </div>
      {lead !== undefined && <p class="section-lead">{lead}</p>}
      {children}
    </section>
  )
}
