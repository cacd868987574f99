/** Every index of inequality on columns of many shapes, its decompositions, the group measures of WHO, equality of an indicator. */
import { INDEX_KEYS } from '../../worker/engine/indexCatalogue.ts'
import { computeGroups } from '../../worker/engine/computeGroups.ts'
import { computeIndices } from '../../worker/engine/computeIndices.ts'
import { computeSources } from '../../worker/engine/computeSources.ts'
import { equalityMaximum } from '../../worker/engine/equality/equalityMaximum.ts'
import { indicatorEquality } from '../../worker/engine/equality/indicatorEquality.ts'
import { indexMaximum } from '../../worker/engine/indices/indexMaximum.ts'
import { AREAS, column, GROUPS, NEIGHBOURS, population, type Scenarios } from './data.ts'

const GE = [-2, -1, -0.5, 0, 0.3, 0.5, 0.99, 1, 1.01, 1.5, 2, 3]
const ATKINSON = [0, 0.25, 0.5, 1, 1.5, 2, 3]
const n = AREAS.length

const COLUMNS: Readonly<Record<string, readonly (number | null)[]>> = {
  uniform: column(n, 1),
  skewed: column(n, 2, 0.1, 1000, 9),
  'nearly equal': column(n, 3, 100, 100.001),
  'with zeros and gaps': column(n, 4).map((x, i) => (i % 5 === 0 ? 0 : i % 7 === 0 ? null : x)),
  'with negatives': column(n, 5, -20, 80),
  huge: column(n, 6, 1e290, 1e300),
  tiny: column(n, 7, 1e-310, 1e-300),
}

export function indexScenarios(): Scenarios {
  const options = { ge: GE, atkinson: ATKINSON }
  const indices = INDEX_KEYS
  const weights = population(1)
  const scenarios: Record<string, () => unknown> = {}
  for (const [name, values] of Object.entries(COLUMNS)) {
    scenarios[`indices/${name}`] = () =>
      computeIndices({ values, groups: GROUPS, neighbours: NEIGHBOURS, indices, options, decompose: true })
    scenarios[`indices/${name}, weighted`] = () =>
      computeIndices({ values, weights, groups: GROUPS, neighbours: NEIGHBOURS, indices, options, decompose: true })
  }
  for (const size of [65, 1000, 9000])
    for (const skew of [0, 6]) {
      const scalars = indices.filter((key) => key !== 'moran' && key !== 'lorenz')
      scenarios[`indices/${size} values, skew ${skew}`] = () => [
        computeIndices({ values: column(size, 20, 1, 100, skew), indices: scalars, options }),
        computeIndices({
          values: column(size, 20, 1, 100, skew),
          weights: column(size, 21),
          indices: scalars,
          options,
        }),
      ]
    }
  scenarios['indices/sample, unbiased'] = () =>
    computeIndices({ values: COLUMNS['uniform'] ?? [], options: { sample: true, unbiased: true } })
  scenarios['indices/maxima'] = () =>
    [2, 3, 17, 500].map((size) =>
      [...INDEX_KEYS, 'ge' as const, 'atkinson' as const].map((key) => indexMaximum(key, size)),
    )
  return { ...scenarios, ...groupScenarios(), ...equalityScenarios(), ...sourceScenarios() }
}

function groupScenarios(): Scenarios {
  const people = column(5, 31, 1e4, 1e6)
  const subgroups = column(5, 30, 20, 95)
    .sort((a, b) => a - b)
    .map((value, i) => ({ name: `Q${i + 1}`, value, population: people[i] ?? 1 }))
  const named = { favourable: true, scale: 100 }
  return {
    'groups/ordered, linear': () => computeGroups({ subgroups, ordered: true, slope: 'linear', ...named }),
    'groups/ordered, logit': () => computeGroups({ subgroups, ordered: true, slope: 'logit', ...named }),
    'groups/without populations': () =>
      computeGroups({ subgroups: subgroups.map(({ name, value }) => ({ name, value })), ordered: true, ...named }),
    'groups/with a reference': () =>
      computeGroups({
        subgroups: subgroups.map((group, i) => ({ ...group, reference: i === 2 })),
        ordered: false,
        settingAverage: 61.5,
        favourable: false,
      }),
  }
}

function equalityScenarios(): Scenarios {
  const scenarios: Record<string, () => unknown> = {}
  for (const family of ['cv', 'gini'] as const)
    for (const scale of [{ kind: 'ratio' }, { kind: 'bounded', low: 0, high: 110 }] as const)
      scenarios[`equality/${family}, ${scale.kind}`] = () => [
        indicatorEquality(COLUMNS['uniform'] ?? [], { scale, family }),
        indicatorEquality(COLUMNS['uniform'] ?? [], { scale, family, weights: population(2) }),
        [2, 3, 17].map((size) => equalityMaximum(scale, family, size)),
      ]
  return scenarios
}

function sourceScenarios(): Scenarios {
  const parts = Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((key, j) => [key, column(n, 40 + j, 10, 100, j)]))
  const weights = { a: 1, b: 2, c: 0.5, d: 3, e: 1.25 }
  return {
    'sources/equal areas': () => computeSources({ parts, weights }),
    'sources/by population': () => computeSources({ parts, weights, population: population(3) }),
  }
}
