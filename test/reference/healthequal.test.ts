/** WHO healthequal on its own samples and edge cases. Named differences: its default SII and RII are logit with effective
 * weights of population², ours are the linear ones (`linear=TRUE`), for which it rounds populations up; its TI and MLD put 1e-6 in place of 0; its bounded,
 * Wagstaff and Erreygers forms and its survey variants are not among the product's measures. */
import { expect, it } from 'vitest'
import { computeGroups } from '../../worker/engine/computeGroups.ts'
import type { GroupMeasureKey, GroupsRequest } from '../../worker/engine/computeGroups.ts'
import type { Row } from '../support/reference.ts'
import { describeReference, expectNear, numberAt, readTable } from '../support/reference.ts'

const FILES = [
  'OrderedSample',
  'OrderedSampleMultipleind',
  'NonorderedSample',
  'NonorderedSampleMultipleind',
  'unit_test_ordered_5',
  'unit_test_nonordered_25',
  'zeros_6',
]

interface Variant {
  readonly unpopulated?: true
  readonly average?: true
  readonly reference?: true
}

/** Variants that are ours; with `reference` the call named the reference group, with `unpopulated` the call had no population, with `average` it had the setting average. */
const VARIANTS: Record<string, Variant> = {
  default: {},
  'max-min': {},
  'max/min': {},
  'reference subgroup': { reference: true },
  'pop-weighted': {},
  'pop-weighted (x100)': {},
  'pop-weighted x1000, ln': {},
  'linear=TRUE': {},
  'linear=TRUE, no pop': { unpopulated: true },
  'no pop (equal weights)': { unpopulated: true },
  'unweighted, best=max/min': {},
  'pop-weighted, best=max/min': {},
  'unweighted about pop-weighted mean': {},
  'unweighted about setting_average': { average: true },
  pop: {},
  setting_average: { unpopulated: true, average: true },
  ref: { reference: true },
  'ref, unweighted': { reference: true },
  'ref, pop-weighted': { reference: true },
}

function requestOf(
  rows: readonly Row[],
  measure: GroupMeasureKey,
  { unpopulated, average, reference }: Variant,
): GroupsRequest {
  const [first] = rows
  const ordered = numberAt(first, 'ordered_dimension') === 1
  const roundedUp = measure === 'SII' || measure === 'RII'
  return {
    subgroups: rows.map((row) => ({
      name: row['subgroup'] ?? '',
      value: numberAt(row, 'estimate'),
      ...(unpopulated === undefined && {
        population: roundedUp
          ? Math.ceil(numberAt(row, 'population') as number)
          : (numberAt(row, 'population') as number),
      }),
      ...(ordered && { order: numberAt(row, 'subgroup_order') as number }),
      ...(reference && !ordered && row['reference_subgroup'] === '1' && { reference: true }),
    })),
    favourable: numberAt(first, 'favourable_indicator') === 1,
    ordered,
    ...(average && { settingAverage: numberAt(first, 'setting_average') as number }),
    measures: [measure],
  }
}

describeReference('WHO healthequal', 'healthequal', () => {
  const printed = readTable('healthequal/healthequal_measures.csv')
  const data = new Map(FILES.map((file) => [file, readTable(`healthequal/data/${file}.csv`)]))

  it.each(FILES)('%s', (file) => {
    let compared = 0
    for (const row of printed.filter((r) => r['dataset'] === file && VARIANTS[r['variant'] ?? ''] !== undefined)) {
      const measure = (row['measure'] ?? '').toUpperCase() as GroupMeasureKey
      const rows = (data.get(file) ?? []).filter((r) => r['indicator'] === row['indicator'])
      if (rows.length === 0) throw new Error(`no data for ${row['indicator']}`)
      const { measures } = computeGroups(requestOf(rows, measure, VARIANTS[row['variant'] ?? ''] ?? {}))
      const got = measures[measure]?.value
      const expected = numberAt(row, 'estimate')
      compared++
      if (file === 'zeros_6' && measure === 'R' && row['variant'] === 'max/min')
        expect(measures.R).toEqual({ value: null, reason: 'zero-divisor' })
      else if (file === 'zeros_6' && measure === 'MLD')
        expect(measures.MLD).toEqual({ value: null, reason: 'non-positive-value' })
      else if (file === 'zeros_6' && measure === 'TI') expectNear(got, expected, 1e-3, 0, 'TI with 1e-6 in place of 0')
      else expectNear(got, expected, 1e-12, 1e-13, `${row['indicator']} ${row['measure']} ${row['variant']}`)
    }
    expect(compared).toBeGreaterThanOrEqual(14)
  })

  it('its default logit slope is another number: population weights twice', () => {
    const rows = data.get('unit_test_ordered_5') ?? []
    const { measures } = computeGroups(requestOf(rows, 'SII', {}))
    const logit = numberAt(
      printed.find(
        (r) => r['dataset'] === 'unit_test_ordered_5' && r['measure'] === 'sii' && r['variant'] === 'logit (default)',
      ),
      'estimate',
    )
    expect(Math.abs((measures.SII?.value ?? 0) - (logit ?? 0))).toBeGreaterThan(1)
  })
})
