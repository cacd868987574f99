/** Every key a composite method may hold, for checks, forms and documentation. The types live in composite.types.ts. */
import type { Aggregation, Imputation, Mean, SimpleWeighting, Treatment, Weighting } from './composite.types.ts'

export const IMPUTATIONS: readonly Imputation[] = ['none', 'periodMedian', 'locf']
export const TREATMENTS: readonly Treatment[] = ['none', 'winsorise', 'tukey']
export const SIMPLE_WEIGHTINGS: readonly SimpleWeighting[] = ['equal', 'given', 'entropy', 'critic', 'pca', 'scatter']
export const WEIGHTINGS: readonly Weighting[] = [...SIMPLE_WEIGHTINGS, 'combined']
export const MEANS: readonly Mean[] = ['arithmetic', 'geometric', 'harmonic']
export const AGGREGATIONS: readonly Aggregation[] = [...MEANS, 'topsis']
