/** The four steps of an import, the same on the page that chooses and on the record. */
import { useLocation } from 'preact-iso'
import { Stepper } from '../../components/index.ts'
import { importWords } from '../../words/imports.ts'
import { useWords } from '../../i18n/useWords.ts'

export type ImportStep = 'choose' | 'check' | 'write' | 'done'

interface Props {
  readonly slug: string
  readonly current: ImportStep
  /** Where a file is chosen. */
  readonly from?: string
}

export function ImportSteps({ slug, current, from }: Props) {
  const words = useWords(importWords)
  const { route } = useLocation()
  return (
    <Stepper
      steps={[
        { key: 'choose', label: words.stepChoose },
        { key: 'check', label: words.stepCheck },
        { key: 'write', label: words.stepWrite },
        { key: 'done', label: words.stepDone },
      ]}
      current={current}
      {...(current === 'check' ? { onGo: () => route(from ?? `/c/${slug}/data/import`) } : {})}
    />
  )
}
