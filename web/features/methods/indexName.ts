/** Short names of the indices for tables and sentences, light enough for the first load; the full texts stay in methods.ts. */
import { locale } from '../../i18n/locale.ts'
import { nameIn } from '../../i18n/nameIn.ts'

const NAMES: Readonly<Record<string, readonly [string, string]>> = {
  cv: ['变异系数', 'coefficient of variation'],
  gini: ['基尼系数', 'Gini coefficient'],
  theilT: ['泰尔指数 T', 'Theil T'],
  theilL: ['泰尔指数 L', 'Theil L'],
  ge: ['广义熵指数', 'generalised entropy'],
  atkinson: ['阿特金森指数', 'Atkinson index'],
  hoover: ['胡佛指数', 'Hoover index'],
  ratioMaxMin: ['极值比', 'max–min ratio'],
  range: ['极差', 'range'],
  relativeRange: ['相对极差', 'relative range'],
  p90p10: ['P90/P10 分位比', 'P90/P10 ratio'],
  palma: ['帕尔马比', 'Palma ratio'],
  quintileRatio: ['五分位份额比', 'quintile share ratio'],
  urbanRuralRatio: ['城乡比', 'urban–rural ratio'],
  urbanRuralGap: ['城乡差', 'urban–rural gap'],
  moran: ['莫兰指数', 'Moran’s I'],
}

export function indexName(key: string): string {
  const name = NAMES[key]
  return name === undefined ? key : nameIn(locale.value, { name: name[0], nameEn: name[1] })
}
