/** What stands behind one indicator's numbers: sources of target and floor, the floor, scale, caution and breaks. Edited as a draft and kept
 * together; what the server refused last time stands beside its field. */
import { useState } from 'preact/hooks'
import { periodTime } from '../../../worker/engine/time/periodTime.ts'
import type { AnchorSource, MeasuringScale, TreeNode } from '../../../worker/contract/frameworks.ts'
import type { z } from 'zod'
import type { FieldFault } from '../../api/problem.ts'
import { Button, Dialog, NumberInput, RadioGroup, Select, TextInput } from '../../components/index.ts'
import { formatUnit } from '../../format/unit.ts'
import { nameIn } from '../../i18n/nameIn.ts'
import { frameworkWords } from '../../words/frameworks.ts'
import { locale } from '../../i18n/locale.ts'
import { meaningWords } from '../../words/meaning.ts'
import { useWords } from '../../i18n/useWords.ts'
import type { FactsEdit } from './edits.ts'

interface Props {
  readonly node: TreeNode
  readonly faults: readonly FieldFault[]
  readonly onKeep: (facts: FactsEdit) => void
  readonly onClose: () => void
}

/** undefined: typed, and no number. */
type Typed = number | null | undefined

const UNKNOWN: AnchorSource = { kind: 'estimated', document: '', year: null }

export function FactsDialog({ node, faults, onKeep, onClose }: Props) {
  const words = useWords(frameworkWords)
  const facts = node.indicator
  const [target, setTarget] = useState<Draft>(draftOf(facts?.targetSource))
  const [floor, setFloor] = useState<Typed>(facts?.floor ?? null)
  const [floorSource, setFloorSource] = useState<Draft>(draftOf(facts?.floorSource))
  const bounded = facts?.scale?.kind === 'bounded' ? facts.scale : null
  const [kind, setKind] = useState<z.infer<typeof MeasuringScale>['kind']>(bounded ? 'bounded' : 'ratio')
  const [low, setLow] = useState<Typed>(bounded?.low ?? 0)
  const [high, setHigh] = useState<Typed>(bounded?.high ?? 100)
  const [caution, setCaution] = useState(facts?.caution ?? '')
  const [breaks, setBreaks] = useState(facts?.breaks ?? [])
  const [tried, setTried] = useState(false)
  if (!facts) return null
  const name = nameIn(locale.value, node)
  const unit = formatUnit(facts.unit, locale.value)
  const refused = (field: string): string | null => faults.find((fault) => fault.path.includes(field))?.message ?? null
  const ends = typeof low === 'number' && typeof high === 'number' && high > low
  const wrong = {
    target: yearFault(target),
    floorSource: yearFault(floorSource),
    floor: floor === undefined,
    scale: kind === 'bounded' && !ends,
    breaks: breaks.some((one) => periodTime(one.period) === null || one.note.trim() === ''),
  }
  const keep = (): void => {
    setTried(true)
    if (Object.values(wrong).some(Boolean) || floor === undefined) return
    onKeep({
      // What nobody touched stays as it is, unsaid included.
      ...(same(target, draftOf(facts.targetSource)) ? {} : { targetSource: sourceOf(target) }),
      floor,
      ...(floor === null || same(floorSource, draftOf(facts.floorSource))
        ? {}
        : { floorSource: sourceOf(floorSource) }),
      ...(kind === 'bounded' && typeof low === 'number' && typeof high === 'number'
        ? { scale: { kind, low, high } as const }
        : facts.scale === undefined
          ? {}
          : { scale: { kind: 'ratio' } as const }),
      caution: caution.trim(),
      breaks: breaks.map((one) => ({ period: one.period.trim(), note: one.note.trim() })),
    })
  }
  const setBreak = (i: number, change: { period?: string; note?: string }): void =>
    setBreaks(breaks.map((one, at) => (at === i ? { ...one, ...change } : one)))
  return (
    <Dialog
      open
      side
      title={words.factsOf(name)}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button kind="primary" onClick={keep}>
            {words.keep}
          </Button>
        </>
      }
    >
      <div class="stack">
        <p class="small muted">{words.factsLater}</p>
        <SourceFields
          id="target"
          title={words.fTargetSource}
          draft={target}
          fault={tried && wrong.target}
          refused={refused('.targetSource')}
          onChange={setTarget}
        />
        <NumberInput
          id="facts-floor"
          label={words.fFloor}
          hint={words.floorHint}
          unit={unit}
          value={floor ?? null}
          error={tried && wrong.floor ? words.badNumber : refused('.floor')}
          onChange={setFloor}
        />
        {floor !== null && (
          <SourceFields
            id="floor"
            title={words.fFloorSource}
            draft={floorSource}
            fault={tried && wrong.floorSource}
            refused={refused('.floorSource')}
            onChange={setFloorSource}
          />
        )}
        <p class="small muted">{words.scaleHint}</p>
        <RadioGroup
          id="facts-scale"
          label={words.fScale}
          value={kind}
          error={refused('.scale')}
          choices={[
            { value: 'ratio', label: words.scaleRatio },
            { value: 'bounded', label: words.scaleBounded },
          ]}
          onChange={setKind}
        />
        {kind === 'bounded' && (
          <div class="framework-pair-fields">
            <NumberInput id="facts-low" label={words.low} unit={unit} value={low ?? null} onChange={setLow} />
            <NumberInput
              id="facts-high"
              label={words.high}
              unit={unit}
              value={high ?? null}
              error={tried && wrong.scale ? words.badEnds : null}
              onChange={setHigh}
            />
          </div>
        )}
        <TextInput
          id="facts-caution"
          label={words.fCaution}
          hint={words.cautionHint}
          optional
          rows={2}
          maxLength={300}
          value={caution}
          error={refused('.caution')}
          onInput={setCaution}
        />
        <fieldset class="framework-breaks">
          <legend>{words.fBreaks}</legend>
          <p class="small muted">{words.breaksHint}</p>
          {breaks.map((one, i) => (
            <div key={i} class="framework-pair-fields">
              <TextInput
                id={`facts-break-${i}`}
                label={words.breakPeriod}
                width="s"
                value={one.period}
                error={tried && periodTime(one.period) === null ? words.badPeriod : i === 0 ? refused('.breaks') : null}
                onInput={(period) => setBreak(i, { period })}
              />
              <TextInput
                id={`facts-break-note-${i}`}
                label={words.breakNote}
                maxLength={300}
                value={one.note}
                error={tried && one.note.trim() === '' ? words.badNote : null}
                onInput={(note) => setBreak(i, { note })}
              />
              <Button size="s" kind="quiet" onClick={() => setBreaks(breaks.filter((_, at) => at !== i))}>
                {words.removeBreak}
              </Button>
            </div>
          ))}
          {breaks.length < 20 && (
            <Button size="s" icon="plus" onClick={() => setBreaks([...breaks, { period: '', note: '' }])}>
              {words.addBreak}
            </Button>
          )}
        </fieldset>
      </div>
    </Dialog>
  )
}

