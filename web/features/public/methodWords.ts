/** Method options in words, with the anchor of the methods page each leads to. */
import { normalisationFacts } from '../../../worker/engine/normalise/catalogue.ts'
import type { MethodOptions } from '../../../worker/contract/frameworks.ts'
import type { WordsOf } from '../../i18n/area.ts'
import type { resultWords } from '../../words/results.ts'
import type { MethodKey } from '../methods/methods.ts'

type ResultText = WordsOf<typeof resultWords>

export interface MethodLine {
  readonly key: string
  readonly label: string
  readonly value: string
  readonly method?: MethodKey
}

/** The lines of "how it was computed", in the order of the computation. */
export function methodLines(
  method: MethodOptions,
  words: ResultText,
  normalisations: Readonly<Record<MethodOptions['normalisation'], string>>,
): readonly MethodLine[] {
  const bounds = { sample: words.mSample, pooled: words.mPooled, goalposts: words.mGoalposts, anchors: words.mAnchors }[
    method.bounds
  ]
  const { takesBounds: usesBounds } = normalisationFacts(method.normalisation)
  const lines: (MethodLine | null)[] = [
    {
      key: 'treatment',
      label: words.treatment,
      value: { none: words.mNone, winsorise: words.mWinsorise, tukey: words.mTukey }[method.treatment],
      method: 'winsorise',
    },
    {
      key: 'imputation',
      label: words.imputation,
      value: { none: words.mNone, median: words.mMedian, locf: words.mLocf }[method.imputation],
      method: 'impute',
    },
    {
      key: 'normalisation',
      label: words.normalisation,
      value: normalisations[method.normalisation],
      method: method.normalisation,
    },
    usesBounds ? { key: 'bounds', label: words.bounds, value: bounds, method: 'minmax' } : null,
    {
      key: 'weighting',
      label: words.weighting,
      value: { given: words.mGiven, equal: words.mEqual }[method.weighting],
      method: method.weighting,
    },
    {
      key: 'aggregation',
      label: words.aggregation,
      value: { arithmetic: words.mArithmetic, geometric: words.mGeometric, harmonic: words.mHarmonic }[
        method.aggregation
      ],
      method: method.aggregation,
    },
    {
      key: 'missing',
      label: words.missingPolicy,
      value: { renormalise: words.mRenormalise, strict: words.mStrict }[method.missing],
      method: 'minCoverage',
    },
    method.missing === 'renormalise'
      ? {
          key: 'minCoverage',
          label: words.minCoverage,
          value: `${Math.round(method.minCoverage * 100)}%`,
          method: 'minCoverage',
        }
      : null,
  ]
  return lines.filter((line) => line !== null)
}
