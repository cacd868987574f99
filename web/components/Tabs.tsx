/** Tabs bound to a query parameter, so that a link shows the same tab. Arrow keys move, Home and End jump.
 * Only for different kinds of content, never to hide parts of one story. */
import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { useQueryState } from '../router/useQueryState.ts'

export interface TabItem<K extends string = string> {
  readonly key: K
  readonly label: ComponentChildren
  readonly count?: number
}

export interface TabsProps<K extends string> {
  readonly label: string
  readonly items: readonly TabItem<K>[]
  /** Name of the query parameter. */
  readonly param?: string
  readonly children: (active: K) => ComponentChildren
}

export function Tabs<K extends string>({ label, items, param = 'tab', children }: TabsProps<K>) {
  const id = useId()
  const [asked, setAsked] = useQueryState(param, items[0]?.key ?? '', { push: true })
  const active = items.find((item) => item.key === asked) ?? items[0]
  if (active === undefined) return null
  const go = (index: number): void => {
    const item = items[(index + items.length) % items.length]
    if (item === undefined) return
    setAsked(item.key)
    document.getElementById(`${id}-${item.key}`)?.focus()
  }
  const onKeyDown = (event: KeyboardEvent, index: number): void => {
    const target = { ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: items.length - 1 }[event.key]
    if (target === undefined) return
    event.preventDefault()
    go(target)
  }
  return (
    <div class="tabs">
      <div class="tablist" role="tablist" aria-label={label}>
        {items.map((item, index) => (
          <button
            key={item.key}
            type="button"
            id={`${id}-${item.key}`}
            role="tab"
            class="tab"
            aria-selected={item.key === active.key}
            aria-controls={`${id}-panel`}
            tabIndex={item.key === active.key ? 0 : -1}
            onClick={() => setAsked(item.key)}
            onKeyDown={(event) => onKeyDown(event, index)}
          >
            {item.label}
            {item.count !== undefined && <span class="tab-count num">{item.count}</span>}
          </button>
        ))}
      </div>
      <div class="tabpanel" id={`${id}-panel`} role="tabpanel" aria-labelledby={`${id}-${active.key}`} tabIndex={0}>
        {children(active.key)}
      </div>
    </div>
  )
}
