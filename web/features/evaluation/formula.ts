/** The normalisation of one value written out with its numbers, as far as this period's column determines them. Pure. */
import type { EvaluationNode } from '../../../worker/contract/evaluations.ts'
import type { MethodOptions } from '../../../worker/contract/frameworks.ts'

interface Facts {
  readonly raw: number | null
  readonly score: number | null
  readonly column: readonly (number | null)[]
  /** The scores of the same column, from which the bounds can be read back. */
  readonly scores?: readonly (number | null)[]
  readonly write: (value: number) => string
}

export function formulaOf(
  method: MethodOptions,
  node: Pick<EvaluationNode, 'direction' | 'target' | 'floor'>,
  { raw, score, column, scores = [], write }: Facts,
): string {
  const x = raw === null ? 'x' : write(raw)
  const result = score === null ? '' : ` = ${score.toFixed(2)}`
  const cost = node.direction === 'cost'
  if (method.bounds === 'anchors' && (method.normalisation === 'efficacy' || method.normalisation === 'minmax'))
    return anchored(method.normalisation === 'efficacy' ? 60 : 0, node, { raw, score, write })
  switch (method.normalisation) {
    case 'target':
      return `${targetFormula(node.target, x, cost, write)}${result}`
    case 'minmax': {
      const [lo, hi] = boundsOf(method, column, scores, cost, 0, write)
      return `100 × ${cost ? `(${hi} − ${x})` : `(${x} − ${lo})`} ÷ (${hi} − ${lo})${result}`
    }
    case 'efficacy': {
      const [lo, hi] = boundsOf(method, column, scores, cost, 60, write)
      return `60 + 40 × ${cost ? `(${hi} − ${x})` : `(${x} − ${lo})`} ÷ (${hi} − ${lo})${result}`
    }
    case 'zscore':
      return `${cost ? `(x̄ − ${x})` : `(${x} − x̄)`} ÷ s${result}`
    case 'rank':
      return `100 × (${cost ? 'n − r' : 'r − 1'}) ÷ (n − 1)${result}`
  }
}

/** One line through floor and target for benefits and costs alike, kept within 0–100; where it leaves them, both numbers stand. */
function anchored(
  base: number,
  { floor, target }: Pick<EvaluationNode, 'target' | 'floor'>,
  { raw, score, write }: Pick<Facts, 'raw' | 'score' | 'write'>,
): string {
  const known = floor !== null && typeof target === 'number'
  const [lo, hi] = known ? [write(floor), write(target)] : ['floor', 'T']
  const head = base === 0 ? '100' : `${base} + ${100 - base}`
  const line = `${head} × (${raw === null ? 'x' : write(raw)} − ${lo}) ÷ (${hi} − ${lo})`
  if (score === null) return line
  const open = known && raw !== null ? base + ((100 - base) * (raw - floor)) / (target - floor) : score
  const kept = score.toFixed(2)
  return open > 100 + 1e-9 || open < -1e-9 ? `${line} = ${open.toFixed(2)} → ${kept}` : `${line} = ${kept}`
}

function targetFormula(
  target: EvaluationNode['target'],
  x: string,
  cost: boolean,
  write: (value: number) => string,
): string {
  if (target === null) return 'T = ∅'
  if (typeof target !== 'number') return `${write(target[0])} ≤ ${x} ≤ ${write(target[1])} ⇒ 100`
  return cost ? `100 × min(${write(target)} ÷ ${x}, 1)` : `100 × min(${x} ÷ ${write(target)}, 1)`
}

/** The bounds as numbers. The sample's own are its extremes; others are read back from two cells of the column, since
 * score = a + b·x between the bounds. Symbols where treatment or too few free cells leave them open. */
function boundsOf(
  method: MethodOptions,
  column: readonly (number | null)[],
  scores: readonly (number | null)[],
  cost: boolean,
  floor: number,
  write: (value: number) => string,
): [string, string] {
  const known = column.filter((value): value is number => value !== null)
  if (method.treatment !== 'none' || known.length === 0) return ['lo', 'hi']
  if (method.bounds === 'sample')
    return [write(known.reduce((a, b) => Math.min(a, b))), write(known.reduce((a, b) => Math.max(a, b)))]
  const free = column
    .flatMap((x, i) => {
      const u = scores[i] ?? null
      return x === null || u === null || u <= floor || u >= 100 ? [] : [{ x, u }]
    })
    .sort((p, q) => p.u - q.u)
  const first = free[0]
  const last = free[free.length - 1]
  if (!first || !last || last.u - first.u < 1e-6) return ['lo', 'hi']
  const perPoint = (last.x - first.x) / (last.u - first.u)
  const at = (u: number) => write(Number((first.x + (u - first.u) * perPoint).toPrecision(10)))
  return cost ? [at(100), at(floor)] : [at(floor), at(100)]
}
