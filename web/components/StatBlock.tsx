/** A few figures in a row, separated by lines, not boxed: label, number with unit, range, change against the last period. */
import type { ComponentChildren } from 'preact'

export interface Stat {
  readonly key: string
  readonly label: ComponentChildren
  /** Already formatted, without its unit. */
  readonly value: ComponentChildren
  readonly unit?: string
  /** The value is a name, not a number: set smaller. */
  readonly text?: boolean
  /** "71.2–74.8（5–95%）" */
  readonly range?: ComponentChildren
  /** "+2.3 比 2023年", with its tone by meaning, not by sign. */
  readonly change?: ComponentChildren
  readonly changeTone?: 'good' | 'bad' | 'neutral'
  readonly note?: ComponentChildren
}

export interface StatBlockProps {
  readonly stats: readonly Stat[]
  readonly size?: 'm' | 'l'
}

export function StatBlock({ stats, size = 'm' }: StatBlockProps) {
  return (
    <dl class={`stats stats-${size}`}>
      {stats.map((stat) => (
        <div class="stat" key={stat.key}>
          <dt>{stat.label}</dt>
          <dd>
            <span class={stat.text === true ? 'stat-value stat-text' : 'stat-value num'}>
              {stat.value}
              {stat.unit !== undefined && <span class="stat-unit">{stat.unit}</span>}
            </span>
            {stat.range !== undefined && <span class="stat-range num">{stat.range}</span>}
            {stat.change !== undefined && (
              <span class={`stat-change num tone-${stat.changeTone ?? 'neutral'}`}>{stat.change}</span>
            )}
            {stat.note !== undefined && <span class="stat-note">{stat.note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
