/** The language in use: `?lang=` wins and is stored, then the stored choice, then Chinese. `<html lang>` follows it. */
import { effect, signal } from '@preact/signals'
import { readStored, writeStored } from '../router/stored.ts'

export type Locale = 'zh-CN' | 'en'

const STORED = 'jh.lang'

function initial(): Locale {
  const asked = new URLSearchParams(location.search).get('lang')
  if (asked !== null) writeStored(STORED, asked.startsWith('en') ? 'en' : 'zh-CN')
  return readStored(STORED) === 'en' ? 'en' : 'zh-CN'
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

/** The name in the language in use, for data that carries both; falls back to the Chinese one. */
export function pick(zh: string, en: string | null | undefined): string {
  return locale.value === 'en' && en ? en : zh
}

effect(() => {
  document.documentElement.lang = locale.value
})
