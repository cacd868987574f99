/** Which published results to compare: region filter, search by name, chips of what is chosen. */
import { useMemo } from 'preact/hooks'
import type { PublicationSummary, RegionInfo } from '../../../worker/contract/public.ts'
import { Button, Combobox, Select } from '../../components/index.ts'
import { inBrackets } from '../../format/marks.ts'
import { useFormat } from '../../format/useFormat.ts'
import { nameIn } from '../../i18n/nameIn.ts'
import { comparisonWords } from '../../words/comparison.ts'
import { locale } from '../../i18n/locale.ts'
import { useWords } from '../../i18n/useWords.ts'
import { useQueryState } from '../../router/useQueryState.ts'
import { nameAmong, sameLine } from './lines.ts'

export const MOST = 30

interface Props {
  readonly publications: readonly PublicationSummary[]
  readonly regions: readonly RegionInfo[]
  readonly chosen: readonly string[]
  /** Names of chosen results that are not among the newest. */
  readonly names: ReadonlyMap<string, string>
  readonly onChange: (ids: readonly string[]) => void
}

export function CityChooser({ publications, regions, chosen, names, onChange }: Props) {
  const words = useWords(comparisonWords)
  const format = useFormat()
  const [region, setRegion] = useQueryState('region', '')
  const inRegion = useMemo(
    () => publications.filter((one) => region === '' || one.city.regionCode === region),
    [publications, region],
  )
  const open = inRegion.filter((one) => !chosen.includes(one.id))
  const full = chosen.length >= MOST
  const picked = publications.filter((one) => chosen.includes(one.id))
  const first = picked.find((one) => one.id === chosen[0])
  return (
    <div class="compare-chooser no-print">
      <div class="filters">
        <Select
          id="compare-region"
          label={words.region}
          value={region}
          options={[
            { value: '', label: words.allRegions },
            ...regions.map((one) => ({
              value: one.code,
              label: inBrackets(nameIn(locale.value, one), String(one.publishedCityCount), locale.value),
            })),
          ]}
          onChange={setRegion}
        />
        <div class="compare-add">
          <Combobox
            id="compare-add"
            label={words.add}
            placeholder={words.addHint}
            value={null}
            hint={full ? words.most : undefined}
            options={
              full
                ? []
                : open.map((one) => ({
                    value: one.id,
                    label: nameOf(one),
                    hint: `${format.period(one.firstPeriod)}–${format.period(one.lastPeriod)} · ${one.template ? nameIn(locale.value, one.template) : one.frameworkName}`,
                  }))
            }
            onChange={(id) => id !== null && onChange([...chosen, id])}
          />
        </div>
        {region !== '' && open.length > 0 && !full && (
          <Button
            onClick={() =>
              onChange(
                [...chosen, ...(first ? open.filter(sameLine(first)) : open).map((one) => one.id)].slice(0, MOST),
              )
            }
          >
            {words.addRegion}
          </Button>
        )}
      </div>
      {chosen.length > 0 && (
        <ul class="compare-chips" aria-label={words.chosen}>
          {chosen.map((id) => {
            const one = publications.find((publication) => publication.id === id)
            const name = one ? nameAmong(one, picked, locale.value) : (names.get(id) ?? words.earlierResult)
            return (
              <li key={id}>
                {name}
                <Button
                  kind="quiet"
                  size="s"
                  icon="close"
                  label={words.remove(name)}
                  onClick={() => onChange(chosen.filter((other) => other !== id))}
                />
              </li>
            )
          })}
          {chosen.length > 2 && (
            <li class="compare-clear">
              <Button kind="quiet" size="s" onClick={() => onChange([])}>
                {words.clear}
              </Button>
            </li>
          )}
        </ul>
      )}
    </div>
  )
}

function nameOf(one: PublicationSummary): string {
  return nameIn(locale.value, one.city)
}
