/** Where the result comes from: digests, framework version, method, warnings, the values the method touched, and any
 * number explained down to its raw value. */
import { useState } from 'preact/hooks'
import type { Evaluation, AdjustedCell } from '../../../../worker/contract/evaluations.ts'
import { api } from '../../../api/client.ts'
import { Combobox, CopyText, LinkButton, Section, Table, Term, type Column } from '../../../components/index.ts'
import { inBrackets, marks } from '../../../format/marks.ts'
import { useFormat } from '../../../format/useFormat.ts'
import { nameIn } from '../../../i18n/nameIn.ts'
import { fieldName } from '../../../i18n/fields.ts'
import { locale } from '../../../i18n/locale.ts'
import { useWords } from '../../../i18n/useWords.ts'
import { workspaceWords } from '../../../words/workspace.ts'
import { useQueryState } from '../../../router/useQueryState.ts'
import { CellTrace } from '../CellTrace.tsx'
import { MethodFacts } from '../MethodFacts.tsx'
import { nodeOf, rootOf } from '../model.ts'
import type { TabProps } from '../WorkspaceContext.ts'

type Warning = Evaluation['warnings'][number]

export function RecordTab({ evaluation, result, selection, slug }: TabProps) {
  const words = useWords(workspaceWords)
  const format = useFormat()
  const lang = locale.value
  const cells = evaluation.areas.length * evaluation.indicatorCount * evaluation.periods.length
  const placeOf = (row: Warning): string => {
    const node = nodeOf(evaluation.nodes, row.path ?? '')
    return node === undefined ? fieldName(row.path ?? '', lang) : nameIn(lang, node)
  }
  const warningColumns: Column<Warning>[] = [
    { key: 'message', title: words.message, rowHeader: true, value: (row) => row.message },
    { key: 'path', title: words.where, value: placeOf },
    { key: 'code', title: words.code, hidden: true, value: (row) => row.code },
  ]
  return (
    <div class="stack-l">
      <Section title={words.recordFacts}>
        <dl class="facts">
          <dt>
            <Term method="digest">{words.resultDigest}</Term>
          </dt>
          <dd>
            <CopyText text={evaluation.resultDigest} label={words.resultDigest} />
          </dd>
          <dt>{words.inputDigest}</dt>
          <dd>
            <CopyText text={evaluation.inputDigest} label={words.inputDigest} />
          </dd>
          <dt>{words.framework}</dt>
          <dd>
            <a href={`/c/${slug}/frameworks/${evaluation.frameworkId}?version=${evaluation.frameworkVersion}`}>
              {words.frameworkVersion(evaluation.frameworkName, evaluation.frameworkVersion)}
            </a>
          </dd>
          <dt>{words.engine}</dt>
          <dd>Junheng engine {evaluation.engineVersion}</dd>
          <dt>{words.periods}</dt>
          <dd>{evaluation.periods.map((period) => format.period(period)).join(marks(lang).listComma)}</dd>
          <dt>{words.areas}</dt>
          <dd class="num">{format.number(evaluation.areaCount)}</dd>
          <dt>{words.indicators}</dt>
          <dd class="num">{format.number(evaluation.indicatorCount)}</dd>
          <dt>{words.missingCells}</dt>
          <dd class="num">
            {inBrackets(
              words.cells(evaluation.missingCount),
              format.percent(cells > 0 ? evaluation.missingCount / cells : null),
              lang,
            )}
          </dd>
          <dt>{words.createdAt}</dt>
          <dd>{format.dateTime(evaluation.createdAt)}</dd>
          {evaluation.publishedAt !== null && (
            <>
              <dt>{words.publishedAt}</dt>
              <dd>{format.dateTime(evaluation.publishedAt)}</dd>
            </>
          )}
        </dl>
        <p class="small muted eval-hint">{words.digestHint}</p>
        <LinkButton
          icon="download"
          size="s"
          href={api.url(`/api/v1/cities/${slug}/evaluations/${evaluation.id}/snapshot`)}
          download={`${evaluation.id}.json`}
        >
          {words.snapshot}
        </LinkButton>
      </Section>
      <Section title={words.method}>
        <MethodFacts method={evaluation.method} estimatedShare={rootOf(evaluation.nodes)?.estimatedShare} />
      </Section>
      <Section title={words.trace} lead={words.traceLead} id="trace">
        <Tracer evaluation={evaluation} result={result} selection={selection} slug={slug} />
      </Section>
      <Section title={words.warnings}>
        {evaluation.warnings.length === 0 ? (
          <p class="muted">{words.noWarnings}</p>
        ) : (
          <Table
            id="warnings"
            caption={words.warnings}
            captionHidden
            rows={evaluation.warnings}
            columns={warningColumns}
            rowKey={(row) => `${row.code} ${row.path ?? ''} ${row.message}`}
            csvName={words.warnings}
          />
        )}
      </Section>
      <Section title={words.adjusted}>
        {evaluation.adjusted.length === 0 ? (
          <p class="muted">{words.noAdjusted}</p>
        ) : (
          <AdjustedValues evaluation={evaluation} />
        )}
      </Section>
    </div>
  )
}

