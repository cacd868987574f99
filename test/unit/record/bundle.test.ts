/** Kept bundles are read and verified for ever; a change of any one of their numbers is found. Whoever must change what this test reads makes a
 * new format and keeps this one readable (docs/records.md). */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluationDigest } from '../../../worker/engine/digest/evaluationDigest.ts'
import { canonicalJson } from '../../../worker/engine/digest/canonicalJson.ts'
import { proofFault } from '../../../worker/record/proof.ts'
import { readBundle } from '../../../worker/record/readBundle.ts'
import { toBase64url } from '../../../worker/log/base64url.ts'
import { keyIdOf, signText } from '../../../worker/log/signature.ts'
import { sealStatement } from '../../../worker/record/seal.ts'
import { verifyBundle } from '../../../worker/record/verifyBundle.ts'
import { verifyText } from '../../../worker/record/verifyText.ts'
import { read } from '../../support/sources.ts'
import type { Bundle, Proof } from '../../../worker/contract/record.ts'

const OPEN = read('test/fixtures/bundle@1/open.json')
const WITHHELD = read('test/fixtures/bundle@1/withheld.json')
const OPEN_2 = read('test/fixtures/bundle@2/open.json')
const WITHHELD_2 = read('test/fixtures/bundle@2/withheld.json')
const PROOF = read('test/fixtures/proof@1/city.json')

function bundleOf(text: string): Bundle {
  const found = readBundle(text)
  if (found.kind !== 'bundle') throw new Error(JSON.stringify(found))
  return found.bundle
}

type Path = readonly (string | number)[]
/** Every number and every digest, with the way to it. */
function leavesOf(value: unknown, path: Path = []): { path: Path; value: number | string }[] {
  if (typeof value === 'number' || (typeof value === 'string' && value.startsWith('sha256:'))) return [{ path, value }]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, item]) =>
    leavesOf(item, [...path, Array.isArray(value) ? Number(key) : key]),
  )
}

function changed(text: string, path: Path, value: unknown): Bundle {
  const copy = JSON.parse(text) as Bundle
  let at: object = copy
  for (const step of path.slice(0, -1)) at = Reflect.get(at, step) as object
  Reflect.set(at, path.at(-1) ?? '', value)
  return copy
}

const other = (value: number | string): number | string =>
  typeof value === 'number' ? value + 1 : value.replace(/.$/, (digit) => (digit === '0' ? '1' : '0'))

