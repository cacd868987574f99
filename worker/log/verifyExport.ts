/**
 * Checks an exported log with nothing else at hand, and names the first thing that does not fit.
 *
 * Idea: acts are read in order. A row must be the next one, agree with its own text, and its text with the hash that was
 * sealed; wherever a head was signed, the tree so far must have its root, and the signature must be of a key in force then.
 * What one field cannot tell (row, text and hash changed together), the next head does. Edge policy: acts after the last
 * head are checked for order and agreement only; an export without any head is a fault. Complexity: O(acts) hashes, and
 * memory for the heads.
 */
import { canonicalJson } from '../engine/digest/canonicalJson.ts'
import { keyIdOf } from './signature.ts'
import { fromBase64url } from './base64url.ts'
import { loggable, type AuditAct } from './entry.ts'
import { verifyHead, type PublicKey, type SignedHead } from './head.ts'
import { EMPTY_ROOT, growTree, leafHash, rootOf, type Hash } from './merkle.ts'

export const EXPORT_FORMAT = 'junheng/audit-export@1'

/** Servers that sign beside a change of keys may be this far apart. */
const CLOCKS_APART_MS = 60_000

export type ExportFault =
  | { readonly code: 'not-an-export'; readonly line: number }
  | { readonly code: 'cut-short' }
  | { readonly code: 'unsigned' }
  | { readonly code: 'missing'; readonly seq: number }
  | { readonly code: 'moved'; readonly seq: number; readonly id: string; readonly belongs: number }
  | { readonly code: 'edited'; readonly seq: number; readonly id: string; readonly field: string }
  | { readonly code: 'text-edited'; readonly seq: number; readonly id: string }
  /** Something among the acts from–size was changed after they were sealed, in a way that their own row does not show. */
  | { readonly code: 'root'; readonly size: number; readonly from: number }
  | { readonly code: 'key' | 'signature' | 'time'; readonly size: number; readonly keyId: string }
  | { readonly code: 'kept-head'; readonly size: number }

export interface ExportSummary {
  readonly log: string
  readonly name: string
  readonly acts: number
  readonly head: SignedHead
}
export type Verdict =
  | ({ readonly ok: true } & ExportSummary)
  | { readonly ok: false; readonly log: string; readonly fault: ExportFault }

export interface VerifyOptions {
  /** Keys from elsewhere; without them the export's own are believed. */
  readonly keys?: readonly PublicKey[]
  /** A head of this log that somebody kept: the log must still begin with it. */
  readonly kept?: { readonly log: string; readonly size: number; readonly root: Hash }
}

interface Act {
  readonly seq: number
  readonly entry: string | null
  readonly leaf: Hash | null
  readonly row: AuditAct
}

class Found extends Error {
  override readonly name = 'Found'
  readonly fault: ExportFault

  // Plain fields: scripts load this file in Node, which strips types and nothing more.
  constructor(fault: ExportFault) {
    super(fault.code)
    this.fault = fault
  }
}

export async function verifyExport(
  lines: AsyncIterable<string> | Iterable<string>,
  options: VerifyOptions = {},
): Promise<Verdict> {
  const check = new Check(options)
  try {
    let number = 0
    for await (const text of lines) {
      number += 1
      if (text.trim() !== '') await check.read(text, number)
    }
    return { ok: true, ...(await check.finish()) }
  } catch (error) {
    if (!(error instanceof Found)) throw error
    return { ok: false, log: check.log, fault: error.fault }
  }
}

class Check {
  log = ''
  #options: VerifyOptions
  #name = ''
  #stated = 0
  #ended = false
  #keys: PublicKey[] = []
  #heads: SignedHead[] = []
  #checkedHeads = 0
  #seq = 0
  #peaks: Hash[] = []
  #isKeptSeen = false
  /** What stood where act `#seq + 1` belongs: that one is missing, unless it comes later. */
  #gap: Act | undefined

  constructor(options: VerifyOptions) {
    this.#options = options
  }

