/** Brings the 31 provinces into a running server through its API: a tenant made by the operator, then everything as its owner. Repeating it
 * changes nothing. */
import { ApiClient, ApiError } from '../seed/client.ts'
import { ensureEvaluation, ensureFramework, ensureImport, putAreas } from '../seed/city.ts'
import type { ProvinceData } from './provinces.ts'

export const PROVINCES_SLUG = 'china-provinces'
const OWNER = { email: 'owner@china-provinces.example', name: '省际数据管理员' } as const
const YEARS = ['2011', '2013'] as const

export interface ImportContext {
  readonly origin: URL
  readonly operator: { readonly email: string; readonly password: string }
  readonly ownerPassword: string
  readonly say: (line: string) => void
}

/** Evaluation ids by year. */
export async function importProvinces(
  data: ProvinceData,
  { origin, operator, ownerPassword, say }: ImportContext,
): Promise<{ client: ApiClient; evaluations: ReadonlyMap<string, string> }> {
  const asOperator = await ApiClient.signIn(origin, operator.email, operator.password)
  try {
    await asOperator.post('/operator/organisations', {
      kind: 'city',
      slug: PROVINCES_SLUG,
      name: '中国 31 省份（2007–2016）',
      nameEn: '31 provinces of China, 2007–2016',
      regionCode: 'other',
      owner: { ...OWNER, password: ownerPassword },
    })
    say(`created the tenant ${PROVINCES_SLUG}; owner ${OWNER.email}`)
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 409) throw error
    say(`the tenant ${PROVINCES_SLUG} is there already; owner ${OWNER.email}`)
  }
  const client = await ApiClient.signIn(origin, OWNER.email, ownerPassword)
  await putAreas(client, PROVINCES_SLUG, data.areas, data.populations)
  say(`${data.areas.length} provinces, ${data.populations.length} populations`)
  const frameworkId = await ensureFramework(client, PROVINCES_SLUG, {
    name: '省际公共服务（16 项指标）',
    nameEn: 'Public services of provinces (16 indicators)',
    body: data.body,
  })
  const written = await ensureImport(client, PROVINCES_SLUG, { name: 'panel_derived-2007-2016.csv', csv: data.csv })
  say(written === 0 ? 'values were imported before' : `${written} values imported`)
  const evaluations = new Map<string, string>()
  for (const year of YEARS)
    evaluations.set(
      year,
      await ensureEvaluation(
        client,
        PROVINCES_SLUG,
        { title: `${year} 年省际评价 · provinces in ${year}`, frameworkId, periods: [year] },
        null,
      ),
    )
  return { client, evaluations }
}
