/** A page whose code arrives when it is first visited. Shows a skeleton while loading and a way on when loading fails
 * (a new version was published meanwhile: reloading fetches it). Moves focus to the page for screen readers. */
import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Button } from '../components/Button.tsx'
import { Notice } from '../components/Notice.tsx'
import { Skeleton } from '../components/Skeleton.tsx'
import { shellWords } from '../words/shell.ts'
import { useWords } from '../i18n/useWords.ts'
import type { PageProps } from './PageProps.ts'
import { underWay } from './ready.ts'

export type PageModule = { readonly default: ComponentType<PageProps<never>> }

interface RoutedProps {
  readonly params?: Readonly<Record<string, string>>
}

let visits = 0

export interface LazyPage {
  readonly page: ComponentType<RoutedProps>
  /** Fetches the code and no more; a page that has it renders at once. */
  readonly preload: () => Promise<void>
}

export function lazyPage(load: () => Promise<PageModule>): LazyPage {
  let Page: ComponentType<PageProps> | null = null
  const preload = async (): Promise<void> => {
    Page ??= asPage(await load())
  }
  return { page: LazyPage, preload }

  function LazyPage({ params = {} }: RoutedProps) {
    const words = useWords(shellWords)
    const [, setRound] = useState(0)
    const [failed, setFailed] = useState(false)
    const fetchPage = async (): Promise<void> => {
      setFailed(false)
      try {
        await underWay(preload())
        setRound((n) => n + 1)
      } catch {
        setFailed(true)
      }
    }
    useEffect(() => {
      // The code may have come between the first render and now: rendering again is due either way.
      void fetchPage()
      visits += 1
      // The first page of a visit keeps the browser's own focus.
      if (visits > 1 && location.hash === '') document.getElementById('main')?.focus({ preventScroll: true })
    }, [])
    const ready = Page !== null
    useEffect(() => {
      if (ready && location.hash !== '')
        document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView()
    }, [ready])
    if (Page !== null) return <Page key={JSON.stringify(params)} params={params} />
    if (!failed) return <Skeleton lines={6} />
    return (
      <Notice
        tone="warn"
        title={words.pageFailed}
        actions={
          <>
            <Button kind="primary" onClick={() => void fetchPage()}>
              {words.tryAgain}
            </Button>
            <Button onClick={() => location.reload()}>{words.reloadPage}</Button>
          </>
        }
      />
    )
  }
}

/** The route table gives each page exactly the parameters its pattern names. */
function asPage(module: PageModule): ComponentType<PageProps> {
  return module.default as ComponentType<PageProps>
}
