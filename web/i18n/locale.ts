/** The language in use: `?lang=` wins and is stored, then the stored choice, then the browser's own, then Chinese. `<html lang>` follows
 * it; web/public/boot.js sets that attribute by the same rule before the first paint. */
import { effect, signal } from '@preact/signals'
import { readStored, writeStored } from '../router/stored.ts'
import { chooseLocale, type Locale } from './chooseLocale.ts'

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
    url.searchParams.set('lang', next === 'en' ? 'en' : 'zh')
    history.replaceState(history.state, '', url)
  }
  locale.value = next
}

/** The name in the language in use, for data that carry both; falls back to the Chinese one. */
export function pick(zh: string, en: string | null | undefined): string {
  return locale.value === 'en' && en ? en : zh
}

effect(() => {
  document.documentElement.lang = locale.value
})
