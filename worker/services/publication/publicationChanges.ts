/** What a correction changed: the printed numbers of both publications side by side, from what is public of each. */
import type { PublicationRow } from '../../../db/hub/queries/publications.ts'
import { canonicalJson } from '../../engine/digest/canonicalJson.ts'
import { AppError } from '../../contract/problems.ts'
import { MOST_CHANGES, type PublicationChanges } from '../../contract/releases.ts'
import { numberLeaves } from '../../record/numberLeaves.ts'
import { getServed, putServed, type ServedPublication } from './publicationCache.ts'
import { requireDocuments } from './requireDocuments.ts'
import { unzipText, zipText, zippedBytes } from './zip.ts'
import type { ServiceContext } from '../../context.ts'
import type { Publication, PublishedNodes, PublishedPeriod } from '../../contract/publication.ts'

type Change = PublicationChanges['changes'][number]

export async function publicationChanges(
  ctx: ServiceContext,
  id: string,
  /** Told how many bytes are to be unpacked; may refuse. */
  beforeUnpacking: (sizeBytes: number) => Promise<void>,
): Promise<ServedPublication> {
  const nowMs = ctx.now()
  const key = `publication ${id} changes` as const
  const cached = getServed(key, nowMs)
  if (cached !== undefined) return cached
  const after = await load(ctx, id)
  if (after.row.supersedes === null) throw new AppError('not-found')
  const before = await load(ctx, after.row.supersedes)
  await beforeUnpacking([...after.bodies.values(), ...before.bodies.values()].reduce((sum, b) => sum + b.length, 0))
  const text = canonicalJson(compare(before.row.id, after.row, await read(before.bodies), await read(after.bodies)))
  const { etag, body } = await zipText(text)
  // Gone with either of the two: both are of one city.
  const served = { cityIds: [await cityOf(after.bodies)], body: zippedBytes(body), etag }
  putServed(key, served, nowMs)
  return served
}

interface Loaded {
  readonly row: PublicationRow
  readonly bodies: ReadonlyMap<string, string>
}
interface Read {
  readonly head: Publication
  readonly nodes: PublishedNodes
  readonly periods: readonly PublishedPeriod[]
}

async function load(ctx: ServiceContext, id: string): Promise<Loaded> {
  const { row, documents } = await requireDocuments(ctx, id)
  return { row, bodies: new Map(documents.map((d) => [d.part, d.body])) }
}

/** Guarantee: documents were written by publishEvaluation. */
async function part<T>(bodies: ReadonlyMap<string, string>, name: string): Promise<T> {
  const body = bodies.get(name)
  if (body === undefined) throw new AppError('not-found')
  return JSON.parse(await unzipText(zippedBytes(body))) as T
}
const cityOf = async (bodies: ReadonlyMap<string, string>): Promise<string> =>
  (await part<Publication>(bodies, 'head')).city.id

async function read(bodies: ReadonlyMap<string, string>): Promise<Read> {
  const head = await part<Publication>(bodies, 'head')
  const [nodes, periods] = await Promise.all([
    part<PublishedNodes>(bodies, 'nodes'),
    Promise.all(head.periods.map((p) => part<PublishedPeriod>(bodies, `period:${p}`))),
  ])
  return { head, nodes, periods }
}

function compare(from: string, row: PublicationRow, before: Read, after: Read): PublicationChanges {
  const names = new Map([...before.nodes.nodes, ...after.nodes.nodes].map((n) => [n.code, n]))
  const areas = new Map([...before.head.areas, ...after.head.areas].map((a) => [a.code, a.name]))
  const [old, now] = [numbersOf(before), numbersOf(after)]
  const keys = [...new Set([...now.keys(), ...old.keys()])]
  const changes = keys.flatMap((key): Change[] => {
    const [a, b] = [old.get(key), now.get(key)]
    const place = (b ?? a)?.place
    if (place === undefined || (a?.value ?? null) === (b?.value ?? null)) return []
    const node = names.get(place.node)
    return [
      {
        period: place.period,
        node: place.node,
        name: node?.name ?? place.node,
        nameEn: node?.nameEn ?? '',
        area: place.area,
        areaName: place.area === null ? null : (areas.get(place.area) ?? place.area),
        what: place.what,
        from: a?.value ?? null,
        to: b?.value ?? null,
      },
    ]
  })
  const differs = (of: (r: Read) => unknown): boolean => JSON.stringify(of(before)) !== JSON.stringify(of(after))
  const what: [PublicationChanges['what'][number], boolean][] = [
    ['framework', differs(({ head }) => [head.frameworkName, head.frameworkVersion, head.template])],
    ['method', differs(({ head }) => head.evaluation?.method)],
    ['periods', differs(({ head }) => head.periods)],
    ['areas', differs(({ head }) => head.areas.map((a) => a.code))],
    ['disclosure', differs(({ head }) => head.disclosure)],
    ['engine', differs(({ head }) => head.evaluation?.engineVersion)],
  ]
  return {
    from,
    to: row.id,
    reason: row.correctionReason,
    compared: keys.length,
    changed: changes.length,
    what: what.flatMap(([name, isSo]) => (isSo ? [name] : [])),
    headline: [
      { what: 'score', from: before.head.headlineScore, to: after.head.headlineScore },
      { what: 'realization', from: before.head.realization, to: after.head.realization },
      { what: 'degree', from: before.head.degree, to: after.head.degree },
    ],
    changes: [...changes.filter((c) => c.area === null), ...changes.filter((c) => c.area !== null)].slice(
      0,
      MOST_CHANGES,
    ),
  }
}

interface Printed {
  readonly place: Pick<Change, 'period' | 'node' | 'area' | 'what'>
  readonly value: number | null
}

function numbersOf({ head, periods }: Read): Map<string, Printed> {
  const found = new Map<string, Printed>()
  const codes = head.areas.map((a) => a.code)
  for (const document of periods)
    for (const { period, node, area, numbers } of numberLeaves(document, codes))
      for (const [what, value] of Object.entries(numbers))
        found.set(JSON.stringify([period, node, area, what]), { place: { period, node, area, what }, value })
  return found
}
