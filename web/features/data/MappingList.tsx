/** What names of the file were said to mean: shown before the upload, in the preview, and for as long as the import is kept. */
import { Button } from '../../components/index.ts'
import { importWords } from '../../words/imports.ts'
import { useWords } from '../../i18n/useWords.ts'

interface Props {
  readonly id: string
  readonly entries: readonly { readonly text: string; readonly name: string; readonly uses?: number }[]
  readonly onDrop?: () => void
}

export function MappingList({ id, entries, onDrop }: Props) {
  const words = useWords(importWords)
  return (
    <div class="data-mapping" id={id}>
      <p class="field-label">{words.mapping}</p>
      <ul>
        {entries.map((entry) => (
          <li key={entry.text}>
            {words.readAs(entry.text, entry.name)}
            {entry.uses === 0 && <span class="muted"> · {words.unusedName}</span>}
          </li>
        ))}
      </ul>
      {onDrop !== undefined && (
        <p>
          <Button size="s" onClick={onDrop}>
            {words.dropMapping}
          </Button>
        </p>
      )}
    </div>
  )
}
