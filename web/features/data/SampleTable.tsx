/** The first rows of the file as read, with the cells that have a problem marked in line and in words. */
import type { ImportRecord } from '../../../worker/contract/imports.ts'
import { Section } from '../../components/index.ts'
import { componentWords } from '../../words/components.ts'
import { importWords } from '../../words/imports.ts'
import { aside } from '../../i18n/punctuation.ts'
import { useWords } from '../../i18n/useWords.ts'

export function SampleTable({ record }: { readonly record: ImportRecord }) {
  const words = useWords(importWords)
  const common = useWords(componentWords)
  const [header, ...rows] = record.sample
  if (header === undefined) return null
  const marks = new Map(
    [...record.problems]
      .reverse()
      .flatMap((p) =>
        p.places.flatMap((at) => (at.row === null ? [] : [[`${at.row} ${at.column ?? ''}`, p] as const])),
      ),
  )
  const markOf = (row: number, column: string) => marks.get(`${row} ${column}`)
  return (
    <Section title={words.sample} lead={words.sampleLead}>
      <div class="table-wrap" role="region" aria-label={words.sample + aside(common.scrollable)} tabIndex={0}>
        <table class="table table-dense data-sample">
          <caption class="visually-hidden">{words.sample}</caption>
          <thead>
            <tr>
              <th scope="col">{words.sampleRow}</th>
              {header.map((cell, i) => {
                const mark = markOf(record.sampleRows[0] ?? 1, cell)
                return (
                  <th
                    key={i}
                    scope="col"
                    class={mark === undefined ? undefined : `data-mark-${mark.severity}`}
                    title={mark?.what}
                  >
                    {cell}
                  </th>
                )
              })}
            </tr>
          </thead>
          <tbody>
            {rows.map((cells, r) => {
              const row = record.sampleRows[r + 1] ?? r + 2
              return (
                <tr key={row}>
                  <th scope="row" class={markOf(row, '') === undefined ? 'num' : 'num data-mark-error'}>
                    {row}
                  </th>
                  {header.map((column, i) => {
                    const mark = markOf(row, column)
                    return (
                      <td
                        key={i}
                        class={mark === undefined ? undefined : `data-mark-${mark.severity}`}
                        title={mark?.what}
                      >
                        {cells[i] ?? ''}
                        {mark !== undefined && (
                          <span class="visually-hidden">{aside(words[`${mark.severity}Kind`])}</span>
                        )}
                      </td>
                    )
                  })}
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </Section>
  )
}
