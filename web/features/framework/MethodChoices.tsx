/** The method's choices that decide what numbers may be called: family and weighting of the degree of equality, least coverage of the realization. */
import type { MethodOptions } from '../../../worker/contract/frameworks.ts'
import type { FieldFault } from '../../api/problem.ts'
import { NumberInput, RadioGroup, Term } from '../../components/index.ts'
import { frameworkWords } from '../../words/frameworks.ts'
import { meaningWords } from '../../words/meaning.ts'
import { useWords } from '../../i18n/useWords.ts'
import type { MethodEdit } from './edits.ts'

interface Props {
  readonly method: MethodOptions
  readonly faults: readonly FieldFault[]
  readonly coverageFault: boolean
  /** null: the coverage cannot be read. */
  readonly onChange: (edit: MethodEdit | null) => void
}

export function MethodChoices({ method, faults, coverageFault, onChange }: Props) {
  const words = useWords(frameworkWords)
  const meaning = useWords(meaningWords)
  const refused = (field: string): string | null => faults.find((fault) => fault.path.includes(field))?.message ?? null
  return (
    <div class="framework-choices">
      <RadioGroup
        id="method-family"
        label={<Term method="degree">{words.fEqualityFamily}</Term>}
        value={method.equalityFamily}
        error={refused('method.equalityFamily')}
        choices={(['cv', 'gini'] as const).map((value) => ({
          value,
          label: meaning[`family.${value}`],
          ...(value === 'cv' ? { hint: words.familyHint } : {}),
        }))}
        onChange={(equalityFamily) => onChange({ equalityFamily })}
      />
      <RadioGroup
        id="method-equality-weighting"
        label={words.fEqualityWeighting}
        value={method.equalityWeighting}
        error={refused('method.equalityWeighting')}
        choices={(['population', 'none'] as const).map((value) => ({ value, label: meaning[`weighting.${value}`] }))}
        onChange={(equalityWeighting) => onChange({ equalityWeighting })}
      />
      <NumberInput
        id="method-realization-coverage"
        label={<Term method="realization">{words.fRealizationCoverage}</Term>}
        hint={words.coverageHint}
        value={method.realizationCoverage}
        error={coverageFault ? words.badCoverage : refused('method.realizationCoverage')}
        onChange={(value) =>
          onChange(typeof value === 'number' && value >= 0 && value <= 1 ? { realizationCoverage: value } : null)
        }
      />
    </div>
  )
}
