/** The matrix as a heat table: each row is shaded by its own range, so that an outlier shows before it is read. */
import { useMemo, useState } from 'preact/hooks'
import type { ObservationMatrix } from '../../../worker/contract/observations.ts'
import { HeatTable } from '../../charts/HeatTable.tsx'
import type { HeatCell, HeatLine } from '../../charts/heat.ts'
import { formatUnit } from '../../format/unit.ts'
import { useFormat } from '../../format/useFormat.ts'
import { nameIn } from '../../i18n/nameIn.ts'
import { dataWords } from '../../words/data.ts'
import { locale } from '../../i18n/locale.ts'
import { useWords } from '../../i18n/useWords.ts'
import { useQueryState } from '../../router/useQueryState.ts'
import type { CityContext } from '../evaluation/useCity.ts'

interface Props {
  readonly data: ObservationMatrix
  /** Positions of the indicators to show. */
  readonly shown: readonly number[]
  readonly city: CityContext
}

const NOTHING: HeatCell = { value: null, shade: null, state: 'missing' }

export function ValuesTable({ data, shown, city }: Props) {
  const words = useWords(dataWords)
  const format = useFormat()
  const [area] = useQueryState('area', '')
  const [active, setActive] = useState<string | null>(area === '' ? null : area)
  const columns: HeatLine[] = data.areas.map((a) => ({ key: a.code, label: nameIn(locale.value, a) }))
  const domainName = new Map(data.domains.map((d) => [d.code, nameIn(locale.value, d)]))
  const { rows, cells, missing } = useMemo(() => prepare(data, shown), [data, shown])
  const at = new Map(columns.map((c, i) => [c.key, i]))
  return (
    <HeatTable
      title={
        missing === 0
          ? words.findingFull(format.number(shown.length), format.number(data.areas.length))
          : words.findingMissing(format.number(missing), format.number(shown.length * data.areas.length))
      }
      corner={words.indicator}
      indicator={words.valuesName}
      period={format.period(data.period)}
      source={words.source(city.name)}
      demo={city.isDemo}
      headingLevel={2}
      rows={rows.map(({ indicator, digits }) => ({
        key: indicator.code,
        label: nameIn(locale.value, indicator),
        unit: formatUnit(indicator.unit, locale.value),
        digits,
        group: indicator.domainCode,
        groupLabel: domainName.get(indicator.domainCode),
      }))}
      columns={columns}
      cell={(row, column) => cells.get(row.key)?.[at.get(column.key) ?? -1] ?? NOTHING}
      shadeLabel={words.shade}
      activeKey={active}
      onActive={(key) => setActive(key ?? (area === '' ? null : area))}
    />
  )
}

function prepare(data: ObservationMatrix, shown: readonly number[]) {
  let missing = 0
  const cells = new Map<string, readonly HeatCell[]>()
  const rows = shown.flatMap((i) => {
    const indicator = data.indicators[i]
    const values = data.values[i] ?? []
    if (indicator === undefined) return []
    const present = values.filter((v): v is number => v !== null)
    missing += values.length - present.length
    const low = Math.min(...present)
    const high = Math.max(...present)
    const place = (v: number): number | null =>
      high === low ? null : indicator.direction === 'cost' ? (high - v) / (high - low) : (v - low) / (high - low)
    cells.set(
      indicator.code,
      values.map((v): HeatCell => (v === null ? NOTHING : { value: v, shade: place(v), state: 'ok' })),
    )
    return [{ indicator, digits: Math.min(4, Math.max(0, ...present.map(decimals))) }]
  })
  return { rows, cells, missing }
}

function decimals(value: number): number {
  const text = String(value)
  return text.includes('e') ? 4 : (text.split('.')[1] ?? '').length
}
