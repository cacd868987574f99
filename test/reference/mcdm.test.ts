/** Published papers and R/Python packages, where their conventions are ours or an option of ours says the same.
 * Not ours, and why: pymcdm/pyrepo CRITIC of constant columns (NaN; ours gives 0); TOPSIS on minmax (pyrepo NaN on constants),
 * max or sum normalisation; pyDecision's entropy (cost columns inverted, 1e-9 added); CR by other tables of RI than
 * Saaty's; AHP by geometric or column means; mathmodels' PCA (all components). */
import { describe, expect, it } from 'vitest'
import { computeComposite } from '../../worker/engine/computeComposite.ts'
import { computeWeights } from '../../worker/engine/computeWeights.ts'
import type { DataWeightsRequest } from '../../worker/engine/composite.types.ts'
import { flatRequest } from '../support/compositeGolden.ts'
import { describeReference, expectNear, numberAt, readTable, readText, type Row } from '../support/reference.ts'

interface Matrix {
  readonly matrix: readonly (readonly number[])[]
  readonly types: readonly number[]
  readonly score_weights: readonly number[]
}

function weigh(
  given: Matrix,
  method: DataWeightsRequest['method'],
  directed: boolean,
  options: DataWeightsRequest['options'] = {},
): number[] {
  const codes = given.types.map((_, j) => `I${String(j).padStart(2, '0')}`)
  const { weights } = computeWeights({
    method,
    values: Object.fromEntries(codes.map((code, j) => [code, given.matrix.map((row) => row[j] as number)])),
    directions: Object.fromEntries(
      codes.map((code, j) => [code, directed && (given.types[j] ?? 1) < 0 ? ('cost' as const) : ('benefit' as const)]),
    ),
    options,
  })
  return codes.map((code) => weights[code] as number)
}

function printed(table: readonly Row[], matrix: string, method: string, implementation: string): (number | null)[] {
  return table
    .filter((row) => row['matrix'] === matrix && row['method'] === method && row['implementation'] === implementation)
    .toSorted((a, b) => Number(a['position']) - Number(b['position']))
    .map((row) => numberAt(row, 'value'))
}

function keyed(w: readonly number[] = []): Record<string, number> {
  return Object.fromEntries(w.map((x, j) => [`I${j}`, x]))
}

function expectAll(
  got: readonly (number | null)[],
  expected: readonly (number | null)[],
  relative: number,
  absolute: number,
  what: string,
): void {
  expect(expected.length, what).toBe(got.length)
  expected.forEach((value, k) => expectNear(got[k], value, relative, absolute, `${what} [${k}]`))
}

