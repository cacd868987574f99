/** Cities with enough areas and indicators to publish under the guard, and what a stranger can fetch of them. */
import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { expect } from 'vitest'
import { createApp } from '../../worker/app.ts'
import { RandomStream } from '../../worker/engine/numeric/random.ts'
import { anchoredFramework } from './anchoredFramework.ts'
import { mintCity, type TestCity } from './worker-city.ts'
import { addPopulations, addValues, run, type Rows, publicationOf } from './worker-evaluation.ts'
import type { Evaluation } from '../../worker/contract/evaluations.ts'
import type { FrameworkBody } from '../../worker/contract/frameworks.ts'
import type { Publication, PublishedNodes, PublishedPeriod } from '../../worker/contract/publication.ts'

/** Values between 25 and 75, one decimal, the same for the same seed. */
export function drawnRows(periods: readonly string[], areas: number, each = 6, seed = 1): Rows {
  return Object.fromEntries(
    periods.map((period, t) => [
      period,
      Object.fromEntries(
        ['a', 'b'].flatMap((d, k) =>
          Array.from({ length: each }, (_, j) => {
            const random = new RandomStream(seed, t, k, j)
            return [
              `${d}${j + 1}`,
              Array.from({ length: areas }, () => Number((25 + 50 * random.uniform()).toFixed(1))),
            ] as const
          }),
        ),
      ),
    ]),
  )
}

export async function drawnCity(
  areas: number,
  options: {
    readonly each?: number
    readonly seed?: number
    readonly periods?: readonly string[]
    readonly populations?: boolean
    readonly framework?: FrameworkBody
  } = {},
): Promise<TestCity & { readonly rows: Rows }> {
  const { each = 6, seed = 1, periods = ['2024'], populations = true } = options
  const city = await mintCity({ areas, framework: options.framework ?? anchoredFramework(each) })
  const rows = drawnRows(periods, areas, each, seed)
  await addValues(city, rows)
  if (populations)
    for (const period of periods)
      await addPopulations(
        city,
        period,
        Array.from({ length: areas }, (_, a) => 10_000 * (3 + ((a * 7) % 5))),
      )
  return { ...city, rows }
}

export const publish = (city: TestCity, id: string, raw?: unknown): Promise<Response> =>
  city.request(`evaluations/${id}/publish`, { method: 'POST', ...(raw === undefined ? {} : { json: { raw } }) })

export async function published(
  city: TestCity,
  more: Record<string, unknown> = {},
  raw?: unknown,
): Promise<{ evaluation: Evaluation; id: string }> {
  const evaluation = await run(city, { periods: ['2024'], ...more })
  const res = await publish(city, evaluation.id, raw)
  expect(res.status, await res.clone().text()).toBe(200)
  return { evaluation, id: await publicationOf(city, evaluation.id) }
}

export async function stranger(path: string, headers: Record<string, string> = {}): Promise<Response> {
  const ctx = createExecutionContext()
  const res = await createApp().request(`/api/v1/${path}`, { headers }, env, ctx)
  await waitOnExecutionContext(ctx)
  return res
}

export interface Seen {
  readonly head: Publication
  readonly nodes: PublishedNodes
  readonly periods: readonly PublishedPeriod[]
  /** Every byte that is public of it. */
  readonly text: string
}

/** All that anybody can fetch of a publication. */
export async function seenOf(id: string): Promise<Seen> {
  const texts: string[] = []
  const get = async <T>(path: string): Promise<T> => {
    const text = await (await stranger(path)).text()
    texts.push(text)
    return JSON.parse(text) as T
  }
  const head = await get<Publication>(`publications/${id}`)
  const nodes = await get<PublishedNodes>(`publications/${id}/nodes`)
  const periods: PublishedPeriod[] = []
  for (const period of head.periods) periods.push(await get<PublishedPeriod>(`publications/${id}/periods/${period}`))
  for (const more of [
    `publications/${id}/results.csv`,
    `publications/${id}/results.sdmx.csv`,
    'publications?latest=false&limit=100',
    `publications/${id}/inputs`,
  ])
    texts.push(await (await stranger(more)).text())
  return { head, nodes, periods, text: texts.join('\n') }
}
