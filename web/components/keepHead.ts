/** Keeps the head of a wide table in view: while the table's own head is above the window, a copy of it stands in the strip before the
 * box, as wide and as far scrolled. The copy is for eyes and the mouse only; keyboard and screen readers keep to the table. */
const ACTIVE = 'button, input, a'

export function keepHead(box: HTMLElement, strip: HTMLElement): () => void {
  const table = box.querySelector('table')
  const head = table?.tHead
  if (table === null || head === null || head === undefined) return () => undefined
  const view = document.createElement('div')
  view.className = 'head-strip-view'
  strip.append(view)
  let frame = 0
  let fresh = false

  const copy = (): void => {
    fresh = true
    const own = document.createElement('table')
    own.className = table.className
    const made = head.cloneNode(true)
    own.append(made)
    for (const element of own.querySelectorAll<HTMLElement>('*')) {
      for (const name of ['id', 'for', 'aria-describedby']) element.removeAttribute(name)
      if (element.matches(ACTIVE)) element.tabIndex = -1
    }
    view.replaceChildren(own)
    fit(own)
  }
  const fit = (own: HTMLTableElement): void => {
    own.style.width = `${table.offsetWidth}px`
    const to = own.querySelectorAll<HTMLElement>('th, td')
    for (const [i, cell] of head.querySelectorAll<HTMLElement>('th, td').entries()) {
      const target = to[i]
      if (target === undefined) continue
      const width = `${cell.getBoundingClientRect().width}px`
      Object.assign(target.style, { width, minWidth: width, maxWidth: width })
    }
  }
  const update = (): void => {
    frame = 0
    const top = strip.getBoundingClientRect().top
    const around = box.getBoundingClientRect()
    const height = head.getBoundingClientRect().height
    // The strip itself is stuck: it stands where the head has to be as soon as the box has moved above it.
    const shown = around.top < top - 1 && around.bottom > top + 2 * height
    view.hidden = !shown
    if (!shown) return
    if (!fresh) copy()
    view.scrollLeft = box.scrollLeft
  }
  const soon = (): void => {
    if (frame === 0) frame = requestAnimationFrame(update)
  }
  const changed = (): void => {
    fresh = false
    soon()
  }
  const pass = (event: Event): void => {
    const target = event.target instanceof Element ? event.target.closest(ACTIVE) : null
    if (target === null) return
    event.preventDefault()
    const at = [...view.querySelectorAll(ACTIVE)].indexOf(target)
    head.querySelectorAll<HTMLElement>(ACTIVE)[at]?.click()
  }

  const resized = new ResizeObserver(changed)
  resized.observe(table)
  const edited = new MutationObserver(changed)
  edited.observe(head, { subtree: true, childList: true, characterData: true, attributes: true })
  addEventListener('scroll', soon, { capture: true, passive: true })
  view.addEventListener('click', pass)
  update()
  return () => {
    cancelAnimationFrame(frame)
    resized.disconnect()
    edited.disconnect()
    removeEventListener('scroll', soon, { capture: true })
    view.remove()
  }
}
