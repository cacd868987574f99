/** The box around every table: the page scrolls, the head stays. A table that fits has no box at all, so its head sticks to the page by
 * CSS. One that is wider scrolls sideways in its own box, where CSS cannot stick to the page: a copy of the head does, in step with it. */
import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { keepHead } from './keepHead.ts'
import { usePaper } from './paper.ts'

export interface ScrollTableProps {
  readonly label: string
  readonly class?: string
  /** Exactly one table, and what belongs under it. */
  readonly children: ComponentChildren
}

export function ScrollTable({ label, class: name = 'table-wrap', children }: ScrollTableProps) {
  const paper = usePaper()
  const box = useRef<HTMLDivElement>(null)
  const strip = useRef<HTMLDivElement>(null)
  const [wide, setWide] = useState(false)
  useLayoutEffect(() => {
    const element = box.current
    if (element === null || paper) return undefined
    const table = element.querySelector('table')
    if (table === null) return undefined
    // Labels drawn beyond the last column count as well as the columns.
    const measure = (): void => setWide(Math.max(table.offsetWidth, element.scrollWidth) > element.clientWidth + 1)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    observer.observe(table)
    return () => observer.disconnect()
  }, [paper])
  useLayoutEffect(() => {
    if (!wide || box.current === null || strip.current === null) return undefined
    return keepHead(box.current, strip.current)
  }, [wide])
  return (
    <>
      <div ref={strip} class="head-strip" aria-hidden="true" />
      <div
        ref={box}
        class={`${name} ${wide ? 'scroll-wide' : 'scroll-fits'}`}
        role="region"
        aria-label={label}
        tabIndex={wide ? 0 : undefined}
      >
        {children}
      </div>
    </>
  )
}
