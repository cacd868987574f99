/** One file by button or by dropping it. Checks size and extension before anything is sent; the rest is the server's. */
import { useId, useRef, useState } from 'preact/hooks'
import { useFormat } from '../format/useFormat.ts'
import { componentWords } from '../words/components.ts'
import { useWords } from '../i18n/useWords.ts'
import { Icon } from './Icon.tsx'

export interface FileDropProps {
  readonly id: string
  readonly label: string
  readonly hint?: string
  /** Extensions with their dot: ['.csv', '.xlsx']. */
  readonly accept: readonly string[]
  readonly maxBytes: number
  readonly file: File | null
  readonly disabled?: boolean
  readonly error?: string | null | undefined
  readonly onFile: (file: File) => void
}

export function FileDrop({ id, label, hint, accept, maxBytes, file, disabled, error, onFile }: FileDropProps) {
  const words = useWords(componentWords)
  const format = useFormat()
  const described = useId()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const fault = refused ?? error ?? null

  const take = (candidate: File | null | undefined): void => {
    if (candidate === null || candidate === undefined) return
    const name = candidate.name.toLowerCase()
    if (!accept.some((ending) => name.endsWith(ending)))
      setRefused(words.fileWrongType(candidate.name, accept.join(' ')))
    else if (candidate.size > maxBytes) setRefused(words.fileTooLarge(candidate.name, format.bytes(maxBytes)))
    else {
      setRefused(null)
      onFile(candidate)
    }
  }

  return (
    <div
      class={`drop${over ? ' drop-over' : ''}${fault === null ? '' : ' field-error'}`}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        if (disabled !== true) take(event.dataTransfer?.files[0])
      }}
    >
      <Icon name="upload" size={24} />
      <label for={id} class="field-label">
        {label}
      </label>
      <p class="row drop-row">
        <input
          ref={input}
          id={id}
          class="visually-hidden"
          type="file"
          accept={accept.join(',')}
          disabled={disabled === true}
          aria-describedby={described}
          aria-invalid={fault === null ? undefined : 'true'}
          onChange={(event) => {
            take(event.currentTarget.files?.[0])
            // The same file chosen again after a correction must count as a change.
            event.currentTarget.value = ''
          }}
        />
        <span class="btn btn-secondary" aria-hidden="true" onClick={() => input.current?.click()}>
          {words.chooseFile}
        </span>
        <span class="muted">{words.dropHere}</span>
      </p>
      <p class="muted small" id={described}>
        {hint === undefined ? '' : `${hint} · `}
        {accept.join(' ')} · {words.fileLimit(format.bytes(maxBytes))}
      </p>
      {fault !== null && (
        <p class="field-fault" role="alert">
          <Icon name="error" size={16} />
          <span>{fault}</span>
        </p>
      )}
      {file !== null && fault === null && <p role="status">{words.fileChosen(file.name, format.bytes(file.size))}</p>}
    </div>
  )
}