describe('kept bundles', () => {
  it('of bundle@1 verify, with raw values and without', async () => {
    const open = await verifyBundle(bundleOf(OPEN))
    expect([open.verdict, open.difference]).toEqual(['verified', null])
    expect(open.checks.filter((c) => c.state !== 'passed' || c.count === 0).map((c) => `${c.id} ${c.reason}`)).toEqual([
      'signature unsigned',
    ])
    const withheld = await verifyBundle(bundleOf(WITHHELD))
    expect([withheld.verdict, withheld.difference]).toEqual(['consistent', null])
    expect(withheld.checks.filter((c) => c.state !== 'passed').map((c) => `${c.id} ${c.reason}`)).toEqual([
      'inputs withheld',
      'results withheld',
      'numbers withheld',
      'signature unsigned',
    ])
  })

  it('of bundle@2 verify, signature, correction and head of the audit log included', async () => {
    const open = bundleOf(OPEN_2)
    expect([open.head.corrects?.reason, open.head.auditHead?.size]).toEqual(['人口更正', expect.any(Number)])
    const report = await verifyBundle(open)
    expect([report.verdict, report.difference]).toEqual(['verified', null])
    expect(report.checks.filter((c) => c.state !== 'passed')).toEqual([])
    const withheld = await verifyBundle(bundleOf(WITHHELD_2))
    expect([withheld.verdict, withheld.difference]).toEqual(['consistent', null])
    expect(withheld.checks.filter((c) => c.state !== 'passed').map((c) => c.reason)).toEqual(Array(3).fill('withheld'))
  })

  it('of bundle@2 hold no sentence of a warning, and names that follow from the nodes', async () => {
    for (const text of [OPEN_2, WITHHELD_2]) {
      const { warnings = [] } = bundleOf(text).head.evaluation ?? {}
      expect(warnings.length).toBeGreaterThan(2)
      expect(warnings.filter((w) => w.message !== undefined)).toEqual([])
      const at: Path = ['head', 'evaluation', 'warnings', 0]
      for (const [path, value] of [
        [[...at, 'about', 'nameEn'], 'Beds'],
        [[...at, 'message'], '教育经费没有数据'],
      ] as const) {
        const { difference } = await verifyBundle(changed(text, path, value))
        expect(difference).toMatchObject({ part: 'head', stated: value })
        expect(['numbers', 'agreement']).toContain(difference?.check)
      }
    }
  })

  it('of one format do not hold a publication of another', async () => {
    for (const [text, format] of [
      [OPEN, 'junheng/bundle@2'],
      [WITHHELD_2, 'junheng/bundle@1'],
    ] as const)
      expect((await verifyBundle(changed(text, ['format'], format))).difference).toMatchObject({ stated: format })
  })

  it('are canonical text', () => {
    for (const text of [OPEN, WITHHELD, OPEN_2, WITHHELD_2])
      expect(canonicalJson(JSON.parse(text))).toBe(text.trimEnd())
  })

  it('of a publication from before seals verify by computing, and say that there is no seal', async () => {
    const { head, ...rest } = bundleOf(OPEN)
    const { seal: _seal, ...unsealed } = head
    const report = await verifyBundle({ ...rest, head: unsealed })
    expect([report.verdict, report.difference, report.publication.root]).toEqual(['verified', null, null])
    expect(report.checks.filter((c) => c.state === 'unable').map((c) => [c.id, c.reason])).toEqual([
      ['documents', 'no-seal'],
      ['root', 'no-seal'],
      ['signature', 'no-seal'],
    ])
  })

  it('of proof@1 hold', () => {
    const found = readBundle(PROOF)
    expect(found.kind === 'proof' && proofFault(found.proof)).toBeNull()
    const proof = JSON.parse(PROOF) as Proof
    // A root alone does not say of how many parts it is made: that number only leads the way, and the head's seal has it.
    const stated = leavesOf(proof).filter(({ path }) => path[0] !== 'partSize')
    const faults = stated.map(({ path, value }) => proofFault(changed(PROOF, path, other(value)) as unknown as Proof))
    expect(faults.length).toBeGreaterThan(8)
    expect(faults).not.toContain(null)
  })
})

const anyOf = (text: string) => fc.constantFrom(...leavesOf(JSON.parse(text)))

it('a result of another engine version that this one does not reach is not called different', async () => {
  const { head, inputs, ...rest } = bundleOf(OPEN)
  const { seal: _seal, evaluation, ...unsealed } = head
  if (inputs === null || evaluation === null) throw new Error('the kept example has inputs')
  const engineVersion = '0.9.0'
  const inputDigest = await evaluationDigest({ ...inputs, engineVersion })
  const resultDigest = `sha256:${'0'.repeat(64)}`
  const report = await verifyBundle({
    ...rest,
    head: { ...unsealed, digest: inputDigest, evaluation: { ...evaluation, engineVersion, inputDigest, resultDigest } },
    inputs: { ...inputs, engineVersion, inputDigest, resultDigest },
  })
  expect([report.verdict, report.difference, report.engine.stated]).toEqual(['consistent', null, engineVersion])
  expect(report.checks.filter((c) => c.reason === 'other-engine').map((c) => c.id)).toEqual(['results', 'numbers'])
})

