/** What a correction changed: the printed numbers of both publications side by side, from what is public of each. One period of both is unpacked at
 * a time and read node by node: 3,000 areas print a million numbers. */
import type { DocumentRow, PublicationRow } from '../../../db/hub/queries/publications.ts'
import { canonicalJson } from '../../engine/digest/canonicalJson.ts'
import { AppError } from '../../contract/problems.ts'
import { MOST_CHANGES, type PublicationChanges } from '../../contract/releases.ts'
import { numberLeaves, type NumberLeaf } from '../../record/numberLeaves.ts'
import { getServed, putServed, type ServedPublication } from './publicationCache.ts'
import { readDocument, requireDocuments } from './requireDocuments.ts'
import { zipText, zippedBytes } from './zip.ts'
import type { ServiceContext } from '../../context.ts'
import type { Publication, PublishedNodes, PublishedPeriod } from '../../contract/publication.ts'

type Change = PublicationChanges['changes'][number]

export async function publicationChanges(
  ctx: ServiceContext,
  id: string,
  /** Told how many bytes are to be unpacked and compared; may refuse. */
  beforeUnpacking: (sizeBytes: number) => Promise<void>,
): Promise<ServedPublication> {
  const nowMs = ctx.now()
  const key = `publication ${id} changes` as const
  const cached = getServed(key, nowMs)
  if (cached !== undefined) return cached
  const now = await requireDocuments(ctx, id)
  if (now.row.supersedes === null) throw new AppError('not-found')
  const old = await requireDocuments(ctx, now.row.supersedes)
  await beforeUnpacking([...now.documents, ...old.documents].reduce((sum, d) => sum + d.body.length, 0))
  const [before, after] = await Promise.all([sideOf(old.documents), sideOf(now.documents)])
  const { etag, body } = await zipText(canonicalJson(await compare(now.row, before, after)))
  // Gone with either of the two: both are of one city.
  const served = { cityIds: [after.head.city.id], body: zippedBytes(body), etag }
  putServed(key, served, nowMs)
  return served
}

interface Side {
  readonly head: Publication
  readonly nodes: PublishedNodes
  readonly documents: readonly DocumentRow[]
}

async function sideOf(documents: readonly DocumentRow[]): Promise<Side> {
  const [head, nodes] = await Promise.all([
    readDocument<Publication>(documents, 'head'),
    readDocument<PublishedNodes>(documents, 'nodes'),
  ])
  if (head === undefined || nodes === undefined) throw new AppError('not-found')
  return { head, nodes, documents }
}

async function compare(row: PublicationRow, before: Side, after: Side): Promise<PublicationChanges> {
  const tally = new Tally(before, after)
  for (const period of [...new Set([...before.head.periods, ...after.head.periods])].toSorted()) {
    const [old, now] = await Promise.all([nodesIn(before, period), nodesIn(after, period)])
    comparePeriod(old, now, (from, to) => tally.add(from, to))
  }
  const differs = (of: (head: Publication) => unknown): boolean =>
    canonicalJson(of(before.head) ?? null) !== canonicalJson(of(after.head) ?? null)
  const what: [PublicationChanges['what'][number], boolean][] = [
    ['framework', differs((head) => [head.frameworkName, head.frameworkVersion, head.template])],
    ['method', differs((head) => head.evaluation?.method)],
    ['periods', differs((head) => head.periods)],
    ['areas', differs((head) => head.areas.map((a) => a.code))],
    ['disclosure', differs((head) => head.disclosure)],
    ['engine', differs((head) => head.evaluation?.engineVersion)],
  ]
  return {
    from: before.head.id,
    to: after.head.id,
    reason: row.correctionReason,
    compared: tally.compared,
    changed: tally.changed,
    what: what.flatMap(([name, isSo]) => (isSo ? [name] : [])),
    headline: [
      { what: 'score', from: before.head.headlineScore, to: after.head.headlineScore },
      { what: 'realization', from: before.head.realization, to: after.head.realization },
      { what: 'degree', from: before.head.degree, to: after.head.degree },
    ],
    changes: [...tally.ofCity, ...tally.ofAreas].slice(0, MOST_CHANGES),
  }
}

