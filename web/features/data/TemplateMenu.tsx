/** Downloads an empty CSV to fill in: every area, every indicator, in wide or long form. */
import { useState } from 'preact/hooks'
import { Button, Menu, TextInput } from '../../components/index.ts'
import { dataWords } from '../../words/data.ts'
import { useWords } from '../../i18n/useWords.ts'
import { isPeriod } from './isPeriod.ts'
import { saveCsv } from './saveCsv.ts'

interface Props {
  readonly city: string
  readonly frameworkId: string | null
  readonly period: string
  readonly align?: 'start' | 'end'
}

export function TemplateMenu({ city, frameworkId, period: given, align = 'end' }: Props) {
  const words = useWords(dataWords)
  const [typed, setTyped] = useState<string | null>(null)
  const period = (typed ?? given).trim()
  const valid = isPeriod(period)
  const save = (layout: 'wide' | 'long', close: () => void): void => {
    close()
    void saveCsv(
      `/api/v1/cities/${city}/observations/template.csv`,
      { period, layout, frameworkId },
      `${city}-${period}-${layout}.csv`,
    )
  }
  return (
    <Menu label={words.template} icon="download" align={align}>
      {(close: () => void) => (
        <div class="stack data-template">
          <TextInput
            id="template-period"
            label={words.templatePeriod}
            width="s"
            value={typed ?? given}
            onInput={setTyped}
            error={valid ? null : words.periodBad}
          />
          <Button disabled={!valid} onClick={() => save('wide', close)}>
            {words.templateWide}
          </Button>
          <Button disabled={!valid} onClick={() => save('long', close)}>
            {words.templateLong}
          </Button>
        </div>
      )}
    </Menu>
  )
}
