/** Seals a log: the tree grows by the acts that are not in it yet, then its head is signed. Two steps, each a guarded batch of its own: whoever stops
 * between them, or runs beside another, leaves a shorter tree or an older head, never another one. What does not fit halts the log, visibly, and
 * is not signed: a signature over it would make it true. */
import { commitBookkeeping, ConflictError } from '../../../db/commit.ts'
import { appendHead, appendNodes, readActs, readNodes, readState } from '../../../db/log/store.ts'
import { entryText } from '../../log/entry.ts'
import type { SigningHalf } from '../../log/signature.ts'
import { signHead } from '../../log/head.ts'
import { growTree, leafHash, rootOf } from '../../log/merkle.ts'
import { coverOf } from '../../log/proofs.ts'
import { signerOf, type SigningContext } from './signer.ts'
import type { LogRow, LogState, LogStore } from '../../../db/log/store.ts'

/** Why a log is not sealed any further: an act is gone, a row stands where another belongs, or the kept hashes do not give what was signed. */
export interface Halt {
  readonly seq: number
  readonly reason: 'missing' | 'moved' | 'hashes'
}

const PAGE = 500
/** Pages in one go; a log of an earlier release may be long, and the rest waits for the next. */
const ROUNDS = 20

export async function sealLog(
  ctx: SigningContext,
  store: LogStore,
): Promise<{ readonly state: LogState; readonly halt: Halt | null }> {
  // First, because a first key is itself an act of this log when it is the hub's.
  const signer = await signerOf(ctx, store.owner)
  const grown = await growLog(store)
  // What fits up to there is signed all the same.
  const signed = signer === undefined ? null : await signLog(store, signer, ctx.now())
  const halt = signed ?? grown
  return { state: await readState(store), halt }
}

export async function growLog(store: LogStore): Promise<Halt | null> {
  for (let round = 0; round < ROUNDS; round += 1) {
    const { acts, sealed } = await readState(store)
    if (acts <= sealed) return null
    const rows = await readActs(store, sealed, PAGE)
    const { texts, halt } = inOrder(rows, sealed)
    if (texts.length === 0) return halt
    const peaks = await readNodes(store, coverOf([0, sealed]))
    if (peaks === undefined) return { seq: sealed, reason: 'hashes' }
    const leaves = await Promise.all(texts.map(({ entry }) => leafHash(entry)))
    const { nodes } = growTree(sealed, peaks, leaves)
    try {
      await commitBookkeeping(store.db, appendNodes(store, sealed, nodes, texts))
    } catch (error) {
      // Another sealer was here first: go on from where it stopped.
      if (!(error instanceof ConflictError)) throw error
    }
  }
  return null
}

export async function signLog(store: LogStore, signer: SigningHalf, nowMs: number): Promise<Halt | null> {
  const { sealed, head } = await readState(store)
  if (head !== undefined) {
    const before = await readNodes(store, coverOf([0, head.size]))
    if (before === undefined || rootOf(before) !== head.root) return { seq: head.size, reason: 'hashes' }
    if (head.size >= sealed) return null
  }
  const peaks = await readNodes(store, coverOf([0, sealed]))
  if (peaks === undefined) return { seq: sealed, reason: 'hashes' }
  const next = { size: sealed, root: rootOf(peaks), at: Math.max(nowMs, head?.at ?? 0) }
  const signed = await signHead(store.log, next, signer)
  try {
    await commitBookkeeping(store.db, appendHead(store, signed))
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error
  }
  return null
}

/** The texts up to the first row that is not the next one. */
function inOrder(rows: readonly LogRow[], sealed: number) {
  const texts: { seq: number; entry: string }[] = []
  for (const [i, row] of rows.entries()) {
    const seq = sealed + 1 + i
    if (row.seq !== seq) return { texts, halt: { seq, reason: 'missing' } as const }
    const entry = row.entry ?? entryText(row, seq)
    if (seqIn(entry) !== seq) return { texts, halt: { seq, reason: 'moved' } as const }
    texts.push({ seq, entry })
  }
  return { texts, halt: null }
}

function seqIn(entry: string): unknown {
  try {
    // Guarantee: only `seq` is looked at, whatever it is.
    return (JSON.parse(entry) as { seq?: unknown }).seq
  } catch {
    return undefined
  }
}
