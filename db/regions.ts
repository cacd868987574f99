/** The only list of region ⇄ D1 binding. `npm run region:add` edits it together with wrangler.toml; test/arch holds the two together. */
export interface Region {
  readonly code: string
  readonly binding: `REGION_${string}`
  readonly name: string
  readonly nameEn: string
}

export const REGIONS = [
  { code: 'jjj', binding: 'REGION_JJJ', name: '京津冀', nameEn: 'Beijing–Tianjin–Hebei' },
  { code: 'csj', binding: 'REGION_CSJ', name: '长三角', nameEn: 'Yangtze River Delta' },
  { code: 'cy', binding: 'REGION_CY', name: '成渝', nameEn: 'Chengdu–Chongqing' },
  { code: 'gba', binding: 'REGION_GBA', name: '粤港澳大湾区', nameEn: 'Guangdong–Hong Kong–Macao Greater Bay Area' },
  { code: 'db', binding: 'REGION_DB', name: '东北', nameEn: 'Northeast' },
  { code: 'other', binding: 'REGION_OTHER', name: '其他地区', nameEn: 'Other regions' },
] as const satisfies readonly Region[]

export type RegionBinding = (typeof REGIONS)[number]['binding']
