/** The method of one evaluation: each choice with what it means; a choice that differs from the framework says so. */
import { normalisationFacts, OFFERED_NORMALISATIONS } from '../../../../worker/engine/normalise/catalogue.ts'
import type { ComponentChildren } from 'preact'
import type { MethodOptions } from '../../../../worker/contract/frameworks.ts'
import { Button, NumberInput, RadioGroup, Select, Term } from '../../../components/index.ts'
import { inBrackets } from '../../../format/marks.ts'
import { evaluationsWords } from '../../../words/evaluations.ts'
import { locale } from '../../../i18n/locale.ts'
import { meaningWords } from '../../../words/meaning.ts'
import { normalisationMethods } from '../../../words/methods/normalisation.ts'
import { methodWords } from '../../../i18n/measures.ts'
import { indexWords, normalisationWords } from '../../methods/catalogueWords.ts'
import { useWords } from '../../../i18n/useWords.ts'

interface Props {
  readonly defaults: MethodOptions
  readonly method: Partial<MethodOptions>
  readonly coverageFault: boolean
  readonly onChange: (method: Partial<MethodOptions>) => void
}

export function MethodForm({ defaults, method, coverageFault, onChange }: Props) {
  const words = useWords(evaluationsWords)
  const names = useWords(methodWords)
  const normalisations = useWords(normalisationWords)
  const texts = useWords(normalisationMethods)
  const indices = useWords(indexWords)
  const meaning = useWords(meaningWords)
  const now = { ...defaults, ...method }
  const set = (change: Partial<MethodOptions>) => {
    const next = { ...method, ...change }
    const kept = Object.entries(next).filter(([key, value]) => defaults[key as keyof MethodOptions] !== value)
    onChange(Object.fromEntries(kept))
  }
  const label = (text: ComponentChildren, isDefault: boolean) => (
    <>
      {text}
      {isDefault && <span class="muted small">{inBrackets('', words.fromFramework, locale.value)}</span>}
    </>
  )
  const usesBounds = normalisationFacts(now.normalisation).fit !== 'target'
  return (
    <div class="eval-choices">
      <p class="muted">{words.methodLead}</p>
      <RadioGroup
        id="method-normalisation"
        label={names.normalisation}
        value={now.normalisation}
        choices={OFFERED_NORMALISATIONS.map((value) => ({
          value,
          hint: texts[value].hint,
          label: label(<Term method={value}>{normalisations[value]}</Term>, defaults.normalisation === value),
        }))}
        onChange={(normalisation) => set({ normalisation })}
      />
      {usesBounds && (
        <RadioGroup
          id="method-bounds"
          label={names.bounds}
          value={now.bounds}
          choices={(
            [
              ['pooled', words.hintPooled],
              ['sample', words.hintSample],
              ['anchors', words.hintAnchors],
              ['goalposts', words.hintGoalposts],
            ] as const
          ).map(([value, hint]) => ({
            value,
            hint,
            label: label(names[`bounds.${value}`], defaults.bounds === value),
          }))}
          onChange={(bounds) => set({ bounds })}
        />
      )}
      <RadioGroup
        id="method-weighting"
        label={names.weighting}
        value={now.weighting}
        choices={(
          [
            ['given', words.hintGiven],
            ['equal', words.hintEqual],
          ] as const
        ).map(([value, hint]) => ({
          value,
          hint,
          label: label(<Term method={value}>{names[`weighting.${value}`]}</Term>, defaults.weighting === value),
        }))}
        onChange={(weighting) => set({ weighting })}
      />
      <RadioGroup
        id="method-aggregation"
        label={names.aggregation}
        value={now.aggregation}
        choices={(
          [
            ['arithmetic', words.hintArithmetic],
            ['geometric', words.hintGeometric],
            ['harmonic', words.hintHarmonic],
          ] as const
        ).map(([value, hint]) => ({
          value,
          hint,
          label: label(<Term method={value}>{names[`aggregation.${value}`]}</Term>, defaults.aggregation === value),
        }))}
        onChange={(aggregation) => set({ aggregation })}
      />
      <RadioGroup
        id="method-missing"
        label={names.missing}
        value={now.missing}
        choices={(
          [
            ['renormalise', words.hintRenormalise],
            ['strict', words.hintStrict],
          ] as const
        ).map(([value, hint]) => ({
          value,
          hint,
          label: label(names[`missing.${value}`], defaults.missing === value),
        }))}
        onChange={(missing) => set({ missing })}
      />
      {now.missing === 'renormalise' && (
        <NumberInput
          id="method-coverage"
          label={<Term method="minCoverage">{words.coverage}</Term>}
          value={Number(now.minCoverage.toFixed(4))}
          error={coverageFault ? words.coverageError : null}
          onChange={(value) => set({ minCoverage: value ?? Number.NaN })}
        />
      )}
      <details
        open={method.treatment !== undefined || method.imputation !== undefined || method.equalityFamily !== undefined}
      >
        <summary>{words.advanced}</summary>
        <div class="filters">
          <Select
            id="method-treatment"
            label={names.treatment}
            value={now.treatment}
            options={(['none', 'winsorise', 'tukey'] as const).map((value) => ({
              value,
              label: names[`treatment.${value}`],
            }))}
            onChange={(treatment) => set({ treatment })}
          />
          <Select
            id="method-imputation"
            label={names.imputation}
            value={now.imputation}
            options={(['none', 'median', 'locf'] as const).map((value) => ({
              value,
              label: names[`imputation.${value}`],
            }))}
            onChange={(imputation) => set({ imputation })}
          />
          <Select
            id="method-index"
            label={names.equalityFamily}
            value={now.equalityFamily}
            options={(['cv', 'gini'] as const).map((value) => ({ value, label: indices[value] }))}
            onChange={(equalityFamily) => set({ equalityFamily })}
          />
          <Select
            id="method-equality-weighting"
            label={names.equalityWeighting}
            value={now.equalityWeighting}
            options={(['population', 'none'] as const).map((value) => ({
              value,
              label: meaning[`weighting.${value}`],
            }))}
            onChange={(equalityWeighting) => set({ equalityWeighting })}
          />
          <NumberInput
            id="method-realization-coverage"
            label={<Term method="realization">{names.realizationCoverage}</Term>}
            value={now.realizationCoverage}
            onChange={(value) =>
              typeof value === 'number' && value >= 0 && value <= 1 && set({ realizationCoverage: value })
            }
          />
        </div>
      </details>
      {Object.keys(method).length > 0 && (
        <div>
          <Button size="s" onClick={() => onChange({})}>
            {words.reset}
          </Button>
        </div>
      )}
    </div>
  )
}
