/** The language in use: `?lang=` wins and is stored, then the stored choice, then the browser's own, then Chinese. `<html lang>` follows
 * it; web/public/boot.js sets that attribute by the same rule before the first paint. */
import { effect, signal } from '@preact/signals'
import { readStored, writeStored } from '../router/stored.ts'
import { chooseLocale } from './chooseLocale.ts'
import { primaryOf, type Locale } from './languages.ts'

export type { Locale }

const STORED = 'jh.lang'

function initial(): Locale {
  const asked = new URLSearchParams(location.search).get('lang')
  const chosen = chooseLocale(asked, readStored(STORED), navigator.languages)
  if (asked !== null) writeStored(STORED, chosen)
  return chosen
}

/** Reading `locale.value` while rendering is enough: the component renders again when the language changes. */
export const locale = signal<Locale>(initial())

export function setLocale(next: Locale): void {
  writeStored(STORED, next)
  const url = new URL(location.href)
  if (url.searchParams.has('lang')) {
    url.searchParams.set('lang', primaryOf(next))
    history.replaceState(history.state, '', url)
  }
  locale.value = next
}

effect(() => {
  document.documentElement.lang = locale.value
})
