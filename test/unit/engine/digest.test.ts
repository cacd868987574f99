/** Canonical JSON against RFC 8785's own vectors, and the digests built on it. */
import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../../../worker/engine/digest/canonicalJson.ts'
import { digestOf } from '../../../worker/engine/digest/digestOf.ts'
import { evaluationDigest } from '../../../worker/engine/digest/evaluationDigest.ts'
import { sha256Hex } from '../../../worker/engine/digest/sha256Hex.ts'
import { EngineInputError } from '../../../worker/engine/types.ts'

/** RFC 8785 appendix B: IEEE 754 bits and the text they must get. */
const numberVectors: readonly (readonly [string, string])[] = [
  ['0000000000000000', '0'],
  ['8000000000000000', '0'],
  ['0000000000000001', '5e-324'],
  ['8000000000000001', '-5e-324'],
  ['7fefffffffffffff', '1.7976931348623157e+308'],
  ['ffefffffffffffff', '-1.7976931348623157e+308'],
  ['4340000000000000', '9007199254740992'],
  ['c340000000000000', '-9007199254740992'],
  ['4430000000000000', '295147905179352830000'],
  ['44b52d02c7e14af5', '9.999999999999997e+22'],
  ['44b52d02c7e14af6', '1e+23'],
  ['44b52d02c7e14af7', '1.0000000000000001e+23'],
  ['444b1ae4d6e2ef4e', '999999999999999700000'],
  ['444b1ae4d6e2ef4f', '999999999999999900000'],
  ['444b1ae4d6e2ef50', '1e+21'],
  ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
  ['3eb0c6f7a0b5ed8d', '0.000001'],
  ['41b3de4355555553', '333333333.3333332'],
  ['41b3de4355555554', '333333333.33333325'],
  ['41b3de4355555555', '333333333.3333333'],
  ['41b3de4355555556', '333333333.3333334'],
  ['41b3de4355555557', '333333333.33333343'],
  ['becbf647612f3696', '-0.0000033333333333333333'],
  ['43143ff3c1cb0959', '1424953923781206.2'],
]

function fromBits(hex: string): number {
  const view = new DataView(new ArrayBuffer(8))
  view.setBigUint64(0, BigInt(`0x${hex}`))
  return view.getFloat64(0)
}

function faultOf(value: unknown): { path: string; message: string } {
  try {
    canonicalJson(value)
  } catch (error) {
    if (error instanceof EngineInputError && error.faults[0] !== undefined) return error.faults[0]
    throw error
  }
  throw new Error('canonicalJson accepted the value')
}

