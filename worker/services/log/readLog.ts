/** What a log answers: its head, proofs against it, and the whole of it for a check elsewhere (worker/log/verifyExport.ts). */
import { publicKeysOf } from '../../../db/hub/queries/signingKeys.ts'
import { findSeq, readActs, readHeads, readNodes } from '../../../db/log/store.ts'
import { AppError } from '../../contract/problems.ts'
import { sentence } from '../../words/sentence.ts'
import { leafHash, rootOf, type Hash, type NodeAt } from '../../log/merkle.ts'
import { consistencyRanges, coverOf, hashesOf, inclusionRanges } from '../../log/proofs.ts'
import { EXPORT_FORMAT } from '../../log/verifyExport.ts'
import { sealLog } from './sealLog.ts'
import type { LogStore } from '../../../db/log/store.ts'
import type {
  AuditHead,
  ConsistencyProof,
  ConsistencyQuery,
  InclusionProof,
  InclusionQuery,
} from '../../contract/auditLog.ts'
import type { Organisation } from '../../contract/wire.ts'
import type { SigningContext } from './signer.ts'

const PAGE = 500

export async function headOf(ctx: SigningContext, store: LogStore): Promise<AuditHead> {
  const { state, halt } = await sealLog(ctx, store)
  const { acts, sealed, head } = state
  const isSigned = head !== undefined && (head.size >= sealed || halt !== null)
  // Of hashes that do not fit, and that nobody signed, nothing can be said.
  const size = halt?.reason === 'hashes' ? 0 : sealed
  return {
    log: store.log,
    state: halt !== null ? 'halted' : isSigned ? 'signed' : 'unsigned',
    acts,
    ...(isSigned ? head : { size, root: await rootAt(store, size), at: null, keyId: null, signature: null }),
    halt,
  }
}

export async function proveInclusion(
  ctx: SigningContext,
  store: LogStore,
  query: InclusionQuery,
): Promise<InclusionProof> {
  if (query.seq === undefined && query.entry === undefined)
    throw new AppError('invalid', undefined, [
      {
        path: 'seq',
        code: 'required',
        message: sentence('ledger.act-unnamed'),
      },
    ])
  const head = await headOf(ctx, store)
  const size = query.size ?? head.size
  const seq = query.seq ?? (query.entry === undefined ? undefined : await findSeq(store, query.entry))
  const [act] = seq === undefined ? [] : await readActs(store, seq - 1, 1)
  if (act === undefined || act.seq !== seq) throw new AppError('not-found')
  requireSealed('size', size, head)
  requireSealed(query.seq === undefined ? 'entry' : 'seq', act.seq, { size })
  const entry = act.entry ?? ''
  return {
    log: store.log,
    seq: act.seq,
    id: act.id,
    size,
    root: await rootAt(store, size),
    entry,
    leafHash: leafHash(entry),
    proof: await hashesOf(inclusionRanges(act.seq - 1, size), reader(store)),
  }
}

export async function proveConsistency(
  ctx: SigningContext,
  store: LogStore,
  query: ConsistencyQuery,
): Promise<ConsistencyProof> {
  const head = await headOf(ctx, store)
  const { first, second = head.size } = query
  requireSealed('second', second, head)
  requireSealed('first', first, { size: second })
  return {
    log: store.log,
    first,
    second,
    firstRoot: await rootAt(store, first),
    secondRoot: await rootAt(store, second),
    proof: await hashesOf(consistencyRanges(first, second), reader(store)),
  }
}

/** Line by line: what it is, keys, heads, acts, and the counts, so that a file that was cut short shows. */
export async function* exportLog(
  ctx: SigningContext,
  store: LogStore,
  city: Pick<Organisation, 'id' | 'slug' | 'name' | 'nameEn'> | null,
): AsyncGenerator<object, void> {
  const { acts, sealed, head } = (await sealLog(ctx, store)).state
  const organisation = city === null ? null : { id: city.id, slug: city.slug, name: city.name, nameEn: city.nameEn }
  yield { format: EXPORT_FORMAT, log: store.log, organisation, acts, exportedAt: ctx.now() }
  const keys = await publicKeysOf(ctx.hub, store.owner)
  for (const key of keys) yield { key }
  // What is signed and what is there are of one moment; what comes later is the next export's.
  const last = Math.max(acts, sealed, head?.size ?? 0)
  let heads = 0
  for (let after = -1; ;) {
    const page = (await readHeads(store, after, PAGE)).filter((h) => h.size <= last)
    for (const one of page) yield { head: one }
    heads += page.length
    if (page.length < PAGE) break
    after = page.at(-1)?.size ?? last
  }
  let count = 0
  for (let after = 0; after < acts;) {
    const page = await readActs(store, after, Math.min(PAGE, acts - after))
    if (page.length === 0) break
    for (const { seq, entry, leaf, ...row } of page) yield { act: { seq, entry, leaf, row } }
    count += page.length
    after = page.at(-1)?.seq ?? acts
  }
  yield { end: { keys: keys.length, heads, acts: count } }
}

const reader =
  (store: LogStore) =>
  async (parts: readonly NodeAt[]): Promise<readonly Hash[]> => {
    const hashes = await readNodes(store, parts)
    if (hashes === undefined) throw new Error(`${store.log}: hashes of sealed entries are missing`)
    return hashes
  }

const rootAt = async (store: LogStore, size: number): Promise<Hash> => rootOf(await reader(store)(coverOf([0, size])))

function requireSealed(path: string, wanted: number, { size }: { readonly size: number }): void {
  if (wanted > size)
    throw new AppError('invalid', undefined, [
      {
        path,
        code: 'not-sealed',
        message: sentence('ledger.not-sealed', { wanted, size }),
      },
    ])
}
