/** Light or dark: the stored choice, else what the system asks for, followed while nothing is stored. */
import { effect, signal } from '@preact/signals'
import { readStored, writeStored } from '../../router/stored.ts'

export type Theme = 'light' | 'dark'

const STORED = 'jh.theme'
const system = matchMedia('(prefers-color-scheme: dark)')

function chosen(): Theme | null {
  const stored = readStored(STORED)
  return stored === 'light' || stored === 'dark' ? stored : null
}

const fromSystem = (): Theme => (system.matches ? 'dark' : 'light')

/** Charts read it to redraw; everything else follows the attribute on <html>. */
export const theme = signal<Theme>(chosen() ?? fromSystem())

export function setTheme(next: Theme): void {
  writeStored(STORED, next === fromSystem() ? null : next)
  theme.value = next
}

effect(() => {
  document.documentElement.dataset['theme'] = theme.value
})

// Safari 13 has no addEventListener here; following the system live is a comfort only.
system.addEventListener?.('change', () => {
  if (chosen() === null) theme.value = fromSystem()
})