/** The printed numbers of a node: of the city, then of its areas. */
type NodeLeaves = readonly NumberLeaf[]

async function nodesIn({ head, documents }: Side, period: string): Promise<Iterator<NodeLeaves>> {
  const document = await readDocument<PublishedPeriod>(documents, `period:${period}`)
  return byNode(
    document === undefined
      ? []
      : numberLeaves(
          document,
          head.areas.map((a) => a.code),
        ),
  )
}

function* byNode(leaves: Iterable<NumberLeaf>): Generator<NodeLeaves, undefined> {
  let own: NumberLeaf[] = []
  for (const leaf of leaves) {
    if (own[0] !== undefined && own[0].node !== leaf.node) {
      yield own
      own = []
    }
    own.push(leaf)
  }
  if (own.length > 0) yield own
  return undefined
}

type Pair = (from: NumberLeaf | undefined, to: NumberLeaf | undefined) => void

/** Both go through their nodes in UTF-16 order of the codes (record/numberLeaves.ts), so the two are merged as they come. */
function comparePeriod(before: Iterator<NodeLeaves>, after: Iterator<NodeLeaves>, pair: Pair): void {
  let [old, now] = [before.next().value as NodeLeaves | undefined, after.next().value as NodeLeaves | undefined]
  while (old !== undefined || now !== undefined) {
    const [a, b] = [old?.[0]?.node, now?.[0]?.node]
    const [takesOld, takesNow] = [
      b === undefined || (a !== undefined && a <= b),
      a === undefined || (b !== undefined && b <= a),
    ]
    compareNode(takesOld ? (old ?? []) : [], takesNow ? (now ?? []) : [], pair)
    if (takesOld) old = before.next().value as NodeLeaves | undefined
    if (takesNow) now = after.next().value as NodeLeaves | undefined
  }
}

function compareNode(before: NodeLeaves, after: NodeLeaves, pair: Pair): void {
  const left = new Map(before.map((leaf) => [leaf.area, leaf]))
  for (const leaf of after) {
    pair(left.get(leaf.area), leaf)
    left.delete(leaf.area)
  }
  for (const leaf of left.values()) pair(leaf, undefined)
}

/** Counts all, keeps the first few. */
class Tally {
  compared = 0
  changed = 0
  readonly ofCity: Change[] = []
  readonly ofAreas: Change[] = []
  readonly #nodes: ReadonlyMap<string, { readonly name: string; readonly nameEn: string }>
  readonly #areas: ReadonlyMap<string, string>

  constructor(before: Side, after: Side) {
    this.#nodes = new Map([...before.nodes.nodes, ...after.nodes.nodes].map((n) => [n.code, n]))
    this.#areas = new Map([...before.head.areas, ...after.head.areas].map((a) => [a.code, a.name]))
  }

  add(from: NumberLeaf | undefined, to: NumberLeaf | undefined): void {
    const leaf = to ?? from
    if (leaf === undefined) return
    for (const what of new Set([...Object.keys(to?.numbers ?? {}), ...Object.keys(from?.numbers ?? {})])) {
      this.compared += 1
      const [a, b] = [from?.numbers[what] ?? null, to?.numbers[what] ?? null]
      if (a === b) continue
      this.changed += 1
      const kept = leaf.area === null ? this.ofCity : this.ofAreas
      if (kept.length < MOST_CHANGES) kept.push(this.#change(leaf, what, a, b))
    }
  }

  #change({ period, node, area }: NumberLeaf, what: string, from: number | null, to: number | null): Change {
    const named = this.#nodes.get(node)
    return {
      period,
      node,
      name: named?.name ?? node,
      nameEn: named?.nameEn ?? '',
      area,
      areaName: area === null ? null : (this.#areas.get(area) ?? area),
      what,
      from,
      to,
    }
  }
}
