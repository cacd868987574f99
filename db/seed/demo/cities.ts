/** The fictional cities. No place in China bears these names; area codes begin with letters, so none can be read as GB/T 2260. */
export interface DemoCity {
  readonly slug: string
  readonly name: string
  readonly nameEn: string
  readonly regionCode: string
  readonly codePrefix: string
  readonly areaCount: number
  /** Where the city stands in 2021, in standard deviations of a typical area. */
  readonly level: number
  /** Change of the level a year. */
  readonly trend: number
  /** Spread of its areas in 2021, and the factor a year by which it changes: below 1 areas grow alike. */
  readonly spread: number
  readonly spreadGrowth: number
  /** How far rural areas lie behind urban ones. */
  readonly ruralGap: number
  /** Mean population of an urban area in 10,000 people. */
  readonly urbanPopulation: number
  readonly jointHealth: boolean
  readonly threeDimensions: boolean
  /** Share of cells without a value. */
  readonly missing: number
}

export const DEMO_PERIODS = ['2021', '2022', '2023', '2024'] as const

const city = (
  slug: string,
  name: string,
  nameEn: string,
  regionCode: string,
  codePrefix: string,
  rest: Partial<DemoCity>,
): DemoCity => ({
  slug,
  name,
  nameEn,
  regionCode,
  codePrefix,
  areaCount: 10,
  level: 0.3,
  trend: 0.1,
  spread: 0.6,
  spreadGrowth: 0.97,
  ruralGap: 0.6,
  urbanPopulation: 42,
  jointHealth: false,
  threeDimensions: false,
  missing: 0,
  ...rest,
})

export const DEMO_CITIES: readonly DemoCity[] = [
  city('chengyan', '澄砚市', 'Chengyan', 'jjj', 'CHY', {
    areaCount: 16,
    level: 0.35,
    trend: 0.22,
    spread: 0.75,
    spreadGrowth: 0.84,
    ruralGap: 0.9,
    urbanPopulation: 58,
    jointHealth: true,
    threeDimensions: true,
    missing: 0.004,
  }),
  city('luting', '鹭汀市', 'Luting', 'jjj', 'LUT', {
    areaCount: 12,
    level: 0.75,
    trend: 0.1,
    spread: 0.5,
    ruralGap: 0.5,
    urbanPopulation: 66,
    jointHealth: true,
  }),
  city('huaiyi', '槐漪市', 'Huaiyi', 'jjj', 'HUY', {
    areaCount: 9,
    level: -0.15,
    trend: 0.14,
    spread: 0.65,
    ruralGap: 0.8,
    urbanPopulation: 31,
    jointHealth: true,
    missing: 0.012,
  }),
  city('qiji', '栖霁市', 'Qiji', 'csj', 'QIJ', {
    areaCount: 14,
    level: 1.05,
    trend: 0.06,
    spread: 0.35,
    ruralGap: 0.3,
    urbanPopulation: 74,
    threeDimensions: true,
  }),
  city('zhilan', '芷澜市', 'Zhilan', 'csj', 'ZHL', {
    areaCount: 8,
    level: 0.55,
    trend: 0.12,
    spread: 0.45,
    ruralGap: 0.45,
    urbanPopulation: 47,
  }),
  city('lanpan', '岚磐市', 'Lanpan', 'cy', 'LNP', {
    areaCount: 20,
    level: 0.25,
    trend: -0.16,
    spread: 0.6,
    spreadGrowth: 1.14,
    ruralGap: 0.85,
    urbanPopulation: 44,
    missing: 0.003,
  }),
  city('xiuchuan', '岫川市', 'Xiuchuan', 'cy', 'XCN', {
    areaCount: 11,
    level: -0.3,
    trend: 0.18,
    spread: 0.7,
    ruralGap: 1,
    urbanPopulation: 29,
    missing: 0.008,
  }),
  city('xiyu', '汐屿市', 'Xiyu', 'gba', 'XIY', {
    areaCount: 10,
    level: 0.9,
    trend: 0.04,
    spread: 0.8,
    spreadGrowth: 1.02,
    ruralGap: 0.7,
    urbanPopulation: 82,
  }),
]

/** One value that looks like a slip of the pen, for the checks to find: a village count entered as a floor area. */
export const DEMO_OUTLIER = { city: 'lanpan', areaIndex: 7, indicator: '0901-1', period: '2023', value: 9820 } as const

/** An area whose care beds stay below the floor of the framework, whatever its other services are. */
export const DEMO_BELOW_FLOOR = { city: 'huaiyi', areaIndex: 6, indicator: '0501-3', first: 12.4, step: 0.9 } as const

/** An indicator that one city counts otherwise from a period on: its values drop, its services do not. */
export const DEMO_BREAK = {
  city: 'luting',
  indicator: '0401-4',
  period: '2023',
  factor: 0.86,
  note: '2023 年起只计近一年内有更新的档案，此前计全部建档 · from 2023 only records updated within a year are counted',
} as const
