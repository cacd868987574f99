/** When a publication becomes public, and whether it corrects an earlier one: two questions of the publish dialog, asked only where they matter. */
import type { Release } from '../../../worker/contract/releases.ts'
import { useResource } from '../../api/useResource.ts'
import { Checkbox, SegmentedControl, Select, TextInput } from '../../components/index.ts'
import { useFormat } from '../../format/useFormat.ts'
import { useWords } from '../../i18n/useWords.ts'
import { releaseWords } from '../../words/release.ts'

const LONGEST_MS = 366 * 24 * 3600 * 1000

export interface Correcting {
  readonly id: string
  readonly reason: string
}
interface Asked {
  /** As a date-and-time field has it, in local time; null = at once. */
  readonly embargo: string | null
  readonly corrects: Correcting | null
}
interface Props extends Asked {
  readonly slug: string
  readonly open: boolean
  /** Faults are shown from the first try on. */
  readonly tried: boolean
  readonly onEmbargo: (value: string | null) => void
  readonly onCorrects: (value: Correcting | null) => void
}

/** Milliseconds, or null where it is no moment within the year to come. */
export function momentOf(text: string): number | null {
  const ms = new Date(text).getTime()
  return Number.isNaN(ms) || ms <= Date.now() || ms > Date.now() + LONGEST_MS ? null : ms
}

export const isComplete = ({ embargo, corrects }: Asked): boolean =>
  (embargo === null || momentOf(embargo) !== null) &&
  (corrects === null || (corrects.id !== '' && corrects.reason.trim() !== ''))

export function WhenAndWhat({ slug, open, tried, embargo, corrects, onEmbargo, onCorrects }: Props) {
  const words = useWords(releaseWords)
  const format = useFormat()
  const releases = useResource<{ readonly items: readonly Release[] }>(
    open ? `/api/v1/cities/${slug}/releases` : null,
    {
      limit: 100,
    },
  )
  const correctable = (releases.data?.items ?? []).filter(
    (r) => r.basis === 'publication' && r.leftAt !== null && r.withdrawn === null && r.supersededBy === null,
  )
  return (
    <>
      <SegmentedControl
        id="publish-when"
        label={words.when}
        labelHidden={false}
        value={embargo === null ? 'now' : 'later'}
        choices={[
          { value: 'now', label: words.now },
          { value: 'later', label: words.later },
        ]}
        onChange={(value) => onEmbargo(value === 'later' ? '' : null)}
      />
      {embargo !== null && (
        <TextInput
          id="publish-until"
          type="datetime-local"
          width="m"
          label={words.until}
          hint={words.laterHint}
          required
          value={embargo}
          error={tried && momentOf(embargo) === null ? words.needDate : null}
          onInput={onEmbargo}
        />
      )}
      {correctable.length > 0 && (
        <Checkbox
          label={words.corrects}
          hint={words.correctsHint}
          checked={corrects !== null}
          onChange={(on) => onCorrects(on ? { id: '', reason: '' } : null)}
        />
      )}
      {corrects !== null && (
        <div class="form">
          <Select
            id="publish-corrects"
            label={words.which}
            value={corrects.id}
            error={tried && corrects.id === '' ? words.needWhich : null}
            options={[
              { value: '', label: words.choose },
              ...correctable.map((r) => ({ value: r.id, label: words.option(r.title, format.date(r.from)) })),
            ]}
            onChange={(id) => onCorrects({ ...corrects, id })}
          />
          <TextInput
            id="publish-reason"
            label={words.whatWasWrong}
            hint={words.whatWasWrongHint}
            rows={2}
            maxLength={500}
            required
            value={corrects.reason}
            error={tried && corrects.reason.trim() === '' ? words.needReason : null}
            onInput={(reason) => onCorrects({ ...corrects, reason })}
          />
        </div>
      )}
    </>
  )
}
