/** The two editions and their difference in the shape the API serves. */
import { DOMAINS_2021, type SeedDomain } from './edition2021.ts'
import { CHANGES_2023, COUNTED_2023, DOMAINS_2023, PROVISIONAL_CODE, type EditionChange } from './edition2023.ts'
import type { Catalogue, CatalogueDiff } from '../../contract/public.ts'

type Change = Catalogue['domains'][number]['categories'][number]['items'][number]['change']

const UNCHECKED = {
  zh: '标有“未核对”的项目名称尚未与官方文本核对。',
  en: 'Item names marked “unchecked” are still to be compared with the official text.',
} as const

export const CATALOGUE_2021: Catalogue = edition('2021', DOMAINS_2021, [], {
  title: '国家基本公共服务标准（2021年版）',
  source:
    '《国家基本公共服务标准（2021年版）》：9 个领域、22 个类别、80 个项目；领域名称与类别、项目数量已核对 · domain names and the counts are verified',
  note: UNCHECKED.zh,
  noteEn: UNCHECKED.en,
})

export const CATALOGUE_2023: Catalogue = edition('2023', DOMAINS_2023, CHANGES_2023, {
  title: '国家基本公共服务标准（2023年版）',
  source:
    '由 2021 年版与已知名称的变动推得，并非官方文本 · derived from the 2021 edition and the changes known by name; not the official text',
  note: `${UNCHECKED.zh}另有 ${COUNTED_2023.wordingChangedItems} 个项目调整文字表述、${COUNTED_2023.leadUnitChangedItems} 个项目调整牵头单位，我们只知数量、不知是哪些，此处仍用 2021 年版的名称；新增项目的官方编号未见，${PROVISIONAL_CODE} 为临时编号。`,
  noteEn: `${UNCHECKED.en} A further ${COUNTED_2023.wordingChangedItems} items were reworded and ${COUNTED_2023.leadUnitChangedItems} changed their lead unit; we know the counts only, so those items keep their 2021 names here. The official number of the added item has not been seen: ${PROVISIONAL_CODE} is provisional.`,
})

export const CATALOGUE_DIFF: CatalogueDiff = {
  from: '2021',
  to: '2023',
  changes: CHANGES_2023.map((c) => ({ ...c })),
  ...COUNTED_2023,
  rule: '地方标准不得低于国家标准；高于国家标准的，须开展财政承受能力评估并按程序报批，调整后报备。',
  ruleEn:
    'A locality must not go below the national standard; going above it needs an affordability assessment and approval, and the adjustment is filed afterwards.',
}

function edition(
  year: '2021' | '2023',
  domains: readonly SeedDomain[],
  changes: readonly EditionChange[],
  text: Pick<Catalogue, 'title' | 'source' | 'note' | 'noteEn'>,
): Catalogue {
  const categories = domains.flatMap((d) => d.categories)
  return {
    edition: year,
    ...text,
    domains: domains.map((d) => ({
      code: d.code,
      name: d.name,
      nameEn: d.nameEn,
      categories: d.categories.map((c) => ({
        code: c.code,
        name: c.name,
        nameEn: c.nameEn,
        items: c.items.map((i) => ({
          code: i.code,
          name: i.name,
          verified: i.seenInPrint,
          change: changeOf(i.code, changes),
          previousName: changes.find((x) => x.kind === 'renamed' && x.code === i.code)?.previousName ?? null,
        })),
      })),
    })),
    counts: {
      domains: domains.length,
      categories: categories.length,
      items: categories.reduce((n, c) => n + c.items.length, 0),
    },
  }
}

/** The change of substance comes before the change of name. */
function changeOf(code: string, changes: readonly EditionChange[]): Change {
  const ofItem = changes.filter((c) => (c.code ?? PROVISIONAL_CODE) === code)
  return ofItem.find((c) => c.kind !== 'renamed')?.kind ?? ofItem[0]?.kind ?? null
}
