/** Looks whether a publication is what it says it is: computes it anew where its inputs are public, holds its documents against each other, and
 * against their seal. Pure; the same report in Node, on Workers and in a browser. O(the evaluation). */
import { EngineInputError } from '../engine/types.ts'
import { evaluationDigest } from '../engine/digest/evaluationDigest.ts'
import { ENGINE_VERSION } from '../engine/version.ts'
import { agreementOf, type Pair } from './agreement.ts'
import { firstDifference } from './firstDifference.ts'
import { locate } from './locate.ts'
import { recompute } from './recompute.ts'
import { canCheckSignatures, fitsText } from '../log/signature.ts'
import { rootOfParts, sealOf, sealStatement } from './seal.ts'
import type { Bundle } from '../contract/record.ts'
import type { Seal, SealedPart } from '../contract/seal.ts'
import {
  PUBLICATION_FORMAT,
  type Publication,
  type PublishedNodes,
  type PublishedPeriod,
} from '../contract/publication.ts'
import type { Check, CheckId, Difference, Report, Unable } from './report.types.ts'

interface Looked {
  readonly check: Check
  readonly difference: Difference | null
}

/** A number that differs is named before a digest that differs: it says more. */
const FIRST: readonly CheckId[] = ['numbers', 'inputs', 'results', 'agreement', 'documents', 'root', 'signature']

export async function verifyBundle(bundle: Bundle): Promise<Report> {
  const { head } = bundle
  const looked = [
    ...(await againstInputs(bundle)),
    holdAll(bundle, 'agreement', agreementOf(bundle)),
    ...(await againstSeal(bundle)),
  ]
  const differences = looked.flatMap((l) => l.difference ?? [])
  const difference = FIRST.flatMap((id) => differences.find((d) => d.check === id) ?? [])[0] ?? null
  const state = (id: CheckId): Check['state'] | undefined => looked.find((l) => l.check.id === id)?.check.state
  return {
    publication: {
      id: head.id,
      title: head.title,
      city: { name: head.city.name, nameEn: head.city.nameEn, isDemo: head.city.isDemo },
      digest: head.digest,
      root: head.seal?.root ?? null,
      keyId: state('signature') === 'passed' ? (head.seal?.signature?.keyId ?? null) : null,
      periods: head.periods,
      publishedAt: head.publishedAt,
    },
    engine: { own: ENGINE_VERSION, stated: bundle.inputs?.engineVersion ?? head.evaluation?.engineVersion ?? null },
    verdict: difference !== null ? 'differs' : state('numbers') === 'passed' ? 'verified' : 'consistent',
    checks: looked.map((l) => l.check),
    difference,
  }
}

async function againstInputs(bundle: Bundle): Promise<Looked[]> {
  const { head, nodes, periods, inputs } = bundle
  if (inputs === null || nodes === null) {
    const reason = head.evaluation === null ? 'earlier-release' : 'withheld'
    return [unable('inputs', reason), unable('results', reason), unable('numbers', reason)]
  }
  const inputDigest = await evaluationDigest(inputs)
  const named = hold(bundle, 'inputs', 'inputs', { inputDigest: inputs.inputDigest }, { inputDigest })
  try {
    const { documents, resultDigest } = await recompute(head, inputs)
    const results = hold(bundle, 'results', 'inputs', { resultDigest: inputs.resultDigest }, { resultDigest })
    const isOther = inputs.engineVersion !== ENGINE_VERSION && results.difference !== null
    if (isOther) return [named, unable('results', 'other-engine'), unable('numbers', 'other-engine')]
    const anew = new Map(documents.periods.map((p) => [p.period, p]))
    return [
      named,
      results,
      holdAll(bundle, 'numbers', [
        // What was put in comes before what follows from it, so that a changed value is named and not the first score that it moves.
        ...periods.map((p) => ({
          part: `period:${p.period}`,
          stated: valuesIn(p),
          expected: valuesIn(anew.get(p.period)),
        })),
        { part: 'nodes', stated: weightsIn(nodes), expected: weightsIn(documents.nodes) },
        { part: 'nodes', stated: { nodes: nodes.nodes }, expected: { nodes: documents.nodes.nodes } },
        ...periods.map((p) => ({ part: `period:${p.period}`, stated: p, expected: anew.get(p.period) })),
        { part: 'nodes', stated: nodes, expected: documents.nodes },
        {
          part: 'head',
          stated: comparable(head),
          expected: comparable({ ...documents.head, format: head.format, digest: head.digest }),
        },
      ]),
    ]
  } catch (error) {
    // A stranger's inputs: whatever the engine says of them, they cannot be computed.
    const fault = error instanceof EngineInputError ? error.faults[0] : undefined
    const raw = { path: [fault?.path ?? ''], stated: fault?.message ?? String(error), computed: undefined }
    const difference = locate('results', 'inputs', raw, bundle)
    return [
      named,
      { check: checkOf('results', 'failed', 0), difference },
      { check: checkOf('numbers', 'failed', 0), difference: null },
    ]
  }
}

