import type { evaluations as first } from '../zh-CN/evaluations.ts'

export const evaluations: typeof first = {
  'unknown-framework': 'There is no such framework; choose another one',
  'unknown-version': ({ version }) => `There is no version ${version} of this framework`,
  'needs-periods': 'A single period has no earlier value to carry forward',
  'too-large': (p) =>
    `${p.areas} areas × ${p.indicators} indicators × ${p.periods} periods are ${p.count} cells, more than the ${p.limit} of one evaluation; choose fewer periods or areas`,
  'no-data': 'There is no value of this framework for the chosen periods and areas; import data first',
  'empty-period': ({ period }) => `There is no data for ${period}; leave it out or import data first`,
  'duplicate-period': ({ period }) => `${period} is listed twice`,
  'mixed-periods': 'Years, half-years, quarters and months cannot be mixed in one evaluation',
  'unknown-area': ({ code }) => `There is no area with the code “${code}”`,
  'duplicate-area': ({ code }) => `“${code}” is listed twice`,
  'too-few-areas': 'At least two areas to compare are needed; enter the areas first',
  'nested-areas': ({ name, parent }) => `“${name}” is part of “${parent}”, which is chosen too; choose one of them`,
  'other-engine': ({ engine, own }) =>
    `These inputs were computed by engine ${engine}; this is ${own} and results may differ. To compute all the same, leave out engineVersion and inputDigest`,
  'too-many-cells': ({ count, limit }) => `${count} cells; at most ${limit}`,
  'not-ascending': 'Periods must be ascending, each once',
  'length-of-populations': ({ length }) => `must hold ${length} numbers, one per area`,
  'length-of-values': ({ length }) => `must hold ${length} values, one per area`,
  'negative-population': 'a population is not negative',
  'unknown-indicator': ({ code }) => `the framework has no indicator “${code}”`,
  'missing-column': ({ code }) => `the values of “${code}” are missing`,
}
