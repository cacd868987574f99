/** Edition 2023, made from the 2021 list and the changes we know by name: one item added, three raised, two widened, one renamed.
 * That 41 items were reworded and 10 changed their lead unit is known by count only, so it is stated and never attributed to an item. */
import { DOMAINS_2021, type SeedDomain } from './edition2021.ts'

type ChangeKind = 'added' | 'raised' | 'widened' | 'renamed'

export interface EditionChange {
  readonly kind: ChangeKind
  /** Code of the 2021 edition; null for an added item, whose official number we have not seen. */
  readonly code: string | null
  readonly categoryCode: string
  readonly name: string
  readonly previousName: string | null
}

/** Our stand-in for the official number of the added item. */
export const PROVISIONAL_CODE = '0101-2023-1'

export const CHANGES_2023: readonly EditionChange[] = [
  { kind: 'added', code: null, categoryCode: '0101', name: '增补叶酸预防神经管缺陷服务', previousName: null },
  { kind: 'raised', code: '020201', categoryCode: '0202', name: '义务教育阶段免除学杂费', previousName: null },
  { kind: 'raised', code: '020204', categoryCode: '0202', name: '农村义务教育学生营养膳食补助', previousName: null },
  { kind: 'raised', code: '040302', categoryCode: '0403', name: '计划生育家庭特别扶助', previousName: null },
  { kind: 'widened', code: '060202', categoryCode: '0602', name: '农村危房改造', previousName: null },
  { kind: 'widened', code: '080104', categoryCode: '0801', name: '特殊群体集中供养', previousName: null },
  {
    kind: 'renamed',
    code: '020204',
    categoryCode: '0202',
    name: '农村义务教育学生营养膳食补助',
    previousName: '贫困地区学生营养膳食补助',
  },
]

export const COUNTED_2023 = { wordingChangedItems: 41, leadUnitChangedItems: 10 } as const

/** The 2021 tree with the added item and the new name in place. Names carry over the mark of the 2021 list. */
export const DOMAINS_2023: readonly SeedDomain[] = DOMAINS_2021.map((domain) => ({
  ...domain,
  categories: domain.categories.map((category) => ({
    ...category,
    items: [
      ...category.items.map((item) => {
        const renamed = CHANGES_2023.find((c) => c.kind === 'renamed' && c.code === item.code)
        return renamed === undefined ? item : { ...item, name: renamed.name, seenInPrint: true }
      }),
      ...CHANGES_2023.filter((c) => c.kind === 'added' && c.categoryCode === category.code).map((c) => ({
        code: PROVISIONAL_CODE,
        name: c.name,
        seenInPrint: true,
      })),
    ],
  })),
}))