function valuesIn(period: PublishedPeriod | undefined): unknown {
  const lines = Object.entries(period?.indicators ?? {})
  return { indicators: Object.fromEntries(lines.map(([code, { values }]) => [code, { values }])) }
}

const weightsIn = ({ nodes }: PublishedNodes): unknown => ({
  nodes: nodes.map(({ code, localWeight }) => ({ code, localWeight })),
})

/** Without what other checks look at (digests, seal) and, in earlier formats, without the sentences of warnings, whose words may have improved. */
function comparable({ seal: _seal, evaluation, ...head }: Publication): unknown {
  if (evaluation === null) return head
  const { inputDigest: _input, resultDigest: _result, warnings, ...rest } = evaluation
  return {
    ...head,
    evaluation: {
      ...rest,
      warnings: inWords(head) ? warnings.map(({ code, path }) => [code, path ?? null]) : warnings,
    },
  }
}

const inWords = ({ format }: Pick<Publication, 'format'>): boolean => format !== PUBLICATION_FORMAT

async function againstSeal(bundle: Bundle): Promise<Looked[]> {
  const { seal } = bundle.head
  if (seal === undefined) {
    const reason = bundle.head.evaluation === null ? 'earlier-release' : 'no-seal'
    return [unable('documents', reason), unable('root', reason), unable('signature', reason)]
  }
  const { parts } = (await sealOf(bundle)).seal
  return [
    counted(holdAll(bundle, 'documents', sealedPairs(seal.parts, parts)), parts.length),
    hold(bundle, 'root', 'head', { seal: { root: seal.root } }, { seal: { root: rootOfParts(parts) } }),
    await againstKey(bundle, seal),
  ]
}

async function againstKey(bundle: Bundle, seal: Seal): Promise<Looked> {
  const { head, keys = [] } = bundle
  const { signature } = seal
  if (signature === undefined) return unable('signature', 'unsigned')
  const key = keys.find((k) => k.keyId === signature.keyId && k.owner === head.city.id)
  if (key === undefined) return unable('signature', 'no-key')
  if (!(await canCheckSignatures())) return unable('signature', 'no-signatures')
  if (await fitsText(sealStatement(seal), signature, key.publicKey))
    return { check: checkOf('signature', 'passed', 1), difference: null }
  const raw = { path: ['seal', 'signature', 'signature'], stated: signature.signature, computed: undefined }
  return { check: checkOf('signature', 'failed', 0), difference: locate('signature', 'head', raw, bundle) }
}

/** Part by part, so that the one that was changed is named. */
function sealedPairs(stated: readonly SealedPart[], computed: readonly SealedPart[]): Pair[] {
  return [
    { part: 'head', stated: names(stated), expected: names(computed) },
    ...computed.map((part, i) => ({ part: part.part, stated: stated[i], expected: part })),
  ]
}

const names = (parts: readonly SealedPart[]): unknown => ({ seal: { parts: parts.map(({ part }) => ({ part })) } })

const counted = ({ check, difference }: Looked, count: number): Looked => ({
  check: difference === null ? { ...check, count } : check,
  difference,
})

const hold = (bundle: Bundle, id: CheckId, part: string, stated: unknown, expected: unknown): Looked =>
  counted(holdAll(bundle, id, [{ part, stated, expected }]), 1)

function holdAll(bundle: Bundle, id: CheckId, pairs: readonly Pair[]): Looked {
  for (const { part, stated, expected } of pairs) {
    const found = firstDifference(stated, expected)
    if (found !== null) return { check: checkOf(id, 'failed', 0), difference: locate(id, part, found, bundle) }
  }
  // Documents only: what was put first for its name's sake is among them again.
  const whole = new Map(pairs.map((p) => [p.part, p.stated]))
  return {
    check: checkOf(
      id,
      'passed',
      [...whole.values()].reduce<number>((n, v) => n + numbersIn(v), 0),
    ),
    difference: null,
  }
}

const checkOf = (id: CheckId, state: Check['state'], count: number): Check => ({ id, state, count, reason: null })

const unable = (id: CheckId, reason: Unable): Looked => ({
  check: { id, state: 'unable', count: 0, reason },
  difference: null,
})

function numbersIn(value: unknown): number {
  if (typeof value === 'number') return 1
  if (typeof value !== 'object' || value === null) return 0
  return Object.values(value).reduce((n: number, v: unknown) => n + numbersIn(v), 0)
}
