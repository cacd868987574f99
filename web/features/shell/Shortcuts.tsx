/** Keyboard shortcuts: `/` to search, `?` for this list, `g` then a letter to go somewhere. Never while typing. */
import { useEffect } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { Dialog } from '../../components/Dialog.tsx'
import { shellWords } from '../../words/shell.ts'
import { useWords } from '../../i18n/useWords.ts'
import { cityNav, cityOf, publicNav, type NavItem } from './navigation.ts'

const LETTERS: Readonly<Record<string, string>> = {
  home: 'h',
  results: 'r',
  pilots: 'p',
  catalogue: 'l',
  methods: 'm',
  api: 'a',
  overview: 'o',
  data: 'd',
  frameworks: 'f',
  evaluations: 'e',
  compare: 'c',
  settings: 's',
}

function targets(path: string): readonly NavItem[] {
  const city = cityOf(path)
  return city === null ? publicNav : [...cityNav(city), ...publicNav]
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}

/** The page's search: the one marked, else the first search or text box in the page. */
function focusSearch(): boolean {
  const box = document.querySelector<HTMLElement>(
    '#main [data-search], #main input[type="search"], #main input[role="combobox"], #main input:not([type]), #main input[type="text"]',
  )
  box?.focus()
  return box !== null
}

export function Shortcuts({ open, onOpen }: { readonly open: boolean; readonly onOpen: (open: boolean) => void }) {
  const words = useWords(shellWords)
  const { path, route } = useLocation()
  useEffect(() => {
    let going = 0
    const onKeyDown = (event: KeyboardEvent): void => {
      if (
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        event.isComposing ||
        isTyping(event.target) ||
        document.querySelector('dialog[open]') !== null
      )
        return
      const sequence = Date.now() - going < 1500
      going = 0
      if (event.key === '/' && focusSearch()) event.preventDefault()
      else if (event.key === '?') onOpen(true)
      else if (event.key === 'g') going = Date.now()
      else if (sequence) {
        const item = targets(path).find((candidate) => LETTERS[candidate.word] === event.key)
        if (item !== undefined) route(item.href)
      }
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [path, route, onOpen])
  return (
    <Dialog open={open} size="s" title={words.shortcuts} onClose={() => onOpen(false)}>
      <dl class="shortcut-list">
        <dt>
          <kbd>/</kbd>
        </dt>
        <dd>{words.keySearch}</dd>
        <dt>
          <kbd>?</kbd>
        </dt>
        <dd>{words.keyHelp}</dd>
        <dt>
          <kbd>↑</kbd> <kbd>↓</kbd>
        </dt>
        <dd>{words.keyTable}</dd>
        <dt>
          <kbd>Esc</kbd>
        </dt>
        <dd>{words.keyEscape}</dd>
        {targets(path).map((item) => (
          <div class="shortcut-go" key={item.href}>
            <dt>
              <kbd>g</kbd> <kbd>{LETTERS[item.word]}</kbd>
            </dt>
            <dd>{words[item.word]}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