describe('canonicalJson', () => {
  it.each(numberVectors)('prints the double %s as %s', (bits, text) => {
    expect(canonicalJson(fromBits(bits))).toBe(text)
  })

  it('canonicalises the sample object of RFC 8785 §3.2.2', () => {
    const sample: unknown = JSON.parse(
      String.raw`{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],` +
        String.raw`"string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","literals":[null,true,false]}`,
    )
    expect(canonicalJson(sample)).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],` +
        String.raw`"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    )
  })

  it('sorts keys by UTF-16 code units, so a surrogate pair precedes U+FB33 (RFC 8785 §3.2.3)', () => {
    const keys = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', '\u00f6']
    const text = canonicalJson(Object.fromEntries(keys.map((key, i) => [key, i])))
    expect(Object.keys(JSON.parse(text.replaceAll('"1":', '"one":')) as object)).toEqual([
      '\r',
      'one',
      '\u0080',
      '\u00f6',
      '\u20ac',
      '\ud83d\ude00',
      '\ufb33',
    ])
  })

  it.each([
    ['NaN', { a: [0, Number.NaN] }, 'a[1]'],
    ['Infinity', [Infinity], '[0]'],
    ['-Infinity', -Infinity, '$'],
    ['undefined', { a: undefined }, 'a'],
    ['a hole', { a: Array(2) }, 'a[0]'],
    ['a function', { f: () => 1 }, 'f'],
    ['a bigint', [1n], '[0]'],
    ['a symbol key', { [Symbol('s')]: 1 }, '$'],
    ['a lone high surrogate', { a: '\ud800' }, 'a'],
    ['a lone low surrogate in a key', { '\udc00': 1 }, '\udc00'],
    ['a date', { at: new Date(0) }, 'at'],
    ['a map', new Map(), '$'],
    ['a typed array', { x: new Float64Array(2) }, 'x'],
  ])('refuses %s and says where', (_name, value, path) => {
    expect(faultOf(value).path).toBe(path)
  })

  it('refuses a cycle and endless depth, but not a shared child', () => {
    const loop: { self?: unknown } = {}
    loop.self = loop
    expect(faultOf(loop)).toEqual({ path: 'self', code: 'not-json', message: 'the value contains itself' })
    let deep: unknown = 1
    for (let i = 0; i < 100_000; i += 1) deep = [deep]
    expect(faultOf(deep).message).toContain('nested deeper')
    const child = { x: 1 }
    expect(canonicalJson([child, child])).toBe('[{"x":1},{"x":1}]')
  })

  it('writes what RFC 8785 says where the host’s own order of keys would differ', () => {
    const own: unknown = JSON.parse(
      '{"b":{"10":1,"9":2,"x":{"z":1,"a":-0}},"__proto__":{"b":2,"a":1},"a":["\\\\ud800",{"b":1,"a":2}]}',
    )
    expect(canonicalJson(own)).toBe(twin(own))
    expect(canonicalJson(own)).toBe(
      String.raw`{"__proto__":{"a":1,"b":2},"a":["\\ud800",{"a":2,"b":1}],"b":{"10":1,"9":2,"x":{"a":0,"z":1}}}`,
    )
    const keys = fc.oneof(fc.string(), fc.constantFrom('0', '9', '10', '2024', 'a', '__proto__', 'toJSON'))
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { depthSize: 'small' },
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.integer(),
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom(null, true, '\\ud83d'),
        fc.array(tie('any')),
        fc.array(fc.tuple(keys, tie('any'))).map((entries): object => Object.fromEntries(entries)),
      ),
    })).any
    fc.assert(
      fc.property(value, (any) => {
        expect(canonicalJson(any)).toBe(twin(any))
      }),
      { numRuns: 400 },
    )
  })

  it('reads back as the same value and is its own canonical form', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
        expect(canonicalJson(JSON.parse(text))).toBe(text)
      }),
    )
  })
})

/** Canonical JSON as RFC 8785 describes it, without an idea of speed. */
function twin(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(twin).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${twin(item)}`).join(',')}}`
}

describe('digests', () => {
  it('hashes as an independent implementation does', async () => {
    for (const text of ['', 'abc', '均衡 Junheng 😀', 'x'.repeat(10_000)]) {
      expect(await sha256Hex(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'))
    }
    expect(await sha256Hex(new Uint8Array([0, 255]))).toBe(
      createHash('sha256')
        .update(Buffer.from([0, 255]))
        .digest('hex'),
    )
    await expect(sha256Hex('\ud800')).rejects.toThrow(EngineInputError)
  })

  it('names a value whatever the order of its keys', async () => {
    expect(await digestOf({ a: 1 })).toBe('sha256:015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862')
    expect(await digestOf({ b: { d: 1, c: [2] }, a: 0 })).toBe(await digestOf({ a: 0, b: { c: [2], d: 1 } }))
    expect(await digestOf({ a: 1 })).not.toBe(await digestOf({ a: 1.0000000000000002 }))
  })

  it('changes an evaluation’s name with each of its four parts and with nothing else', async () => {
    const parts = {
      snapshot: { I01: [1, null] },
      framework: { code: 'root' },
      options: { scale: 100 },
      engineVersion: '1.0.0',
    }
    const name = await evaluationDigest(parts)
    const withMore = { ...parts, requestedBy: 'somebody' }
    expect(await evaluationDigest(withMore)).toBe(name)
    const others = [
      { ...parts, snapshot: { I01: [1, 0] } },
      { ...parts, framework: { code: 'Root' } },
      { ...parts, options: {} },
      { ...parts, engineVersion: '1.0.1' },
    ]
    const names = await Promise.all(others.map(evaluationDigest))
    expect(new Set([...names, name]).size).toBe(5)
  })
})
