import { names } from './names.ts'
import type { frameworks as first } from '../zh-CN/frameworks.ts'

export const frameworks: typeof first = {
  'reserved-code': ({ code }) => `“${code}” is a reserved word; choose another code`,
  'duplicate-code': ({ code, at }) => `The code “${code}” is in use at ${at}`,
  'all-weights-zero': ({ name }) => `The weights below “${name}” must not all be 0`,
  'too-many-nodes': ({ count, limit }) => `The framework has ${count} nodes; at most ${limit} are allowed`,
  'too-many-indicators': ({ count, limit }) => `The framework has ${count} indicators; at most ${limit} are allowed`,
  'topmost-kind': 'The topmost node must be of kind root',
  'bad-kind': ({ kind, parent }) =>
    `${kind} cannot stand below ${parent} (root, dimension, domain, category, indicator; levels may be skipped)`,
  'missing-facts': ({ name }) => `The indicator “${name}” lacks its unit, direction and so on`,
  'children-below-indicator': 'Nothing can stand below an indicator',
  'facts-on-parent': 'Only an indicator has a unit, a direction and so on',
  'no-children': ({ name }) => `There is no indicator below “${name}”`,
  'bad-target': 'The lower end of a target range cannot exceed the upper end',
  'floor-of-benefit': ({ target }) => `The floor must be worse than the target (more is better: below ${target})`,
  'floor-of-cost': ({ target }) => `The floor must be worse than the target (less is better: above ${target})`,
  'bad-scale': 'The upper end of the scale must exceed the lower end',
  'duplicate-break': 'A period can be marked as a definition break once only',
  'bad-goalposts': 'The lower goalpost must be below the upper one',
  'bad-range': 'The plausible range must not be upside down',
  'missing-target': ({ indicator }) => `Normalising to targets needs a target above 0 for “${names.of(indicator)}”`,
  'missing-goalposts': ({ indicator }) => `Normalising between goalposts needs goalposts for “${names.of(indicator)}”`,
  'anchor-without-floor': ({ indicator }) =>
    `Scoring between anchors needs a floor for “${names.of(indicator)}”; add it to the framework, or choose another reference`,
  'anchor-without-target': ({ indicator }) =>
    `Scoring between anchors needs a single target for “${names.of(indicator)}”; add it to the framework, or choose another reference`,
  'bounds-not-applicable': 'Goalposts and anchors apply to min-max and efficacy only',
  'needs-positive-scores': 'z-scores can be negative and take the arithmetic mean only',
  'unit-differs': ({ name, unit, wanted }) =>
    `“${name}” already has values in “${unit}”; it cannot turn into “${wanted}”. Use another code`,
  'unknown-template': 'There is no such template version; choose one from the list of templates',
  'too-many-frameworks': ({ limit }) =>
    `A city holds at most ${limit} frameworks; none was added. Edit one that exists: each save becomes a new version of it.`,
}
