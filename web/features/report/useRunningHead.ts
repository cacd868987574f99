/** The line on top of every printed page. It needs an @page rule with words of its own, which no stylesheet file can hold and the content
 * security policy forbids to write into the page: the rule goes in through the CSSOM. Browsers without page-margin boxes (before Chromium
 * 131) print the document's title in their own header instead, so that carries the same words. */
import { useEffect } from 'preact/hooks'
import { PRODUCT } from '../../i18n/languages.ts'

export interface RunningHead {
  /** City · period · version. */
  readonly left: string
  /** The digest. */
  readonly right: string
  /** 演示数据, at the foot of every page. */
  readonly foot: string
}

export function useRunningHead({ left, right, foot }: RunningHead): void {
  useEffect(() => {
    const before = document.title
    document.title = [left, right, PRODUCT].join(' · ')
    const box = (place: string, text: string, size: string): string =>
      `@${place} { content: ${quoted(text)}; font: ${size} "PingFang SC", "Microsoft YaHei", "Noto Sans SC", sans-serif; color: #55635f; white-space: nowrap; }`
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(
      `@page { ${box('top-left', left, '8pt')} ${box('top-right', right, '6pt')} ${box('bottom-left', foot, '8pt')} }`,
    )
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet)
      document.title = before
    }
  }, [left, right, foot])
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&').replace(/\s+/g, ' ')}"`
}
