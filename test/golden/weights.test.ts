/** weights.json: entropy, CRITIC, PCA, TOPSIS, AHP, scatter degree, Kendall's W and combined weights against the programs
 * that printed them. Alternatives are run too, through the option that means the same. */
import { describe, expect, test } from 'vitest'
import { computeComposite } from '../../worker/engine/computeComposite.ts'
import { computeWeights } from '../../worker/engine/computeWeights.ts'
import type { DataWeightsRequest, DataWeightsResult } from '../../worker/engine/composite.types.ts'
import { flatRequest } from '../support/compositeGolden.ts'
import { expectGolden, isAlternative, loadGolden, type GoldenCase } from '../support/golden.ts'

const file = loadGolden('weights')
const byMethod = Map.groupBy(file.cases, ({ method }) => String(method))

test('every case of the file is run here, and fourteen are alternatives to docs/methods.md', () => {
  expect(Object.fromEntries([...byMethod].map(([method, cases]) => [method, cases.length]))).toEqual({
    entropy: 8,
    entropyRaw: 7,
    critic: 8,
    criticNoDirection: 7,
    pca: 7,
    topsis: 7,
    ahp: 22,
    scatter: 4,
    kendallW: 5,
    combined: 2,
  })
  expect(new Set(file.cases.filter(isAlternative).map(({ method }) => method))).toEqual(
    new Set(['entropyRaw', 'criticNoDirection']),
  )
  expect(file.cases.filter(isAlternative)).toHaveLength(14)
})

function run(method: string, handler: (golden: GoldenCase) => unknown): void {
  describe(method, () => {
    for (const golden of byMethod.get(method) ?? []) test(golden.id, () => expectGolden(golden, handler(golden)))
  })
}

function columns(
  golden: GoldenCase,
  method: DataWeightsRequest['method'],
  options: DataWeightsRequest['options'] = {},
): DataWeightsResult {
  const { matrix, directions } = golden.input as { matrix: number[][]; directions: number[] }
  return computeWeights({
    method,
    values: Object.fromEntries(directions.map((_, j) => [`I${j}`, matrix.map((row) => row[j] as number)])),
    directions: Object.fromEntries(
      directions.map((d, j) => [`I${j}`, d < 0 ? ('cost' as const) : ('benefit' as const)]),
    ),
    options,
  })
}

function keyed(w: readonly number[]): Record<string, number> {
  return Object.fromEntries(w.map((x, j) => [`I${j}`, x]))
}

function list(record: Readonly<Record<string, number>> | undefined): number[] {
  return Object.values(record ?? {})
}

run('entropy', (golden) => {
  const { weights, detail } = columns(golden, 'entropy')
  return { e: list(detail.entropy), weights: list(weights) }
})
run('entropyRaw', (golden) => {
  const { weights, detail } = columns(golden, 'entropy', { raw: true })
  return { e: list(detail.entropy), weights: list(weights) }
})
run('critic', (golden) => ({ weights: list(columns(golden, 'critic').weights) }))
run('criticNoDirection', (golden) => {
  const { directions } = golden.input as { directions: number[] }
  const undirected = { ...golden, input: { ...golden.input, directions: directions.map(() => 1) } }
  return { weights: list(columns(undirected, 'critic').weights) }
})
run('pca', (golden) => {
  const { weights, detail } = columns(golden, 'pca')
  return {
    eigenvalue: detail.eigenvalue,
    explained: detail.explained,
    loading: list(detail.loading),
    weightsSquared: list(weights),
    weightsAbs: list(columns(golden, 'pca', { absolute: true }).weights),
  }
})
run('topsis', (golden) => {
  const { matrix, directions, weights } = golden.input as {
    matrix: number[][]
    directions: number[]
    weights: number[]
  }
  return {
    closeness: computeComposite(flatRequest(matrix, directions, weights, { aggregation: 'topsis', scale: 1 })).scores[
      'R'
    ],
  }
})
run('ahp', (golden) => {
  const { weights, lambdaMax, ci, cr, consistent } = computeWeights({
    method: 'ahp',
    matrix: golden.input['matrix'] as number[][],
  })
  return { weights, lambdaMax, CI: ci, CR: cr, consistent }
})
run('scatter', (golden) => {
  const periods = golden.input['U'] as number[][][]
  const items = periods[0]?.[0]?.length ?? 0
  const { weights, detail } = computeWeights({
    method: 'scatter',
    values: Object.fromEntries(
      Array.from({ length: items }, (_, j) => [`I${j}`, periods.map((U) => U.map((row) => row[j] as number))]),
    ),
    directions: Object.fromEntries(Array.from({ length: items }, (_, j) => [`I${j}`, 'benefit' as const])),
    options: { normalised: true },
  })
  return { weights: list(weights), lambdaMax: detail.eigenvalue }
})
run('kendallW', (golden) => {
  const rounds = [golden.input['ratings'] as number[][]]
  const [tied, plain] = [true, false].map((tieCorrected) => computeWeights({ method: 'delphi', rounds, tieCorrected }))
  const shown = (r: typeof tied) => ({ W: r?.kendallW, chi2: r?.chi2, p: r?.p })
  return { tieCorrected: shown(tied), uncorrected: shown(plain), df: tied?.df }
})
run('combined', (golden) => {
  const { a, b, alpha } = golden.input as { a: number[]; b: number[]; alpha: number }
  const weights = [keyed(a), keyed(b)] as const
  return {
    convex: list(computeWeights({ method: 'combined', weights, rule: 'convex', alpha }).weights),
    multiplicative: list(computeWeights({ method: 'combined', weights, rule: 'multiplicative' }).weights),
  }
})
