/** Published values of several cities side by side, in one round trip to the hub or from this isolate's memory, with everything that limits reading them together. */
import { readComparison, type ComparedValuesRow } from '../../../db/hub/queries/publications.ts'
import { AppError } from '../../contract/problems.ts'
import { sha256Hex, utf8 } from '../../lib/bytes.ts'
import { storedMethod } from '../../record/framework.ts'
import { storedFacts, type PublishedFacts } from '../publication/facts.ts'
import { getServed, putServed, type ServedPublication } from '../publication/publicationCache.ts'
import { significantOrNull } from '../disclosure/rounding.ts'
import { publicationView, requireStanding } from '../publication/view.ts'
import { WORDS } from '../../words/index.ts'
import { sentence } from '../../words/sentence.ts'
import { comparabilityNotes, comparable } from './comparability.ts'
import type { ServiceContext } from '../../context.ts'
import type { ComparedCity, Comparison } from '../../contract/comparison.ts'

/** What is public of a city's nodes; of publications of an earlier release only the whole's score. */
const MEASURES: ReadonlySet<string> = new Set(['score', 'realization', 'degree', 'mean'])

export const FEWEST = 2
export const MOST = 30

/** The comparison as the bytes of its answer. `ids` is the comma-separated list of the query. */
export async function serveComparison(ctx: ServiceContext, ids: string): Promise<ServedPublication> {
  const nowMs = ctx.now()
  const wanted = [
    ...new Set(
      ids
        .split(',')
        .map((id) => id.trim())
        .filter((id) => id !== ''),
    ),
  ]
  const key = `comparison ${ctx.locale} ${wanted.join(',')}` as const
  const cached = getServed(key, nowMs)
  if (cached !== undefined) return cached
  const comparison = await compare(ctx, wanted)
  const body = utf8(JSON.stringify(comparison))
  const served = {
    cityIds: comparison.cities.map((c) => c.publication.city.id),
    body,
    etag: `"${(await sha256Hex(body)).slice(0, 32)}"`,
  }
  putServed(key, served, nowMs)
  return served
}

async function compare(ctx: ServiceContext, wanted: readonly string[]): Promise<Comparison> {
  if (wanted.length < FEWEST || wanted.length > MOST) {
    throw new AppError('invalid', undefined, [
      {
        path: 'publications',
        code: 'wrong-count',
        message: sentence('comparison.wrong-count', { fewest: FEWEST, most: MOST }),
      },
    ])
  }
  const [rows, values] = await readComparison(ctx.hub, wanted)
  const byId = new Map(rows.map((row) => [row.id, row]))
  const absent = wanted.filter((id) => !byId.has(id))
  if (absent.length > 0) throw new AppError('not-found', sentence('comparison.no-such', { ids: absent }))
  for (const row of rows) requireStanding(row)
  const found = wanted.flatMap((id) => {
    const row = byId.get(id)
    return row === undefined ? [] : [{ id, row, facts: storedFacts(row.facts) }]
  })
  const notes = comparabilityNotes(found, WORDS[ctx.locale].comparison)
  const may = comparable(notes)
  // Different conventions are not only advised against: the degrees do not stand side by side at all.
  const mixed = notes.some((n) => n.code === 'different-equality')
  const cities = found.map(({ id, row, facts }): ComparedCity => ({
    publication: publicationView(row),
    method: storedMethod(facts.method),
    areaCount: facts.areaCount,
    periods: [...facts.periods],
    values: valuesOf(
      values.filter((v) => v.publicationId === id),
      facts.periods,
      facts.format === undefined
        ? (measure) => measure === 'score'
        : (measure) => MEASURES.has(measure) && !(mixed && measure === 'degree'),
      facts.format === undefined ? new Set(facts.nodes.filter((n) => n.kind === 'root').map((n) => n.code)) : null,
    ),
  }))
  return {
    nodes: nodesOf(found.map((f) => f.facts)),
    periods: [...new Set(cities.flatMap((c) => c.periods))].toSorted(),
    cities,
    comparable: may,
    notes,
  }
}

/** values[node][measure][place of the period among the city's own periods] */
function valuesOf(
  rows: readonly ComparedValuesRow[],
  periods: readonly string[],
  wanted: (measure: string) => boolean,
  only: ReadonlySet<string> | null,
): ComparedCity['values'] {
  const place = new Map(periods.map((p, i) => [p, i]))
  const values: ComparedCity['values'] = {}
  for (const { period, cells } of rows) {
    const at = place.get(period)
    if (at === undefined) continue
    for (const [node, measure, value] of JSON.parse(cells) as [string, string, number | null][]) {
      if (!wanted(measure) || (only !== null && !only.has(node))) continue
      const measures = (values[node] ??= {})
      const series = (measures[measure] ??= periods.map(() => null))
      series[at] = only === null ? value : significantOrNull(value)
    }
  }
  return values
}

/** Every node of any city, in the order of the first that has it. */
function nodesOf(facts: readonly PublishedFacts[]): Comparison['nodes'] {
  const nodes = new Map<string, { node: PublishedFacts['nodes'][number]; times: number }>()
  for (const { nodes: own } of facts) {
    for (const node of own) {
      const known = nodes.get(node.code)
      if (known === undefined) nodes.set(node.code, { node, times: 1 })
      else known.times += 1
    }
  }
  return [...nodes.values()].map(({ node, times }) => ({ ...node, inAll: times === facts.length }))
}