  async read(text: string, number: number): Promise<void> {
    const line = parsed(text)
    if (line === undefined || this.#ended) throw new Found({ code: 'not-an-export', line: number })
    if (number === 1) {
      if (line['format'] !== EXPORT_FORMAT || typeof line['log'] !== 'string' || typeof line['acts'] !== 'number')
        throw new Found({ code: 'not-an-export', line: 1 })
      this.log = line['log']
      this.#stated = line['acts']
      this.#name = nameOf(line['organisation'])
    } else if (isRecord(line['key'])) this.#keys.push(asKey(line['key']))
    else if (isRecord(line['head'])) this.#heads.push(asHead(line['head']))
    else if (isRecord(line['act'])) {
      if (this.#seq === 0) await this.#reach(0, EMPTY_ROOT)
      await this.#add(asAct(line['act'], number))
    } else if (isRecord(line['end'])) {
      this.#ended = true
      if (line['end']['keys'] !== this.#keys.length || line['end']['heads'] !== this.#heads.length)
        throw new Found({ code: 'cut-short' })
    } else throw new Found({ code: 'not-an-export', line: number })
  }

  async finish(): Promise<ExportSummary> {
    if (!this.#ended) throw new Found({ code: 'cut-short' })
    if (this.#seq === 0) await this.#reach(0, EMPTY_ROOT)
    // One is gone, or the last ones: more were counted, or signed, than are there.
    if (this.#gap !== undefined || this.#seq < this.#stated || this.#checkedHeads < this.#heads.length)
      throw new Found({ code: 'missing', seq: this.#seq + 1 })
    const head = this.#heads.at(-1)
    if (head === undefined) throw new Found({ code: 'unsigned' })
    const { kept } = this.#options
    if (kept !== undefined && !this.#isKeptSeen) throw new Found({ code: 'kept-head', size: kept.size })
    return { log: this.log, name: this.#name, acts: this.#seq, head }
  }

  async #add({ seq, entry, leaf, row }: Act): Promise<void> {
    const next = this.#seq + 1
    const { id } = row
    if (this.#gap !== undefined && seq === next)
      throw new Found({ code: 'moved', seq, id: this.#gap.row.id, belongs: this.#gap.seq })
    if (seq > next) this.#gap ??= { seq, entry, leaf, row }
    if (this.#gap !== undefined) return
    if (seq < next) throw new Found({ code: 'moved', seq: next, id, belongs: seq })
    const content = entry === null ? undefined : parsed(entry)
    if (content === undefined || canonical(content) !== entry) throw new Found({ code: 'text-edited', seq, id })
    if (content['seq'] !== seq)
      throw new Found({ code: 'moved', seq, id, belongs: typeof content['seq'] === 'number' ? content['seq'] : 0 })
    const field = differing(content, { ...loggable(row), seq })
    if (field !== undefined) throw new Found({ code: 'edited', seq, id, field })
    const hash = leafHash(entry ?? '')
    if (leaf !== null && leaf !== hash) throw new Found({ code: 'text-edited', seq, id })
    this.#peaks = growTree(this.#seq, this.#peaks, [hash]).peaks
    this.#seq = next
    if (this.#heads[this.#checkedHeads]?.size === next || this.#options.kept?.size === next)
      await this.#reach(next, rootOf(this.#peaks))
  }

  /** The tree has `size` leaves: whatever was signed or kept of this size must fit. */
  async #reach(size: number, root: Hash): Promise<void> {
    const before = this.#heads[this.#checkedHeads - 1]
    const head = this.#heads[this.#checkedHeads]
    if (head !== undefined && head.size === size) {
      if (head.root !== root) throw new Found({ code: 'root', size, from: (before?.size ?? 0) + 1 })
      await this.#checkSignature(head)
      if (head.at < (before?.at ?? 0)) throw new Found({ code: 'time', size, keyId: head.keyId })
      this.#checkedHeads += 1
    }
    const { kept } = this.#options
    if (kept === undefined || kept.size !== size) return
    if (kept.log !== this.log || kept.root !== root) throw new Found({ code: 'kept-head', size })
    this.#isKeptSeen = true
  }

  async #checkSignature(head: SignedHead): Promise<void> {
    const { size, keyId } = head
    const owner = this.log.slice(this.log.indexOf('/') + 1)
    const key = (this.#options.keys ?? this.#keys).find((k) => k.keyId === keyId && k.owner === owner)
    if (key === undefined || (await keyIdOfText(key.publicKey)) !== keyId) throw new Found({ code: 'key', size, keyId })
    if (!(await verifyHead(this.log, head, key.publicKey))) throw new Found({ code: 'signature', size, keyId })
    if (head.at < key.createdAt - CLOCKS_APART_MS || head.at > (key.retiredAt ?? Infinity) + CLOCKS_APART_MS)
      throw new Found({ code: 'time', size, keyId })
  }
}

/** The first field of the text that the row does not repeat. */
function differing(content: Record<string, unknown>, row: Readonly<Record<string, unknown>>): string | undefined {
  const fields = [...new Set([...Object.keys(content), ...Object.keys(row)])].sort()
  return fields.find(
    (f) => content[f] === undefined || row[f] === undefined || canonical(content[f]) !== canonical(row[f]),
  )
}

/** Undefined for what the product never writes, such as a lone surrogate. */
function canonical(value: unknown): string | undefined {
  try {
    return canonicalJson(value)
  } catch {
    return undefined
  }
}

async function keyIdOfText(publicKey: string): Promise<string | undefined> {
  try {
    return await keyIdOf(fromBase64url(publicKey))
  } catch {
    return undefined
  }
}

function nameOf(organisation: unknown): string {
  if (!isRecord(organisation)) return 'platform'
  return `${String(organisation['name'])} (${String(organisation['slug'])})`
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isRecord(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** Guarantee: each field is compared or hashed before it is believed; one of another type fits nothing. */
const asKey = (value: Record<string, unknown>): PublicKey => value as unknown as PublicKey
const asHead = (value: Record<string, unknown>): SignedHead => value as unknown as SignedHead

function asAct(value: Record<string, unknown>, line: number): Act {
  const { seq, entry, leaf, row } = value
  if (
    typeof seq !== 'number' ||
    (entry !== null && typeof entry !== 'string') ||
    (leaf !== null && typeof leaf !== 'string') ||
    !isRecord(row) ||
    typeof row['id'] !== 'string'
  )
    throw new Found({ code: 'not-an-export', line })
  // Guarantee: the fields of the row are compared with those of the text, whatever they are.
  return { seq, entry, leaf, row: row as unknown as AuditAct }
}
