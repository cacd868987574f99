import { describe, expect, it } from 'vitest'
import { CATALOGUE_2021, CATALOGUE_2023, CATALOGUE_DIFF } from '../../../worker/reference/catalogue/catalogue.ts'
import { PILOT_LIBRARY } from '../../../worker/reference/pilots/library.ts'
import { PLAN_TARGETS } from '../../../worker/reference/plan-targets/targets2025.ts'
import { Catalogue, CatalogueDiff, PilotLibrary, PlanTargets } from '../../../worker/contract/public.ts'

const items = (c: Catalogue) => c.domains.flatMap((d) => d.categories.flatMap((k) => k.items))

describe('catalogue', () => {
  it('has 9 domains and 22 categories in both editions, 80 items in 2021 and 81 in 2023', () => {
    expect(CATALOGUE_2021.counts).toEqual({ domains: 9, categories: 22, items: 80 })
    expect(CATALOGUE_2023.counts).toEqual({ domains: 9, categories: 22, items: 81 })
    expect(items(CATALOGUE_2023)).toHaveLength(81)
  })
  it('marks in 2023 only what is known by name', () => {
    expect(items(CATALOGUE_2021).filter((i) => i.change !== null)).toEqual([])
    expect(
      items(CATALOGUE_2023)
        .filter((i) => i.change !== null)
        .map((i) => [i.code, i.change, i.previousName]),
    ).toEqual([
      ['0101-2023-1', 'added', null],
      ['020201', 'raised', null],
      ['020204', 'raised', '贫困地区学生营养膳食补助'],
      ['040302', 'raised', null],
      ['060202', 'widened', null],
      ['080104', 'widened', null],
    ])
  })
  it('names in the diff the items that carry those codes', () => {
    const names = new Map(items(CATALOGUE_2023).map((i) => [i.code, i.name]))
    for (const change of CATALOGUE_DIFF.changes)
      if (change.code !== null) expect(names.get(change.code)).toBe(change.name)
    expect(CATALOGUE_DIFF.changes.filter((c) => c.kind === 'raised')).toHaveLength(3)
  })
  it('says which names are still to be checked', () => {
    expect(items(CATALOGUE_2021).some((i) => !i.verified)).toBe(true)
    expect(CATALOGUE_2023.noteEn).toContain('41 items were reworded')
  })
})

it('reference data have the shape the API describes', () => {
  expect(Catalogue.parse(CATALOGUE_2021)).toEqual(CATALOGUE_2021)
  expect(Catalogue.parse(CATALOGUE_2023)).toEqual(CATALOGUE_2023)
  expect(CatalogueDiff.parse(CATALOGUE_DIFF)).toEqual(CATALOGUE_DIFF)
  expect(PilotLibrary.parse(PILOT_LIBRARY).pilots).toHaveLength(24)
  expect(PlanTargets.parse(PLAN_TARGETS).indicators).toHaveLength(22)
})
