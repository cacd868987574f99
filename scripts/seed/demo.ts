/** Fills a fresh installation with the demonstration: organisations by hub rows, everything a city does through the API as its owner. Can be
 * repeated after an interruption; a finished seed is left alone. */
import { REGIONS } from '../../db/regions.ts'
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '../../db/seed/demo/accounts.ts'
import { DEMO_BREAK, DEMO_CITIES, DEMO_OUTLIER, DEMO_PERIODS, type DemoCity } from '../../db/seed/demo/cities.ts'
import { correctionCsv, faultyCsv, wideCsv } from '../../db/seed/demo/csv.ts'
import { generateCity } from '../../db/seed/demo/generate.ts'
import { insertDemoOrganisations, isDemoSeeded, markDemoSeeded } from '../../db/seed/demo/organisations.ts'
import { INDICATORS } from '../../db/seed/indicators/indicators.ts'
import { SEED_TEMPLATES } from '../../db/seed/templates/templates.ts'
import { ApiClient } from './client.ts'
import { ensureBreak, ensureEvaluation, ensureFramework, ensureImport, ensureUpload, putAreas } from './city.ts'
import type { HubDb } from '../../db/client.ts'

/** One city publishes its results and keeps its raw values; the others publish both. */
const DEMO_WITHHOLDING = 'chengyan'

export interface DemoSeedContext {
  readonly hub: HubDb
  /** Where the Worker answers while the public port is still closed. */
  readonly origin: URL
  readonly relay: () => Promise<void>
  readonly say: (line: string) => void
  /** Bindings of regions that are out of service: their cities are left for a later start. */
  readonly without?: ReadonlySet<string>
}

/** Returns false when the demonstration was there already. */
export async function seedDemo({ hub, origin, relay, say, without }: DemoSeedContext): Promise<boolean> {
  if (await isDemoSeeded(hub)) return false
  await insertDemoOrganisations(hub, Date.now())
  // Regions are databases of their own: their cities do not wait for each other.
  const down = new Set(REGIONS.filter((r) => without?.has(r.binding) === true).map((r): string => r.code))
  const wanted = [...new Set(DEMO_CITIES.map((c) => c.regionCode))]
  const regions = wanted.filter((code) => !down.has(code))
  await Promise.all(
    regions.map(async (regionCode) => {
      for (const city of DEMO_CITIES.filter((c) => c.regionCode === regionCode)) {
        const startedAt = performance.now()
        await seedCity(city, origin)
        say(
          `演示城市 · demo city ${city.name} ${city.nameEn}  (${((performance.now() - startedAt) / 1000).toFixed(1)} s)`,
        )
      }
    }),
  )
  await relay()
  if (regions.length === wanted.length) await markDemoSeeded(hub, Date.now())
  return true
}

async function seedCity(city: DemoCity, origin: URL): Promise<void> {
  const owner = DEMO_ACCOUNTS.find((a) => a.role === 'owner' && a.organisation === city.name)
  if (owner === undefined) throw new Error(`no owner among the demo accounts of ${city.name}`)
  const client = await ApiClient.signIn(origin, owner.email, DEMO_PASSWORD)
  const data = generateCity(city)
  await putAreas(
    client,
    city.slug,
    data.areas.map((a) => ({ ...a })),
    data.populations.map((p) => ({ ...p })),
  )

  const wanted = SEED_TEMPLATES.filter(
    (t) =>
      t.id === 'tpl_national_supply' ||
      (t.id === 'tpl_three_dimensions' && city.threeDimensions) ||
      (t.id === 'tpl_joint_health' && city.jointHealth),
  )
  const frameworks = new Map<string, string>()
  for (const t of wanted)
    frameworks.set(t.id, await ensureFramework(client, city.slug, { templateId: t.id, templateVersion: t.version }))

  const national = frameworks.get('tpl_national_supply')
  if (city.slug === DEMO_BREAK.city && national !== undefined)
    await ensureBreak(client, city.slug, national, DEMO_BREAK)

  const codes = INDICATORS.filter((i) => i.dimension === 'supply' || city.threeDimensions).map((i) => i.code)
  for (const period of DEMO_PERIODS)
    await ensureImport(client, city.slug, {
      name: `${city.slug}-${period}.csv`,
      period,
      csv: wideCsv(data, period, codes),
      reason: '演示数据：异常值有意保留，用来展示怎样识别它。',
    })

  // Something to see in the list of imports: an upload that was refused, and a correction of the outlier that waits to be committed.
  if (city.slug === 'chengyan')
    await ensureUpload(
      client,
      city.slug,
      { name: '澄砚市-2024-部门初稿.csv', period: '2024', csv: faultyCsv(data) },
      'rejected',
    )
  if (city.slug === DEMO_OUTLIER.city)
    await ensureUpload(
      client,
      city.slug,
      { name: '岚磐市-2023-更正.csv', period: DEMO_OUTLIER.period, csv: correctionCsv(data) },
      'ready',
    )

  const periods = [...DEMO_PERIODS]
  const run = async (templateId: string, title: string, publish: 'withheld' | 'published' | null): Promise<void> => {
    const frameworkId = frameworks.get(templateId)
    if (frameworkId !== undefined) await ensureEvaluation(client, city.slug, { title, frameworkId, periods }, publish)
  }
  // The overview shows a city's newest publication, so the national framework comes last.
  await run('tpl_joint_health', '医疗卫生联合评价 2021–2024', 'published')
  await run('tpl_three_dimensions', '三维评价 2021–2024（讨论稿）', null)
  await run(
    'tpl_national_supply',
    '基本公共服务均等化评价 2021–2024',
    city.slug === DEMO_WITHHOLDING ? 'withheld' : 'published',
  )
}
