/** One row of the tree: name with what is known of it, weight, share of the total, target. Inputs only for those who may change it. */
import { Badge, Button, Explained, VisuallyHidden } from '../../components/index.ts'
import { parseTyped } from '../../format/parseTyped.ts'
import { formatUnit } from '../../format/unit.ts'
import { useFormat } from '../../format/useFormat.ts'
import { nameIn } from '../../i18n/nameIn.ts'
import type { WordsOf } from '../../i18n/area.ts'
import { frameworkWords } from '../../words/frameworks.ts'
import { locale } from '../../i18n/locale.ts'
import { meaningWords } from '../../words/meaning.ts'
import { useWords } from '../../i18n/useWords.ts'
import type { FieldFault } from '../../api/problem.ts'
import { AnchorKind } from '../meaning/AnchorKind.tsx'
import { onlyEstimated } from '../meaning/onlyEstimated.ts'
import { CellInput } from './CellInput.tsx'
import { targetOf, type NodeEdit } from './edits.ts'
import { parseTarget, targetText } from './targetText.ts'
import type { TreeNode } from '../../../worker/contract/frameworks.ts'
import type { TreeRow } from './treeRows.ts'

export interface NodeRowProps {
  readonly row: TreeRow
  /** The node as it is saved, to show what a change replaces. */
  readonly saved: TreeNode | undefined
  readonly folded: boolean
  /** Absent while searching: then every branch that holds a match stands open. */
  readonly onFold: ((code: string) => void) | undefined
  readonly showGoalposts: boolean
  /** Absent = read only. */
  readonly onEdit?: ((node: TreeNode, edit: NodeEdit | null, field: 'weight' | 'target' | 'facts') => void) | undefined
  readonly onFacts?: ((code: string) => void) | undefined
  readonly refused: readonly FieldFault[]
  readonly faults: {
    readonly weight?: string | undefined
    readonly target?: string | undefined
    readonly node?: string | undefined
  }
}

/** What is known of an indicator, in one line: direction · unit · layer · department. */
function metaLine({ indicator }: TreeNode, words: WordsOf<typeof frameworkWords>): string {
  if (indicator === undefined) return ''
  return [words[indicator.direction], formatUnit(indicator.unit, locale.value), indicator.layer, indicator.department]
    .filter((part) => part !== '')
    .join(' · ')
}

