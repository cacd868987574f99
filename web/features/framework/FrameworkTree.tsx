/** The tree as a table: search, folding, and inline weights and targets when `onEdit` is given. */
import { useMemo, useState } from 'preact/hooks'
import { Button, LiveRegion, Notice, ScrollTable, TextInput } from '../../components/index.ts'
import type { FieldFault } from '../../api/problem.ts'
import { frameworkWords } from '../../words/frameworks.ts'
import { useWords } from '../../i18n/useWords.ts'
import { useQueryState } from '../../router/useQueryState.ts'
import { NodeRow, type NodeRowProps } from './NodeRow.tsx'
import { treeFaults } from './treeFaults.ts'
import { isIndicator, matching, treeRows, unfolded } from './treeRows.ts'
import type { FrameworkBody } from '../../../worker/contract/frameworks.ts'

export interface FrameworkTreeProps {
  readonly id: string
  /** With unsaved changes. */
  readonly body: FrameworkBody
  readonly saved?: FrameworkBody
  readonly onEdit?: NodeRowProps['onEdit']
  /** Opens the sources and scale of an indicator. */
  readonly onFacts?: ((code: string) => void) | undefined
  /** What the server refused, by code. */
  readonly refused?: ReadonlyMap<string, readonly FieldFault[]>
  /** `code.field` of inputs whose text cannot be read. */
  readonly unreadable?: ReadonlySet<string>
}

const NONE: ReadonlySet<string> = new Set()

export function FrameworkTree({ id, body, saved, onEdit, onFacts, refused, unreadable = NONE }: FrameworkTreeProps) {
  const words = useWords(frameworkWords)
  const [query, setQuery] = useQueryState(`${id}.q`, '')
  const [folded, setFolded] = useState<ReadonlySet<string>>(NONE)
  const rows = useMemo(() => treeRows(body.root, body.method.weighting), [body])
  const savedNodes = useMemo(
    () =>
      new Map(
        (saved === undefined ? [] : treeRows(saved.root, saved.method.weighting)).map(
          (row) => [row.node.code, row.node] as const,
        ),
      ),
    [saved],
  )
  const faults = useMemo(() => treeFaults(rows, body.method, unreadable, words), [rows, unreadable, words])
  const kept = matching(rows, query)
  const shown = kept === null ? unfolded(rows, folded) : rows.filter((row) => kept.has(row.node.code))
  const found = kept === null ? null : shown.filter(isIndicator).length
  const showGoalposts = rows.some((row) => row.node.indicator?.goalposts)
  const branches = rows.filter((row) => !isIndicator(row) && row.parent !== null).map((row) => row.node.code)
  const onFold = (code: string): void => {
    const next = new Set(folded)
    if (!next.delete(code)) next.add(code)
    setFolded(next)
  }
  return (
    <div class="framework-tree">
      <div class="spread framework-tools">
        <TextInput
          id={`${id}-search`}
          type="search"
          label={words.search}
          labelHidden
          placeholder={words.searchHint}
          width="m"
          value={query}
          onInput={setQuery}
        />
        <div class="row">
          <Button size="s" kind="quiet" disabled={kept !== null} onClick={() => setFolded(NONE)}>
            {words.expandAll}
          </Button>
          <Button size="s" kind="quiet" disabled={kept !== null} onClick={() => setFolded(new Set(branches))}>
            {words.collapseAll}
          </Button>
        </div>
      </div>
      <LiveRegion message={found === null ? '' : found === 0 ? words.nothingFound : words.found(found)} />
      {body.method.weighting === 'equal' && <Notice>{words.equalWeights}</Notice>}
      {found === 0 ? (
        <p class="muted">{words.nothingFound}</p>
      ) : (
        <ScrollTable class="table-wrap framework-wrap" label={words.treeCaption}>
          <table class="table">
            <caption class="visually-hidden">{words.treeCaption}</caption>
            <thead>
              <tr>
                <th scope="col">{words.colNode}</th>
                <th scope="col" class="align-end framework-weight">
                  {words.colWeight}
                  <span class="th-sub">{words.colWeightSub}</span>
                </th>
                <th scope="col" class="align-end framework-share">
                  {words.colShare}
                </th>
                <th scope="col" class="framework-target">
                  {words.colTarget}
                </th>
                <th scope="col" class="framework-floor">
                  {words.colFloor}
                </th>
                {showGoalposts && (
                  <th scope="col" class="framework-goalposts">
                    {words.colGoalposts}
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {shown.map((row) => (
                <NodeRow
                  key={row.node.code}
                  row={row}
                  saved={savedNodes.get(row.node.code)}
                  folded={folded.has(row.node.code)}
                  onFold={kept === null ? onFold : undefined}
                  showGoalposts={showGoalposts}
                  onEdit={onEdit}
                  onFacts={onFacts}
                  refused={refused?.get(row.node.code) ?? []}
                  faults={faults.get(row.node.code) ?? {}}
                />
              ))}
            </tbody>
          </table>
        </ScrollTable>
      )}
    </div>
  )
}
