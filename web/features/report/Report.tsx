/** A result laid out for A4, on screen as it will be on paper: white, whole, without tools or navigation. The bar above it prints; the
 * browser's own dialog makes the PDF. */
import type { ComponentChildren } from 'preact'
import { Button, LinkButton } from '../../components/index.ts'
import { Paper } from '../../components/paper.ts'
import { reportWords } from '../../words/report.ts'
import { useWords } from '../../i18n/useWords.ts'
import { useRunningHead, type RunningHead } from './useRunningHead.ts'
import './report.css'

interface ReportProps {
  readonly head: RunningHead
  /** Back to the page this is the paper of. */
  readonly back: string
  readonly children: ComponentChildren
}

export function Report({ head, back, children }: ReportProps) {
  const words = useWords(reportWords)
  useRunningHead(head)
  return (
    <Paper.Provider value>
      <div class="report-bar no-print">
        <LinkButton icon="left" href={back}>
          {words.back}
        </LinkButton>
        <Button kind="primary" onClick={() => print()}>
          {words.print}
        </Button>
        <p class="muted small">{words.hint}</p>
      </div>
      <article class="report paper">
        <p class="report-running" aria-hidden="true">
          <span>{head.left}</span>
          <span class="report-digest">{head.right}</span>
        </p>
        {children}
      </article>
    </Paper.Provider>
  )
}

/** One numbered part. */
export function ReportPart({
  number,
  title,
  children,
}: {
  readonly number: number
  readonly title: string
  readonly children: ComponentChildren
}) {
  return (
    <section class="report-part">
      <h2 class="report-part-title">
        <span class="num">{number}</span> {title}
      </h2>
      {children}
    </section>
  )
}