export function NodeRow({ row, saved, folded, onFold, showGoalposts, onEdit, onFacts, refused, faults }: NodeRowProps) {
  const words = useWords(frameworkWords)
  const meaning = useWords(meaningWords)
  const format = useFormat()
  const { node, depth, parent, local, effective } = row
  const { indicator, code } = node
  const name = nameIn(locale.value, node)
  const leaf = indicator !== undefined
  const weightChanged = saved !== undefined && saved.weight !== node.weight
  const target = targetOf(node)
  const wasTarget = saved === undefined ? null : targetOf(saved)
  const targetChanged = saved !== undefined && targetText(wasTarget) !== targetText(target)
  return (
    <tr class={leaf ? 'framework-leaf' : `framework-branch framework-${node.kind}`}>
      <th scope="row" class="framework-name">
        <div class={`framework-indent framework-depth-${Math.min(depth, 4)}`}>
          {leaf || onFold === undefined ? (
            <span class={leaf ? 'framework-bullet' : 'framework-nobullet'} aria-hidden="true" />
          ) : (
            <Button
              kind="quiet"
              size="s"
              icon={folded ? 'right' : 'down'}
              label={folded ? words.expand(name) : words.collapse(name)}
              expanded={!folded}
              onClick={() => onFold(code)}
            />
          )}
          <div>
            <span class="framework-title">{name}</span> <code class="framework-code">{code}</code>
            {leaf && <span class="framework-meta">{metaLine(node, words)}</span>}
            {leaf && (
              <span class="framework-meta">
                {indicator.scale?.kind === 'bounded'
                  ? meaning['scale.bounded'](format.number(indicator.scale.low), format.number(indicator.scale.high))
                  : meaning['scale.ratio']}
                {onlyEstimated(indicator) && (
                  <>
                    {' '}
                    <Badge tone="warn">
                      <Explained note={meaning.onlyEstimatedNote}>{meaning.onlyEstimated}</Explained>
                    </Badge>
                  </>
                )}
              </span>
            )}
            {indicator?.caution && (
              <span class="framework-meta">
                <Badge tone="warn">{meaning.caution}</Badge> {indicator.caution}
              </span>
            )}
            {(indicator?.breaks ?? []).map((one) => (
              <span key={one.period} class="framework-meta">
                {meaning.breakAt(format.period(one.period), one.note)}
              </span>
            ))}
            {refused.map((fault) => (
              <span key={`${fault.path} ${fault.message}`} class="framework-fault">
                {fault.message}
              </span>
            ))}
            {leaf && onFacts !== undefined && (
              <Button kind="quiet" size="s" onClick={() => onFacts(code)}>
                {words.editFacts}
                <VisuallyHidden> {name}</VisuallyHidden>
              </Button>
            )}
            {faults.node !== undefined && <span class="framework-fault">{faults.node}</span>}
          </div>
        </div>
      </th>
      <td class="align-end framework-weight">
        {parent === null ? null : (
          <div class="framework-pair">
            {onEdit === undefined ? (
              <span class="num">{format.number(node.weight)}</span>
            ) : (
              <CellInput
                id={`weight-${code}`}
                digits
                label={words.weightOf(name)}
                text={String(node.weight)}
                changed={weightChanged}
                fault={faults.weight ?? null}
                onText={(text) => {
                  const weight = parseTyped(text)
                  onEdit(node, typeof weight === 'number' && weight >= 0 && weight <= 1e6 ? { weight } : null, 'weight')
                }}
              />
            )}
            <span class="num muted framework-local">{format.percent(local)}</span>
          </div>
        )}
        {weightChanged && <span class="framework-was">{words.was(format.number(saved.weight))}</span>}
        {faults.weight !== undefined && (
          <span class="framework-fault" id={`weight-${code}-fault`}>
            {faults.weight}
          </span>
        )}
      </td>
      <td class="align-end num framework-share">{parent === null ? null : format.percent(effective, 2)}</td>
      <td class="framework-target">
        {leaf && (
          <>
            {onEdit === undefined ? (
              <span class="num">
                {target === null ? (
                  <span class="muted">{words.noTarget}</span>
                ) : (
                  `${targetText(target)} ${formatUnit(indicator.unit, locale.value)}`
                )}
              </span>
            ) : (
              <span class="framework-pair">
                <CellInput
                  id={`target-${code}`}
                  wide
                  label={words.targetOf(name, formatUnit(indicator.unit, locale.value))}
                  text={targetText(target)}
                  changed={targetChanged}
                  fault={faults.target ?? null}
                  onText={(text) => {
                    const next = parseTarget(text)
                    onEdit(node, next === undefined ? null : { target: next }, 'target')
                  }}
                />
                <span class="muted small framework-unit" aria-hidden="true">
                  {formatUnit(indicator.unit, locale.value)}
                </span>
              </span>
            )}
            {target !== null && (
              <span class="framework-anchor">
                <AnchorKind source={indicator.targetSource} />
              </span>
            )}
            {targetChanged && <span class="framework-was">{words.was(targetText(wasTarget) || words.noTarget)}</span>}
            {faults.target !== undefined && (
              <span class="framework-fault" id={`target-${code}-fault`}>
                {faults.target}
              </span>
            )}
          </>
        )}
      </td>
      <td class="framework-floor num">
        {leaf &&
          (indicator.floor === null ? (
            <span class="muted">{words.noTarget}</span>
          ) : (
            <>
              {format.number(indicator.floor)}
              <span class="framework-anchor">
                <AnchorKind source={indicator.floorSource} />
              </span>
            </>
          ))}
      </td>
      {showGoalposts && (
        <td class="num framework-goalposts">
          {indicator?.goalposts ? (
            `${format.number(indicator.goalposts[0])}–${format.number(indicator.goalposts[1])}`
          ) : leaf ? (
            <span class="muted">
              —<VisuallyHidden>{words.noTarget}</VisuallyHidden>
            </span>
          ) : null}
        </td>
      )}
    </tr>
  )
}
