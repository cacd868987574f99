/** What an indicator's score rests on: target and floor with kind, document and year; its scale; where the number misleads; and where its
 * definition changed. Stands wherever a score of an indicator stands. */
import type { EvaluationNode } from '../../../worker/contract/evaluations.ts'
import type { AnchorSource, IndicatorFacts } from '../../../worker/contract/frameworks.ts'
import { Badge, Explained, Notice } from '../../components/index.ts'
import { formatUnit } from '../../format/unit.ts'
import { useFormat } from '../../format/useFormat.ts'
import { locale } from '../../i18n/locale.ts'
import { meaningWords } from '../../words/meaning.ts'
import { useWords } from '../../i18n/useWords.ts'
import { AnchorKind, anchorNote } from './AnchorKind.tsx'
import { onlyEstimated } from './onlyEstimated.ts'
import './meaning.css'

export type Anchored = Pick<EvaluationNode, 'target' | 'targetSource' | 'floor' | 'floorSource' | 'scale' | 'unit'> & {
  readonly caution?: string | null
  readonly breaks?: IndicatorFacts['breaks']
}

export function AnchorFacts({ node }: { readonly node: Anchored }) {
  const words = useWords(meaningWords)
  const format = useFormat()
  const lang = locale.value
  const unit = formatUnit(node.unit, lang)
  const { target } = node
  const scale = node.scale
  return (
    <div class="anchor-facts">
      <p class="anchor-line">
        <Anchor
          label={words.target}
          text={
            target === null
              ? null
              : typeof target === 'number'
                ? format.number(target, { unit })
                : format.range(target[0], target[1], { unit })
          }
          source={node.targetSource}
        />
        <Anchor
          label={words.floor}
          text={node.floor === null ? null : format.number(node.floor, { unit })}
          source={node.floorSource}
        />
        {scale && (
          <span>
            <span class="muted">{words.scale}</span>{' '}
            <span class="num">
              {scale.kind === 'ratio'
                ? words['scale.ratio']
                : words['scale.bounded'](format.number(scale.low), format.number(scale.high))}
            </span>
          </span>
        )}
        {onlyEstimated(node) && (
          <Badge tone="warn">
            <Explained note={words.onlyEstimatedNote}>{words.onlyEstimated}</Explained>
          </Badge>
        )}
      </p>
      {node.caution && (
        <Notice tone="warn" title={words.caution}>
          {node.caution}
        </Notice>
      )}
      {(node.breaks ?? []).map(({ period, note }) => (
        <p key={period} class="small muted">
          {words.breakAt(format.period(period), note)}
        </p>
      ))}
    </div>
  )
}

interface AnchorProps {
  readonly label: string
  readonly text: string | null
  readonly source: AnchorSource | null
}

function Anchor({ label, text, source }: AnchorProps) {
  const words = useWords(meaningWords)
  return (
    <span>
      <span class="muted">{label}</span> <span class="num">{text ?? '—'}</span>
      {text !== null && (
        <>
          {' '}
          <AnchorKind source={source} />
          <span class="anchor-print small muted"> {anchorNote(source, words)}</span>
        </>
      )}
    </span>
  )
}