describeReference('weights, TOPSIS and AHP of other programs', 'mcdm', () => {
  const matrices = JSON.parse(readText('mcdm/matrices.json')) as Record<string, Matrix>
  const python = readTable('mcdm/weights_and_scores.csv')
  const r = readTable('mcdm/weights_and_scores_R.csv')
  const names = Object.keys(matrices)
  const at = (name: string): Matrix => matrices[name] as Matrix

  describe('published', () => {
    // Three to six printed digits; entropy of raw columns, CRITIC as benefit throughout.
    const papers = [
      ['entropy_elsayed2017', 'W:entropy', 2e-5],
      ['entropy_xu2004', 'W:entropy', 6e-4],
      ['entropy_zavadskas2016', 'W:entropy', 6e-4],
      ['entropy_ersoy2021', 'W:entropy', 6e-4],
      ['entropy_lee2018', 'W:entropy', 6e-4],
      ['critic_tus2019', 'W:critic', 6e-4],
    ] as const
    it('six weight vectors are on record for our methods', () => {
      const found = new Set(
        python
          .filter(
            (row) => row['implementation'] === 'PUBLISHED' && ['W:entropy', 'W:critic'].includes(row['method'] ?? ''),
          )
          .map((row) => row['matrix']),
      )
      expect(found).toEqual(new Set(papers.map(([name]) => name)))
    })
    it.each(papers)('%s %s', (name, method, absolute) => {
      const got =
        method === 'W:critic' ? weigh(at(name), 'critic', false) : weigh(at(name), 'entropy', false, { raw: true })
      expectAll(got, printed(python, name, method, 'PUBLISHED'), 0, absolute, name)
    })
  })

  it.each(names)('entropy of raw columns, pyrepo: %s', (name) => {
    expectAll(
      weigh(at(name), 'entropy', false, { raw: true }),
      printed(python, name, 'W:entropy', 'pyrepo'),
      1e-10,
      1e-14,
      name,
    )
  })

  it.each(names)('entropy of u moved off 0, mathmodels: %s', (name) => {
    // ε + (1 − 2ε)u is in proportion to u + ε/(1 − 2ε), which is our `shift`. A constant column is an error there.
    const expected = printed(r, name, 'W:entropy', 'mathmodels(eps=0.002)')
    if (expected.length === 0 || expected.includes(null)) {
      expect(name).toBe('constant_column')
      return
    }
    expectAll(weigh(at(name), 'entropy', true, { shift: 0.002 / (1 - 0.004) }), expected, 1e-10, 1e-14, name)
  })

  it.each(names.filter((name) => name !== 'constant_column'))('CRITIC with and without direction: %s', (name) => {
    expectAll(weigh(at(name), 'critic', false), printed(python, name, 'W:critic', 'pymcdm'), 1e-11, 1e-14, name)
    expectAll(
      weigh(at(name), 'critic', true),
      printed(python, name, 'W:critic', 'pymcdm(direction applied first)'),
      1e-11,
      1e-14,
      name,
    )
  })

  it.each(names)('TOPSIS by vector norm, pyDecision, pymcdm and pyrepo: %s', (name) => {
    const { matrix, types, score_weights } = at(name)
    const closeness =
      computeComposite(flatRequest(matrix, types, score_weights, { aggregation: 'topsis', scale: 1 })).scores['R'] ?? []
    expectAll(closeness, printed(python, name, 'TOPSIS:vector_classic(Hwang-Yoon)', 'pyDecision'), 1e-11, 1e-15, name)
    const costs = types.some((type) => type < 0)
    // pymcdm and pyrepo turn cost columns into 1 − r before weighting, which is the same distance.
    for (const peer of ['pymcdm', 'pyrepo'])
      expectAll(
        closeness,
        printed(python, name, 'TOPSIS:vector_normalization', peer),
        1e-11,
        1e-15,
        `${name} ${peer}${costs ? ' with costs' : ''}`,
      )
  })

  it.each(names.filter((name) => name !== 'constant_column'))('TOPSIS on min-max scores, pymcdm: %s', (name) => {
    const { matrix, types, score_weights } = at(name)
    const method = { aggregation: 'topsis', scale: 1, topsisOptions: { on: 'normalised' } } as const
    const closeness = computeComposite(flatRequest(matrix, types, score_weights, method)).scores['R'] ?? []
    expectAll(closeness, printed(python, name, 'TOPSIS:minmax_normalization', 'pymcdm'), 1e-11, 1e-15, name)
  })

  describe('AHP', () => {
    const ahp = JSON.parse(readText('mcdm/ahp.json')) as Record<
      string,
      Record<string, unknown> & { matrix: number[][]; CI: number }
    >
    const inR = JSON.parse(readText('mcdm/ahp_R.json')) as Record<
      string,
      { mathmodels: { w: number[]; CR: number | null; Lmax: number; CI: number } }
    >
    it.each(Object.keys(ahp))('eigenvector, λmax, CI, CR: %s', (name) => {
      const peer = ahp[name] as NonNullable<(typeof ahp)[string]>
      const got = computeWeights({ method: 'ahp', matrix: peer.matrix })
      expectAll(got.weights, peer['pymcdm_eigenvector'] as number[], 1e-10, 1e-13, name)
      expectNear(got.lambdaMax, peer['lambda_max(numpy)'] as number, 1e-12)
      expectNear(got.ci, Math.max(0, peer.CI), 1e-9, 1e-13)
      const models = inR[name]?.mathmodels
      if (models === undefined || peer.matrix.length < 3) return
      expectAll(got.weights, models.w, 1e-10, 1e-13, name)
      expectNear(got.cr, models.CR === null ? null : Math.max(0, models.CR), 1e-9, 1e-13)
    })
  })

  it('combined weights, mathmodels', () => {
    const peer = JSON.parse(readText('mcdm/combine_weights.json')) as Record<string, number[]>
    const weights = [keyed(peer['w_subj']), keyed(peer['w_obj'])] as const
    const convex = computeWeights({ method: 'combined', weights, rule: 'convex', alpha: 0.6 })
    expectAll(Object.values(convex.weights), peer['linear_0.6'] ?? [], 1e-13, 0, 'convex')
    const multiplied = computeWeights({ method: 'combined', weights, rule: 'multiplicative' })
    expectAll(Object.values(multiplied.weights), peer['multiplicative'] ?? [], 1e-13, 0, 'multiplicative')
  })
})