interface Draft {
  readonly kind: AnchorSource['kind']
  readonly document: string
  readonly year: Typed
}

const draftOf = (source: AnchorSource | undefined): Draft => source ?? UNKNOWN
const sourceOf = ({ kind, document, year }: Draft): AnchorSource => ({
  kind,
  document: document.trim(),
  year: year ?? null,
})
const same = (a: Draft, b: Draft): boolean => JSON.stringify(a) === JSON.stringify(b)
const yearFault = ({ year }: Draft): boolean =>
  year === undefined || (year !== null && (!Number.isInteger(year) || year < 1900 || year > 2200))

interface SourceProps {
  readonly id: string
  readonly title: string
  readonly draft: Draft
  readonly fault: boolean
  readonly refused: string | null
  readonly onChange: (draft: Draft) => void
}

function SourceFields({ id, title, draft, fault, refused, onChange }: SourceProps) {
  const words = useWords(frameworkWords)
  const meaning = useWords(meaningWords)
  return (
    <fieldset class="framework-breaks">
      <legend>{title}</legend>
      <div class="framework-pair-fields">
        <Select
          id={`facts-${id}-kind`}
          label={words.kind}
          value={draft.kind}
          options={(['standard', 'plan', 'estimated'] as const).map((kind) => ({
            value: kind,
            label: meaning[`kind.${kind}`],
          }))}
          onChange={(kind) => onChange({ ...draft, kind })}
        />
        <NumberInput
          id={`facts-${id}-year`}
          label={words.year}
          value={draft.year ?? null}
          error={fault ? words.badYear : null}
          onChange={(year) => onChange({ ...draft, year })}
        />
      </div>
      <TextInput
        id={`facts-${id}-document`}
        label={words.document}
        hint={words.documentHint}
        maxLength={200}
        value={draft.document}
        error={refused}
        onInput={(document) => onChange({ ...draft, document })}
      />
    </fieldset>
  )
}
