/** The numbers behind a chart as a table with caption and headers; the first column names the row. */
import { usePaper } from '../components/paper.ts'
import { ScrollTable } from '../components/ScrollTable.tsx'
import { locale } from '../i18n/locale.ts'
import { cellText, columnHeading, type ChartTable } from './table.ts'
import { chartWords } from '../words/charts.ts'

const SHOWN = 300

export function ChartTableView({ table }: { readonly table: ChartTable }) {
  const lang = locale.value
  const words = chartWords[lang]
  const most = usePaper() ? table.rows.length : SHOWN
  return (
    <ScrollTable class="chart-scroll" label={table.caption}>
      <table class="chart-table">
        <caption>{table.caption}</caption>
        <thead>
          <tr>
            {table.columns.map((column, i) => (
              <th key={i} scope="col" class={column.digits === undefined ? undefined : 'num'}>
                {columnHeading(column, lang)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.slice(0, most).map((row, r) => (
            <tr key={r}>
              {table.columns.map((column, c) => {
                const text = cellText(row[c], column, lang)
                if (c === 0)
                  return (
                    <th key={c} scope="row">
                      {text}
                    </th>
                  )
                return (
                  <td key={c} class={column.digits === undefined ? undefined : 'num'}>
                    {text}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {table.rows.length > most && <p class="chart-note">{words.moreRows(most, table.rows.length)}</p>}
    </ScrollTable>
  )
}
