/** Checked values → the JSON texts of import_chunks (shape: db/region/queries/imports.ts), each below D1's limit on one parameter. */
import { D1_LIMITS } from '../../../db/limits.ts'
import { utf8Length } from '../../../db/jsonSlices.ts'
import type { SortedCells } from './cellStore.ts'
import type { ImportDictionary } from './dictionary.ts'
import type { ProblemList } from './problemList.ts'

export function stagedChunks(
  cells: SortedCells,
  dictionary: ImportDictionary,
  problems: Pick<ProblemList, 'reasonAt'>,
  maxBytes: number = D1_LIMITS.jsonParameterBytes,
): string[] {
  // The key goes on behind the id: its closing quote comes later.
  const areaKeys = dictionary.areas.map((a) => JSON.stringify(a.id).slice(0, -1))
  const chunks: string[] = []
  let text = ''
  let sizeBytes = 0
  let openGroup = -1
  const close = (): void => {
    chunks.push(`{${text}}}`)
    text = ''
    sizeBytes = 0
    openGroup = -1
  }
  for (let at = 0; at < cells.count; at++) {
    const indicator = cells.indicatorOf(at)
    const period = cells.periodOf(at)
    const group = indicator * cells.periods.length + period
    // Ids and numbers are ASCII; only an indicator's code may be longer in bytes than in characters.
    const reason = problems.reasonAt(cells.rowOf(at), cells.columnOf(at))
    const entry = `${areaKeys[cells.areaOf(at)] ?? ''} ${cells.rowOf(at)}${reason === undefined ? '' : ` ${reason}`}":${cells.valueOf(at)}`
    if (group === openGroup && sizeBytes + entry.length + 4 <= maxBytes) {
      text += `,${entry}`
      sizeBytes += entry.length + 1
      continue
    }
    const key = JSON.stringify(`${cells.periods[period] ?? ''} ${dictionary.indicators[indicator]?.code ?? ''}`)
    if (text !== '' && sizeBytes + entry.length + utf8Length(key) + 8 > maxBytes) close()
    text += `${text === '' ? '' : '},'}${key}:{${entry}`
    sizeBytes += entry.length + utf8Length(key) + 5
    openGroup = group
  }
  if (text !== '') close()
  return chunks
}
