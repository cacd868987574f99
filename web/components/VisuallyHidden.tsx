/** For screen readers only. */
import type { ComponentChildren } from 'preact'

export function VisuallyHidden({ children }: { readonly children: ComponentChildren }) {
  return <span class="visually-hidden">{children}</span>
}
