/** Uploads areas and populations as one CSV to be checked; what it would change is shown before anything is written. The template is the
 * present table. */
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { Area, Populations } from '../../../worker/contract/areas.ts'
import { ApiError } from '../../api/problem.ts'
import { upload } from '../../api/upload.ts'
import { forget } from '../../api/useResource.ts'
import { Button, Dialog, FileDrop, ProblemNotice } from '../../components/index.ts'
import { csvText } from '../../format/csv.ts'
import { download } from '../../format/download.ts'
import { dataWords } from '../../words/data.ts'
import { importWords } from '../../words/imports.ts'
import { locale } from '../../i18n/locale.ts'
import { useWords } from '../../i18n/useWords.ts'

interface Props {
  readonly slug: string
  readonly areas: readonly Area[]
  readonly people: Populations
  readonly onClose: () => void
}

const MOST_BYTES = 2 * 1024 * 1024

export function AreasCsvDialog({ slug, areas, people, onClose }: Props) {
  const words = useWords(dataWords)
  const more = useWords(importWords)
  const { route } = useLocation()
  const [file, setFile] = useState<File | null>(null)
  const [missing, setMissing] = useState(false)
  const [error, setError] = useState<ApiError | null>(null)
  const [busy, setBusy] = useState(false)
  const send = async (): Promise<void> => {
    setMissing(file === null)
    setError(null)
    if (file === null) return
    setBusy(true)
    try {
      const record = await upload(`/api/v1/cities/${slug}/areas/csv`, file, {
        query: { fileName: file.name.slice(-200) },
        headers: { 'Content-Type': 'text/csv' },
      })
      forget(`/api/v1/cities/${slug}/imports`)
      // What the file would change has a page of its own, with the same steps as an import of values.
      route(`/c/${slug}/data/imports/${record.id}`)
    } catch (cause) {
      setError(cause instanceof ApiError ? cause : new ApiError(0, {}))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Dialog
      open
      size="l"
      title={words.uploadAreasTitle}
      onClose={onClose}
      footer={
        <>
          <Button icon="download" onClick={() => download(`${slug}-areas.csv`, template(areas, people))}>
            {words.areasTemplate}
          </Button>
          <Button kind="primary" busy={busy} onClick={() => void send()}>
            {more.upload}
          </Button>
        </>
      }
    >
      <div class="stack">
        <p class="muted">{words.uploadAreasText}</p>
        <FileDrop
          id="areas-file"
          label={words.areasFile}
          hint={more.encodingHint}
          accept={['.csv', '.txt', '.tsv']}
          maxBytes={MOST_BYTES}
          file={file}
          error={missing ? more.noFile : null}
          onFile={(chosen) => {
            setFile(chosen)
            setMissing(false)
            setError(null)
          }}
        />
        {error !== null && <ProblemNotice error={error} />}
      </div>
    </Dialog>
  )
}

/** The present areas, or two lines that show how, under headers the server reads in either language. */
function template(areas: readonly Area[], people: Populations): string {
  const words = dataWords[locale.peek()]
  const periods = people.periods.length > 0 ? people.periods : [String(new Date().getFullYear() - 1)]
  const header = [...words.columns, ...periods.map(words.populationColumn)]
  const counts = new Map(people.items.map((p) => [`${p.areaCode} ${p.period}`, p.value]))
  const settingOf = (a: Area): string =>
    a.setting === null ? '' : a.setting === 'urban' ? words.urbanCell : words.ruralCell
  const rows =
    areas.length > 0
      ? areas.map((a) => [
          a.code,
          a.name,
          a.nameEn,
          a.parentCode ?? '',
          settingOf(a),
          a.grouping,
          ...periods.map((p) => counts.get(`${a.code} ${p}`) ?? ''),
        ])
      : [
          ['110101', '东城区', 'Dongcheng', '', words.urbanCell, '', ''],
          ['110229', '延庆区', 'Yanqing', '', words.ruralCell, '', ''],
        ]
  return csvText(header, rows)
}