function AdjustedValues({ evaluation }: { readonly evaluation: Evaluation }) {
  const words = useWords(workspaceWords)
  const format = useFormat()
  const lang = locale.value
  const kinds = { treated: words.kindTreated, imputed: words.kindImputed, clipped: words.kindClipped }
  const indicator = (cell: AdjustedCell) => {
    const node = nodeOf(evaluation.nodes, cell.indicator)
    return node ? nameIn(lang, node) : cell.indicator
  }
  const area = (cell: AdjustedCell) => {
    const one = evaluation.areas.find((place) => place.code === cell.area)
    return one ? nameIn(lang, one) : cell.area
  }
  const columns: Column<AdjustedCell>[] = [
    { key: 'indicator', title: words.indicator, rowHeader: true, value: indicator },
    { key: 'area', title: words.area, value: area },
    { key: 'period', title: words.period, value: (cell) => cell.period },
    { key: 'kind', title: words.touchKind, value: (cell) => kinds[cell.kind] },
    {
      key: 'from',
      title: words.from,
      align: 'end',
      value: (cell) => cell.from,
      cell: (cell) => <span class="num">{format.number(cell.from)}</span>,
    },
    {
      key: 'to',
      title: words.to,
      align: 'end',
      value: (cell) => cell.to,
      cell: (cell) => <span class="num">{format.number(cell.to)}</span>,
    },
    { key: 'note', title: words.note, value: (cell) => cell.note },
  ]
  return (
    <Table
      id="adjusted"
      caption={words.adjusted}
      captionHidden
      rows={evaluation.adjusted}
      columns={columns}
      rowKey={(cell) => `${cell.kind} ${cell.indicator} ${cell.area} ${cell.period}`}
      csvName={words.adjusted}
    />
  )
}

function Tracer({
  evaluation,
  result,
  selection,
  slug,
}: Pick<TabProps, 'evaluation' | 'result' | 'selection' | 'slug'>) {
  const words = useWords(workspaceWords)
  const lang = locale.value
  const leaves = evaluation.nodes.filter((node) => node.kind === 'indicator')
  const [first] = useState(leaves[0]?.code ?? '')
  const [asked, setIndicator] = useQueryState(
    'trace',
    leaves.some((leaf) => leaf.code === selection.node) ? selection.node : first,
  )
  const indicator = leaves.some((leaf) => leaf.code === asked) ? asked : first
  const area = selection.area === '' ? (evaluation.areas[0]?.code ?? '') : selection.area
  return (
    <div class="stack">
      <div class="filters">
        <div class="eval-wide">
          <Combobox
            id="trace-area"
            label={words.area}
            value={area}
            options={evaluation.areas.map((one) => ({ value: one.code, label: nameIn(lang, one) }))}
            onChange={selection.setArea}
          />
        </div>
        <div class="eval-wide">
          <Combobox
            id="trace-indicator"
            label={words.indicator}
            value={indicator}
            options={leaves.map((leaf) => ({ value: leaf.code, label: nameIn(lang, leaf) }))}
            onChange={setIndicator}
          />
        </div>
      </div>
      <CellTrace evaluation={evaluation} result={result} indicator={indicator} area={area} slug={slug} />
    </div>
  )
}