describe('one changed digit', () => {
  it('is found anywhere where inputs are public', async () => {
    await fc.assert(
      fc.asyncProperty(anyOf(OPEN), async ({ path, value }) => {
        const { verdict, difference } = await verifyBundle(changed(OPEN, path, other(value)))
        expect([verdict, difference === null], path.join('.')).toEqual(['differs', false])
      }),
      { numRuns: 30 },
    )
  })

  it('is found anywhere where they are withheld', async () => {
    await fc.assert(
      fc.asyncProperty(anyOf(WITHHELD), async ({ path, value }) => {
        const { verdict, difference } = await verifyBundle(changed(WITHHELD, path, other(value)))
        expect([verdict, difference === null], path.join('.')).toEqual(['differs', false])
      }),
      { numRuns: 60 },
    )
  })

  it('of a printed number is named by its very place', async () => {
    const { periods } = bundleOf(OPEN)
    const printed = leavesOf(periods, ['periods'])
    expect(printed.length).toBeGreaterThan(500)
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...printed), async ({ path, value }) => {
        const { difference } = await verifyBundle(changed(OPEN, path, other(value)))
        expect(difference).toMatchObject({
          check: 'numbers',
          part: `period:${periods[Number(path[1])]?.period}`,
          path: path
            .slice(2)
            .reduce<string>(
              (text, step) => (typeof step === 'number' ? `${text}[${step}]` : text === '' ? step : `${text}.${step}`),
              '',
            ),
          period: periods[Number(path[1])]?.period,
          node: { code: path[3] },
          stated: other(value),
          computed: value,
        })
      }),
      { numRuns: 20 },
    )
  })

  it('of a raw value, a weight or a population points to where it was changed or what it moves', async () => {
    const named = async (path: Path) => {
      let value: unknown = JSON.parse(OPEN)
      for (const step of path) value = Reflect.get(value as object, step)
      return (await verifyBundle(changed(OPEN, path, Number(value) * 2))).difference
    }
    const { inputs, head } = bundleOf(OPEN)
    const period = inputs?.snapshot.periods[1]
    const [code = ''] = Object.keys(period?.values ?? {})
    expect(await named(['inputs', 'snapshot', 'periods', 1, 'values', code, 3])).toMatchObject({
      period: period?.period,
      area: { code: head.areas[3]?.code },
      node: { code },
      field: 'value',
    })
    expect(await named(['inputs', 'framework', 'root', 'children', 0, 'weight'])).toMatchObject({
      part: 'nodes',
      node: { code: inputs?.framework.root.children?.[0]?.code },
      field: 'localWeight',
    })
    expect(await named(['inputs', 'snapshot', 'periods', 1, 'populations', 0])).toMatchObject({
      check: 'numbers',
      period: period?.period,
    })
  })

  it('of a withheld publication’s rank names area and node, without any inputs', async () => {
    const { periods, head } = bundleOf(WITHHELD)
    const [root = ''] = Object.keys(periods[0]?.ranks ?? {})
    const { difference } = await verifyBundle(changed(WITHHELD, ['periods', 0, 'ranks', root, 2], 99))
    expect(difference).toMatchObject({
      check: 'agreement',
      period: periods[0]?.period,
      area: { code: head.areas[2]?.code },
      node: { code: root },
      field: 'rank',
      stated: 99,
    })
  })
})

const why = (text: string) => {
  const found = readBundle(text)
  return found.kind === 'unreadable' ? found.why : found.kind
}

