/** Hosts differ in the last bits of exp, log, sin, cbrt and pow (Node 20 and 24 already in pow), and a digest holds in every runtime only if
 * nothing of that enters: the engine has a logarithm and an exponential of its own. */
import { expect, it } from 'vitest'
import { filesIn, read } from '../support/sources.ts'

/** What ECMAScript or IEEE 754 fixes to the last bit, and constants. */
const EXACT = new Set(
  'abs ceil clz32 floor fround imul max min round sign sqrt trunc E LN10 LN2 LOG10E LOG2E PI SQRT1_2 SQRT2'.split(' '),
)
const INSTEAD: Readonly<Record<string, string>> = {
  log: 'numeric/ln.ts',
  log1p: 'numeric/lnOnePlus.ts',
  exp: 'numeric/portableExp.ts',
  expm1: 'numeric/expMinusOne.ts',
  log2: 'numeric/powerOfTwoBelow.ts for the exponent, ln(x) / Math.LN2 for the value',
  pow: 'a product, or portableExp(y * ln(x))',
}

/** Of one source text: each use of the host's mathematics whose last bits are open. */
export function openBits(source: string): string[] {
  const code = source.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/\/\/.*/g, '')
  const functions = [...code.matchAll(/\bMath\b(?:\.(\w+))?/g)].flatMap(([, name]) =>
    name === undefined
      ? ['Math as a value: name the function at each call, so that this rule can see it']
      : EXACT.has(name)
        ? []
        : [`Math.${name} differs between hosts: use ${INSTEAD[name] ?? 'additions, products, Math.sqrt and ln'}`],
  )
  // 2 ** k with k a whole literal is exact; every other power is the host's pow, whole exponents of 3 and more included.
  const powers = [...code.matchAll(/(\S+)\s*\*\*=?\s*(\S+)/g)]
    .filter(([, base, exponent]) => !(/(?:^|[^\w.)\]])2$/.test(base ?? '') && /^-?\d+(?![.\w])/.test(exponent ?? '')))
    .map(([text]) => `${text}: write the product, 1 << k, or portableExp(y * ln(x)); only 2 ** whole literal is exact`)
  return [...functions, ...powers]
}

it('no file of the engine uses mathematics that differs between hosts', () => {
  const files = filesIn('worker/engine', /\.ts$/)
  expect(files.length).toBeGreaterThan(100)
  expect(files.flatMap((file) => openBits(read(file)).map((fault) => `${file}: ${fault}`))).toEqual([])
})

it.each([
  'Math.log(x)',
  'Math.hypot(a, b)',
  'const { exp } = Math',
  "Math['sin'](x)",
  'x ** 3',
  'x ** 0.5',
  '2 ** k',
  '12 ** 2',
  'x.y2 ** 2',
  'f(2) ** 3',
  '2 ** 0.5',
  'x **= 2',
])('the rule sees %s', (source) => {
  expect(openBits(source)).toHaveLength(1)
})

it.each([
  'Math.sqrt(x)',
  '2 ** -150',
  'x = 2 ** 60',
  '(2 ** 40)',
  'Math.LN2',
  '/** x ** 2, Math.log */',
  '// Math.exp',
])('the rule lets %s pass', (source) => {
  expect(openBits(source)).toEqual([])
})
