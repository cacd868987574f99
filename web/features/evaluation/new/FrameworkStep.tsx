/** Which framework, and which of its versions. */
import type { Framework, FrameworkSummary } from '../../../../worker/contract/frameworks.ts'
import type { Resource } from '../../../api/useResource.ts'
import { RadioGroup, Select } from '../../../components/index.ts'
import { useFormat } from '../../../format/useFormat.ts'
import { nameIn } from '../../../i18n/nameIn.ts'
import { evaluationsWords } from '../../../words/evaluations.ts'
import { locale } from '../../../i18n/locale.ts'
import { useWords } from '../../../i18n/useWords.ts'
import type { Draft } from './draft.ts'

interface Props {
  readonly frameworks: readonly FrameworkSummary[]
  readonly framework: Resource<Framework>
  readonly draft: Draft
  readonly onChange: (part: Partial<Draft>) => void
}

export function FrameworkStep({ frameworks, framework, draft, onChange }: Props) {
  const words = useWords(evaluationsWords)
  const format = useFormat()
  const lang = locale.value
  const versions = framework.data?.id === draft.frameworkId ? framework.data.versions : []
  const newest = versions.reduce((most, one) => Math.max(most, one.version), 0)
  return (
    <div class="eval-choices">
      <RadioGroup
        id="framework"
        label={words.framework}
        value={draft.frameworkId ?? ''}
        choices={frameworks.map((one) => ({
          value: one.id,
          label: nameIn(lang, one),
          hint: `${words.frameworkFacts(one.indicatorCount, one.domainCount)} · ${format.date(one.updatedAt)}`,
        }))}
        onChange={(id) => onChange({ frameworkId: id, version: null, periods: [], method: {} })}
      />
      {versions.length > 1 && (
        <Select
          id="framework-version"
          label={words.frameworkVersion}
          value={String(draft.version ?? newest)}
          options={[...versions]
            .sort((a, b) => b.version - a.version)
            .map((one) => ({
              value: String(one.version),
              label:
                one.version === newest
                  ? words.latest(one.version)
                  : `${words.frameworkVersion} ${one.version} · ${format.date(one.createdAt)}${one.note ? ` · ${one.note}` : ''}`,
            }))}
          onChange={(value) => onChange({ version: Number(value) === newest ? null : Number(value) })}
        />
      )}
    </div>
  )
}
