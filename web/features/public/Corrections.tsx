/** What a reader of a published result has to know of its place among others: that it was corrected, or what it corrects. */
import { useState } from 'preact/hooks'
import type { PublicationSummary } from '../../../worker/contract/public.ts'
import type { Publication } from '../../../worker/contract/publication.ts'
import type { PublicationChanges } from '../../../worker/contract/releases.ts'
import { useResource } from '../../api/useResource.ts'
import { Button, LinkButton, Notice, ProblemNotice, Section, Table, type Column } from '../../components/index.ts'
import { marks } from '../../format/marks.ts'
import { useFormat } from '../../format/useFormat.ts'
import { locale } from '../../i18n/locale.ts'
import { nameIn } from '../../i18n/nameIn.ts'
import { useWords } from '../../i18n/useWords.ts'
import { releaseWords } from '../../words/release.ts'
import './corrections.css'

type Change = PublicationChanges['changes'][number]

/** Enough to see the pattern; the rest on demand. */
const FIRST = 20

/** `standing` is its line in the list of publications; null while that is on its way. */
export function Standing({
  publication,
  standing,
}: {
  readonly publication: Publication
  readonly standing: PublicationSummary | null
}) {
  const words = useWords(releaseWords)
  const by = standing?.supersededBy ?? null
  if (by === null && publication.corrects === undefined) return null
  return (
    <div class="result-standing">
      {by !== null && (
        <Notice
          tone="warn"
          title={words.supersededBy}
          actions={<LinkButton href={`/results/${by}`}>{words.goToCorrection}</LinkButton>}
        />
      )}
      {publication.corrects !== undefined && (
        <Notice
          title={words.correctionOf}
          actions={
            <>
              <LinkButton href="#changes">{words.changesTitle}</LinkButton>
              <LinkButton href={`/results/${publication.corrects.id}`}>{words.goToCorrected}</LinkButton>
            </>
          }
        >
          {publication.corrects.reason}
        </Notice>
      )}
    </div>
  )
}

export function Changes({ publication }: { readonly publication: Publication }) {
  const words = useWords(releaseWords)
  const changes = useResource<PublicationChanges>(
    publication.corrects === undefined ? null : `/api/v1/publications/${encodeURIComponent(publication.id)}/changes`,
  )
  if (publication.corrects === undefined) return null
  return (
    <Section id="changes" title={words.changesTitle} lead={publication.corrects.reason}>
      {changes.data !== null ? (
        <ChangeTable changes={changes.data} />
      ) : changes.error?.code === 'withdrawn' ? (
        <p>{words.changesGone}</p>
      ) : (
        changes.error !== null && <ProblemNotice error={changes.error} onRetry={changes.reload} />
      )}
    </Section>
  )
}

function ChangeTable({ changes }: { readonly changes: PublicationChanges }) {
  const words = useWords(releaseWords)
  const format = useFormat()
  const lang = locale.value
  const fields: Readonly<Record<string, string>> = words.fields
  const [all, setAll] = useState(false)
  const shown = all ? changes.changes : changes.changes.slice(0, FIRST)
  const number = (value: number | null) => <span class="num">{format.number(value)}</span>
  const columns: Column<Change>[] = [
    { key: 'period', title: words.colPeriod, value: (row) => row.period, cell: (row) => format.period(row.period) },
    { key: 'item', title: words.colItem, rowHeader: true, minChars: 12, value: (row) => nameIn(lang, row) },
    { key: 'area', title: words.colArea, value: (row) => row.areaName ?? words.wholeCity },
    { key: 'what', title: words.colWhat, value: (row) => fields[row.what] ?? row.what },
    { key: 'from', title: words.colBefore, align: 'end', value: (row) => row.from, cell: (row) => number(row.from) },
    { key: 'to', title: words.colAfter, align: 'end', value: (row) => row.to, cell: (row) => number(row.to) },
  ]
  const also = changes.what.map((what) => words.alsoWhat[what]).join(marks(lang).listComma)
  return (
    <div class="stack">
      <p>{changes.changed === 0 ? words.changesSame : words.changesCount(changes.changed, changes.compared)}</p>
      {also !== '' && <p>{words.also(also)}</p>}
      {changes.changes.length > 0 && (
        <Table
          id="changes-table"
          caption={words.changesTitle}
          captionHidden
          rows={shown}
          columns={columns}
          rowKey={(row) => [row.period, row.node, row.area, row.what].join(' ')}
          csvName={words.changesTitle}
        />
      )}
      {shown.length < changes.changes.length && (
        <p>
          <Button size="s" onClick={() => setAll(true)}>
            {words.showAll(changes.changes.length)}
          </Button>
        </p>
      )}
      {all && changes.changes.length < changes.changed && (
        <p class="muted">{words.changesCut(changes.changes.length)}</p>
      )}
    </div>
  )
}
