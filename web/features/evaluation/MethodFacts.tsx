/** A method's choices in words, each with its explanation. */
import { Fragment, type ComponentChildren } from 'preact'
import type { MethodOptions } from '../../../worker/contract/frameworks.ts'
import { Term } from '../../components/index.ts'
import { useFormat } from '../../format/useFormat.ts'
import { meaningWords } from '../../words/meaning.ts'
import { methodWords } from '../../i18n/measures.ts'
import { indexWords, normalisationWords } from '../methods/catalogueWords.ts'
import { useWords } from '../../i18n/useWords.ts'

interface Props {
  readonly method: MethodOptions
  /** Share of the weight on estimated anchors only, of a result or a framework. */
  readonly estimatedShare?: number | undefined
}

export function MethodFacts({ method, estimatedShare }: Props) {
  const words = useWords(methodWords)
  const normalisations = useWords(normalisationWords)
  const names = useWords(indexWords)
  const meaning = useWords(meaningWords)
  const format = useFormat()
  const rows: readonly (readonly [string, ComponentChildren])[] = [
    [
      words.treatment,
      method.treatment === 'winsorise' ? (
        <Term method="winsorise">{words['treatment.winsorise']}</Term>
      ) : (
        words[`treatment.${method.treatment}`]
      ),
    ],
    [
      words.imputation,
      method.imputation === 'none' ? (
        words['imputation.none']
      ) : (
        <Term method="impute">{words[`imputation.${method.imputation}`]}</Term>
      ),
    ],
    [words.normalisation, <Term method={method.normalisation}>{normalisations[method.normalisation]}</Term>],
    [words.bounds, words[`bounds.${method.bounds}`]],
    [words.weighting, <Term method={method.weighting}>{words[`weighting.${method.weighting}`]}</Term>],
    [words.aggregation, <Term method={method.aggregation}>{words[`aggregation.${method.aggregation}`]}</Term>],
    [words.missing, words[`missing.${method.missing}`]],
    [words.minCoverage, <Term method="minCoverage">{format.percent(method.minCoverage, 0)}</Term>],
    [words.equalityFamily, <Term method={method.equalityFamily}>{names[method.equalityFamily]}</Term>],
    [words.equalityWeighting, meaning[`weighting.${method.equalityWeighting}`]],
    [words.realizationCoverage, <Term method="realization">{format.percent(method.realizationCoverage, 0)}</Term>],
    ...(estimatedShare === undefined
      ? []
      : [[meaning.estimatedLabel, <Term method="anchors">{format.percent(estimatedShare, 0)}</Term>] as const]),
  ]
  return (
    <dl class="facts">
      {rows.map(([label, value]) => (
        <Fragment key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  )
}
