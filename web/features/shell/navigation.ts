/** Which rooms there are, from the address alone. Pure, so that the rail, the bottom bar and the tests agree. */
import type { IconName } from '../../components/Icon.tsx'
import type { WordsOf } from '../../i18n/area.ts'
import type { shellWords } from '../../words/shell.ts'

type ShellText = WordsOf<typeof shellWords>
type PlainKey = { [K in keyof ShellText]: ShellText[K] extends string ? K : never }[keyof ShellText]

export interface NavItem {
  readonly href: string
  readonly word: PlainKey
  readonly icon: IconName
}

export type ShellWords = Readonly<Record<PlainKey, string>>

export const publicNav: readonly NavItem[] = [
  { href: '/', word: 'home', icon: 'home' },
  { href: '/results', word: 'results', icon: 'chart' },
  { href: '/pilots', word: 'pilots', icon: 'list' },
  { href: '/catalogue', word: 'catalogue', icon: 'book' },
  { href: '/methods', word: 'methods', icon: 'scale' },
  { href: '/api', word: 'api', icon: 'code' },
]

export function cityNav(city: string): readonly NavItem[] {
  const base = `/c/${city}`
  return [
    { href: base, word: 'overview', icon: 'home' },
    { href: `${base}/data`, word: 'data', icon: 'grid' },
    { href: `${base}/frameworks`, word: 'frameworks', icon: 'tree' },
    { href: `${base}/evaluations`, word: 'evaluations', icon: 'chart' },
    { href: `${base}/compare`, word: 'compare', icon: 'compare' },
    { href: `${base}/settings`, word: 'settings', icon: 'gear' },
  ]
}

/** The city of an address, if it is in a city's room. */
export function cityOf(path: string): string | null {
  return /^\/c\/([^/]+)/.exec(path)?.[1] ?? null
}

/** The home of the site or of a room: it is current on its own address only, not on every address below it. */
const HOME = /^\/$|^\/[cg]\/[^/]+$/

/** The entry an address belongs to: the longest one it starts with. */
export function currentHref(items: readonly NavItem[], path: string): string | null {
  let best: string | null = null
  for (const { href } of items) {
    const inside = path === href || (!HOME.test(href) && path.startsWith(`${href}/`))
    if (inside && href.length > (best?.length ?? -1)) best = href
  }
  return best
}
