/** Indicator × area: raw values in the cells, goodness as shade. A cell opens its own explanation. */
import { useMemo, useState } from 'preact/hooks'
import type { CellState } from '../../../charts/table.ts'
import type { HeatCell, HeatLine } from '../../../charts/heat.ts'
import { HeatTable } from '../../../charts/HeatTable.tsx'
import { decimalsFor } from '../../../charts/numbers.ts'
import { Dialog } from '../../../components/index.ts'
import { formatUnit } from '../../../format/unit.ts'
import { useFormat } from '../../../format/useFormat.ts'
import { nameIn } from '../../../i18n/nameIn.ts'
import { locale } from '../../../i18n/locale.ts'
import { useWords } from '../../../i18n/useWords.ts'
import { workspaceWords } from '../../../words/workspace.ts'
import { CellTrace } from '../CellTrace.tsx'
import { leavesUnder, pathTo } from '../model.ts'
import type { TabProps } from '../WorkspaceContext.ts'

export function HeatTab({ evaluation, result, selection, city, slug, source, active, onActive }: TabProps) {
  const words = useWords(workspaceWords)
  const format = useFormat()
  const lang = locale.value
  const [open, setOpen] = useState<{ readonly indicator: string; readonly area: string } | null>(null)
  const place = useMemo(() => new Map(evaluation.areas.map((area, i) => [area.code, i])), [evaluation])
  const adjusted = useMemo(
    () =>
      new Map(
        evaluation.adjusted
          .filter((cell) => cell.period === result.period)
          .map((cell) => [`${cell.indicator} ${cell.area}`, cell]),
      ),
    [evaluation, result.period],
  )
  const rows = useMemo<HeatLine[]>(() => {
    const inside = leavesUnder(evaluation.nodes, selection.node)
    return evaluation.nodes
      .filter((node) => inside.has(node.code))
      .map((node) => ({
        key: node.code,
        label: nameIn(lang, node),
        unit: formatUnit(node.unit, lang),
        digits: decimalsFor(result.values[node.code] ?? [], 2),
        group: pathTo(evaluation.nodes, node.code).find((step) => step.kind === 'domain')?.code,
      }))
  }, [evaluation, result, selection.node, lang])
  const columns = useMemo<HeatLine[]>(
    () => evaluation.areas.map((area) => ({ key: area.code, label: nameIn(lang, area) })),
    [evaluation, lang],
  )
  const cell = (row: HeatLine, column: HeatLine): HeatCell => {
    const i = place.get(column.key) ?? -1
    const value = result.values[row.key]?.[i] ?? null
    const score = result.normalised[row.key]?.[i] ?? null
    const change = adjusted.get(`${row.key} ${column.key}`)
    const state: CellState =
      change?.kind === 'imputed'
        ? 'imputed'
        : change?.kind === 'treated'
          ? 'treated'
          : value === null
            ? 'missing'
            : 'ok'
    const shown = value ?? (change?.kind === 'imputed' ? change.to : null)
    return { value: shown, shade: score === null ? null : score / 100, state, ...(change ? { note: change.note } : {}) }
  }
  const missing = rows.reduce(
    (sum, row) => sum + (result.values[row.key] ?? []).filter((value) => value === null).length,
    0,
  )
  return (
    <>
      <HeatTable
        title={words.heatTitle(rows.length, columns.length, missing)}
        indicator={words.heatMeasure}
        period={format.period(result.period)}
        source={source}
        demo={city.isDemo}
        headingLevel={2}
        corner={words.indicator}
        rows={rows}
        columns={columns}
        cell={cell}
        activeKey={active}
        onActive={onActive}
        onOpen={(row, column) => setOpen({ indicator: row.key, area: column.key })}
      />
      <Dialog open={open !== null} title={words.trace} size="m" side onClose={() => setOpen(null)}>
        {open && (
          <CellTrace evaluation={evaluation} result={result} indicator={open.indicator} area={open.area} slug={slug} />
        )}
      </Dialog>
    </>
  )
}
