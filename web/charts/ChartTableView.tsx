/** The numbers behind a chart as a table with caption and headers; the first column names the row. */
import { locale } from '../i18n/locale.ts'
import { cellText, columnHeading, type ChartTable } from './table.ts'
import { chartWords } from './words.ts'

const SHOWN = 300

export function ChartTableView({ table }: { readonly table: ChartTable }) {
  const lang = locale.value
  const words = chartWords(lang)
  return (
    <div class="chart-scroll" tabIndex={0} role="region" aria-label={table.caption}>
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
          {table.rows.slice(0, SHOWN).map((row, r) => (
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
      {table.rows.length > SHOWN && <p class="chart-note">{words.moreRows(SHOWN, table.rows.length)}</p>}
    </div>
  )
}
