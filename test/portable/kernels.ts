/** The numeric functions one by one, so that a digest that moves says which of them did. Bits, not decimals: −0 and NaN show too. */
import { chiSquareSurvival } from '../../worker/engine/numeric/chiSquareSurvival.ts'
import { gammaDeviate, normalDeviate } from '../../worker/engine/numeric/deviates.ts'
import { expMinusOne } from '../../worker/engine/numeric/expMinusOne.ts'
import { ln } from '../../worker/engine/numeric/ln.ts'
import { lnOnePlus } from '../../worker/engine/numeric/lnOnePlus.ts'
import { normalTail, normalTwoSided } from '../../worker/engine/numeric/normalTail.ts'
import { portableExp } from '../../worker/engine/numeric/portableExp.ts'
import { powerOfTwoBelow } from '../../worker/engine/numeric/powerOfTwoBelow.ts'
import { powerTerm } from '../../worker/engine/numeric/powerTerm.ts'
import { RandomStream } from '../../worker/engine/numeric/random.ts'
import { studentTwoSided } from '../../worker/engine/numeric/studentTail.ts'
import type { Scenarios } from './data.ts'

const POINTS = 3000

const KERNELS: Readonly<Record<string, (u: number, k: number) => number>> = {
  ln: (u, k) => ln(k % 2 === 0 ? portableExp(1400 * u - 700) : 0.5 + u),
  lnOnePlus: (u, k) => lnOnePlus(k % 2 === 0 ? 2 * u - 0.99 : portableExp(700 * u - 690)),
  portableExp: (u, k) => portableExp(k % 2 === 0 ? 1460 * u - 750 : 4 * u - 2),
  expMinusOne: (u, k) => expMinusOne(k % 2 === 0 ? 800 * u - 50 : 2 * u - 1),
  powerTerm: (u, k) => powerTerm(20 * u - 1, 20 * u, [-2, 0.3, 0.99, 1.5, 3][k % 5] ?? 2),
  normalTail: (u) => normalTail(80 * u - 40),
  normalTwoSided: (u) => normalTwoSided(8 * u),
  chiSquareSurvival: (u, k) => chiSquareSurvival(60 * u, 1 + (k % 40)),
  studentTwoSided: (u, k) => studentTwoSided(12 * u, 1 + (k % 60)),
  powerOfTwoBelow: (u) => powerOfTwoBelow(portableExp(1400 * u - 700)),
  normalDeviate: (_, k) => normalDeviate(new RandomStream(k)),
  gammaDeviate: (u, k) => gammaDeviate(new RandomStream(k), 5 * u),
}

export function kernelScenarios(): Scenarios {
  return Object.fromEntries(Object.entries(KERNELS).map(([name, of]) => [`kernel/${name}`, () => bitsOf(of)]))
}

function bitsOf(of: (u: number, k: number) => number): string {
  const random = new RandomStream(44898)
  const view = new DataView(new ArrayBuffer(8))
  let text = ''
  for (let k = 0; k < POINTS; k += 1) {
    view.setFloat64(0, of(random.uniform(), k))
    text += view.getBigUint64(0).toString(16).padStart(16, '0')
  }
  return text
}
