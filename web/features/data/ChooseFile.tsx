/** First step: the file, its period when the file names none, the template; then the upload with its progress. */
import { useRef, useState } from 'preact/hooks'
import { IMPORT_LIMITS } from '../../../worker/contract/importLimits.ts'
import type { ImportRecord } from '../../../worker/contract/imports.ts'
import { ApiError } from '../../api/problem.ts'
import { Button, FileDrop, Notice, ProblemNotice, ProgressBar, Section, TextInput } from '../../components/index.ts'
import { dataWords } from '../../words/data.ts'
import { importWords } from '../../words/imports.ts'
import { useFormat } from '../../format/useFormat.ts'
import { useWords } from '../../i18n/useWords.ts'
import { useQueryState } from '../../router/useQueryState.ts'
import { isPeriod } from './isPeriod.ts'
import { isEmptyMapping, parseMapping } from './keptFile.ts'
import { MappingList } from './MappingList.tsx'
import { sendFile } from './sendFile.ts'
import { TemplateMenu } from './TemplateMenu.tsx'
import { useFramework } from './useFramework.ts'

interface Props {
  readonly slug: string
  readonly onChecked: (record: ImportRecord) => void
}

export function ChooseFile({ slug, onChecked }: Props) {
  const words = useWords(importWords)
  const data = useWords(dataWords)
  const format = useFormat()
  const framework = useFramework(slug)
  const [period, setPeriod] = useQueryState('period', '')
  const [mappingText, setMappingText] = useQueryState('mapping', '')
  const mapping = parseMapping(mappingText)
  const [file, setFile] = useState<File | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const [error, setError] = useState<ApiError | null>(null)
  /** Of the bytes sent, then of the rows checked. */
  const [share, setShare] = useState<number | null>(null)
  const [checked, setChecked] = useState<number | null>(null)
  const control = useRef<AbortController | null>(null)
  const periodFault = period.trim() === '' || isPeriod(period.trim()) ? null : data.periodBad
  const send = async (): Promise<void> => {
    setFault(file === null ? words.noFile : null)
    setError(null)
    if (file === null || periodFault !== null) return
    control.current = new AbortController()
    setShare(0)
    try {
      onChecked(
        await sendFile(slug, file, period.trim(), mapping, {
          signal: control.current.signal,
          onSent: setShare,
          onChecked: setChecked,
        }),
      )
    } catch (cause) {
      if (!(cause instanceof DOMException)) setError(cause instanceof ApiError ? cause : new ApiError(0, {}))
      setShare(null)
    }
  }
  if (share !== null && file !== null) {
    return (
      <div class="stack data-progress">
        <ProgressBar
          label={share < 1 ? words.uploading(file.name) : words.checking(file.name)}
          value={share < 1 ? share : checked}
          detail={
            share < 1 || checked !== null
              ? `${format.percent(share < 1 ? share : (checked ?? 0), 0)} · ${format.bytes(file.size)}`
              : format.bytes(file.size)
          }
        />
        <p>
          <Button onClick={() => control.current?.abort()}>{words.stop}</Button>
        </p>
      </div>
    )
  }
  return (
    <div class="data-choose">
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        {error !== null && <ProblemNotice error={error} />}
        <FileDrop
          id="import-file"
          label={words.file}
          hint={words.encodingHint}
          accept={['.csv', '.txt', '.tsv']}
          maxBytes={IMPORT_LIMITS.sizeBytes}
          file={file}
          error={fault}
          onFile={(chosen) => {
            setFile(chosen)
            setFault(null)
            setError(null)
          }}
        />
        <TextInput
          id="import-period"
          label={words.filePeriod}
          hint={words.filePeriodHint}
          optional
          width="s"
          value={period}
          error={periodFault}
          onInput={(text) => setPeriod(text === '' ? null : text)}
        />
        {!isEmptyMapping(mapping) && (
          <MappingList
            id="import-mapping"
            entries={[
              ...Object.entries(mapping.indicators).map(([text, code]) => ({ text, name: code })),
              ...Object.entries(mapping.areas).map(([text, code]) => ({ text, name: code })),
            ]}
            onDrop={() => setMappingText(null)}
          />
        )}
        <p class="row">
          <Button kind="primary" type="submit" icon="upload">
            {words.upload}
          </Button>
        </p>
      </form>
      <Section
        title={words.howTitle}
        action={
          <TemplateMenu
            city={slug}
            frameworkId={framework.id}
            period={isPeriod(period.trim()) ? period.trim() : String(new Date().getFullYear() - 1)}
          />
        }
      >
        <ul class="data-how">
          <li>{words.howWide}</li>
          <li>{words.howLong}</li>
          <li>{words.howNumbers}</li>
          <li>{words.howMissing}</li>
        </ul>
        <Notice>{words.chooseLead}</Notice>
      </Section>
    </div>
  )
}
