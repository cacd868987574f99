/** Which periods, each with how complete its data are and whether populations are known. */
import type { Completeness } from '../../../../worker/contract/observations.ts'
import { Checkbox, Icon } from '../../../components/index.ts'
import { useFormat } from '../../../format/useFormat.ts'
import { evaluationsWords } from '../../../words/evaluations.ts'
import { useWords } from '../../../i18n/useWords.ts'
import { periodFill } from './draft.ts'

interface Props {
  readonly completeness: Completeness
  readonly periodsWithPeople: ReadonlySet<string>
  readonly chosen: readonly string[]
  readonly fault: boolean
  readonly onChange: (periods: readonly string[]) => void
}

export function PeriodStep({ completeness, periodsWithPeople, chosen, fault, onChange }: Props) {
  const words = useWords(evaluationsWords)
  const format = useFormat()
  const toggle = (period: string, on: boolean) =>
    onChange(completeness.periods.filter((one) => (one === period ? on : chosen.includes(one))))
  return (
    <fieldset class={fault ? 'field field-error' : 'field'} aria-describedby={fault ? 'periods-error' : undefined}>
      <legend class="field-label">{words.periods}</legend>
      <p class="field-hint">{words.periodsHint}</p>
      {fault && (
        <p class="field-fault" id="periods-error" role="alert">
          <Icon name="error" size={16} /> {words.periodsError}
        </p>
      )}
      <div class="radios">
        {completeness.periods.map((period, p) => {
          const { filled, expected } = periodFill(completeness, p)
          const share = expected > 0 ? filled / expected : 0
          const people = periodsWithPeople.has(period) ? words.population : words.noPopulation
          return (
            <Checkbox
              key={period}
              label={format.period(period)}
              hint={
                <>
                  {words.complete(filled, expected, format.percent(share))} · {people}
                  <span class="eval-meter" aria-hidden="true">
                    <span style={{ width: `${Math.round(share * 100)}%` }} />
                  </span>
                </>
              }
              checked={chosen.includes(period)}
              onChange={(on) => toggle(period, on)}
            />
          )
        })}
      </div>
    </fieldset>
  )
}