describe('what is no bundle', () => {
  it('says why', () => {
    expect(why('{"format":')).toMatchObject({ code: 'not-json' })
    expect(why('[1]')).toMatchObject({ code: 'no-format' })
    expect(why('null')).toMatchObject({ code: 'no-format' })
    expect(why('{"format":"junheng/bundle@9"}')).toMatchObject({ code: 'unknown-format', found: 'junheng/bundle@9' })
    expect(why('{"format":"junheng/bundle@1"}')).toMatchObject({ code: 'shape', path: 'publication' })
    expect(why(JSON.stringify({ ...bundleOf(OPEN), more: 1 }))).toMatchObject({ code: 'shape' })
    expect(why(`\uFEFF${OPEN}`)).toBe('bundle')
  })
  it('has no canonical text, or nodes that lead in a circle: said, neither thrown nor searched for ever', async () => {
    const half = changed(OPEN, ['head', 'title'], '\ud800')
    expect(await verifyText(JSON.stringify(half))).toMatchObject({ kind: 'unreadable', why: { code: 'shape' } })
    const { nodes } = bundleOf(WITHHELD)
    const [, second, third] = nodes?.nodes ?? []
    const circle = changed(
      JSON.stringify(changed(WITHHELD, ['nodes', 'nodes', 1, 'parent'], third?.code)),
      ['nodes', 'nodes', 2, 'parent'],
      second?.code,
    )
    expect((await verifyBundle(circle)).difference).toMatchObject({
      path: 'nodes[1].parent',
      node: { code: second?.code },
    })
  })
  it('inputs that cannot be computed are a difference, not a crash', async () => {
    const report = await verifyBundle(
      changed(OPEN, ['inputs', 'snapshot', 'areas', 0, 'code'], bundleOf(OPEN).head.areas[1]?.code),
    )
    expect(report.verdict).toBe('differs')
    expect(report.difference).not.toBeNull()
  })
})

async function signed(owner?: string): Promise<Bundle> {
  const bundle = bundleOf(OPEN)
  const { seal } = bundle.head
  if (seal === undefined) throw new Error('the kept bundle has a seal')
  const pair = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair
  const raw = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey))
  const keyId = await keyIdOf(raw)
  const signature = await signText(sealStatement(seal), { keyId, privateKey: pair.privateKey })
  return {
    ...bundle,
    head: { ...bundle.head, seal: { ...seal, signature } },
    keys: [{ keyId, owner: owner ?? bundle.head.city.id, publicKey: toBase64url(raw) }],
  }
}
async function signatureOf(bundle: Bundle) {
  const report = await verifyBundle(bundle)
  const check = report.checks.find((c) => c.id === 'signature')
  return [report.verdict, check?.reason ?? check?.state, report.publication.keyId !== null]
}

describe('the signature of a seal', () => {
  it('is checked with the key that the bundle brings', async () => {
    expect(await signatureOf(await signed())).toEqual(['verified', 'passed', true])
    expect(await signatureOf({ ...(await signed()), keys: [] })).toEqual(['verified', 'no-key', false])
  })
  it('is of no use under another city’s key', async () => {
    expect(await signatureOf(await signed('org_other'))).toEqual(['verified', 'no-key', false])
  })
  it('does not fit another seal, another signature or a key of another id', async () => {
    const bundle = await signed()
    const other = await signed()
    const { seal } = bundle.head
    if (seal?.signature === undefined) throw new Error('signed above')
    const of = (signature: { keyId: string; signature: string }): Bundle => ({
      ...bundle,
      head: { ...bundle.head, seal: { ...seal, signature } },
    })
    const foreign = other.head.seal?.signature?.signature ?? ''
    expect(await signatureOf(of({ ...seal.signature, signature: foreign }))).toEqual(['differs', 'failed', false])
    expect(await signatureOf(of({ ...seal.signature, signature: '!' }))).toEqual(['differs', 'failed', false])
    const renamed = (bundle.keys ?? []).map((k) => ({ ...k, publicKey: other.keys?.[0]?.publicKey ?? '' }))
    expect(await signatureOf({ ...bundle, keys: renamed })).toEqual(['differs', 'failed', false])
    const reason = (await verifyBundle(of({ ...seal.signature, signature: foreign }))).difference
    expect([reason?.check, reason?.path]).toEqual(['signature', 'seal.signature.signature'])
  })
})
