/** Every dispersion index of one column side by side, areas alike and by population, with the largest value that n areas allow; where one has
 * no value, the reason stands there. */
import { indexMaximum } from '../../../worker/engine/indices/indexMaximum.ts'
import type { NodeIndices } from '../../../worker/contract/evaluations.ts'
import { Table, Term, type Column } from '../../components/index.ts'
import { useFormat } from '../../format/useFormat.ts'
import { factsOf, type KeptKey } from '../../../worker/engine/indexCatalogue.ts'
import { reasonText, reasonWords } from '../../i18n/measures.ts'
import { conventionWords, SHOWN_INDICES, indexWords } from '../methods/catalogueWords.ts'
import { meaningWords } from '../../words/meaning.ts'
import { useWords } from '../../i18n/useWords.ts'
import { workspaceWords } from '../../words/workspace.ts'
import { indexOf } from './model.ts'

interface Props {
  readonly indices: NodeIndices | undefined
  readonly caption: string
  readonly selected: KeptKey
  readonly onSelect: (key: string) => void
}

export function IndexTable({ indices, caption, selected, onSelect }: Props) {
  const words = useWords(workspaceWords)
  const names = useWords(indexWords)
  const conventions = useWords(conventionWords)
  const reasons = useWords(reasonWords)
  const meaning = useWords(meaningWords)
  const format = useFormat()
  if (!indices) return <p class="muted">{words.noIndices}</p>
  const weighted = indices.weighted !== null
  const show = (key: KeptKey, byPeople: boolean) => {
    const index = indexOf(indices, key, byPeople)
    if (index.value === null) return <span class="muted small">{reasonText(index.reason, reasons)}</span>
    return <span class="num">{format.number(index.value, { digits: factsOf(key).inUnit === true ? 2 : 4 })}</span>
  }
  const columns: Column<KeptKey>[] = [
    {
      key: 'name',
      title: words.index,
      rowHeader: true,
      value: (key) => names[key],
      cell: (key) => <Term method={key}>{names[key]}</Term>,
    },
    {
      key: 'alike',
      title: words.unweighted,
      align: 'end',
      value: (key) => indexOf(indices, key, false).value,
      cell: (key) => show(key, false),
    },
    ...(weighted
      ? [
          {
            key: 'people',
            title: words.weighted,
            align: 'end' as const,
            value: (key: KeptKey) => indexOf(indices, key, true).value,
            cell: (key: KeptKey) => show(key, true),
          },
        ]
      : []),
    {
      key: 'maximum',
      title: meaning.maximum,
      sub: `n = ${indices.n}`,
      align: 'end',
      value: (key) => indexMaximum(key, indices.n),
      cell: (key) => {
        const most = indexMaximum(key, indices.n)
        return most === null ? (
          <span class="muted small">{meaning.noMaximum}</span>
        ) : (
          <span class="num">{format.number(most, { digits: 3 })}</span>
        )
      },
    },
    {
      key: 'convention',
      title: words.note,
      value: (key) => conventions[key],
      cell: (key) => <span class="small muted">{conventions[key]}</span>,
    },
  ]
  return (
    <Table
      id="indices"
      caption={caption}
      captionHidden
      rows={SHOWN_INDICES}
      columns={columns}
      rowKey={(key) => key}
      csvName={caption}
      onOpen={onSelect}
      hovered={selected}
      bare
    />
  )
}
