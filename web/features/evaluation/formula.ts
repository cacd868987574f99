/** The normalisation of one value written out with its numbers, as far as this period's column determines them: bounds
 * pooled over periods, and bounds of the framework, are written as symbols. Pure. */
import type { EvaluationNode } from '../../../worker/routes/evaluations/schema.ts'
import type { MethodOptions } from '../../../worker/routes/frameworks/schema.ts'

interface Facts {
  readonly raw: number | null
  readonly score: number | null
  readonly column: readonly (number | null)[]
  readonly write: (value: number) => string
}

export function formulaOf(method: MethodOptions, node: Pick<EvaluationNode, 'direction' | 'target'>, { raw, score, column, write }: Facts): string {
  const x = raw === null ? 'x' : write(raw)
  const result = score === null ? '' : ` = ${score.toFixed(2)}`
  const cost = node.direction === 'cost'
  switch (method.normalisation) {
    case 'target':
      return `${targetFormula(node.target, x, cost, write)}${result}`
    case 'minmax': {
      const [lo, hi] = boundsOf(method, column, write)
      return `100 × ${cost ? `(${hi} − ${x})` : `(${x} − ${lo})`} ÷ (${hi} − ${lo})${result}`
    }
    case 'efficacy': {
      const [lo, hi] = boundsOf(method, column, write)
      return `60 + 40 × ${cost ? `(${hi} − ${x})` : `(${x} − ${lo})`} ÷ (${hi} − ${lo})${result}`
    }
    case 'zscore':
      return `${cost ? `(x̄ − ${x})` : `(${x} − x̄)`} ÷ s${result}`
    case 'rank':
      return `100 × (${cost ? 'n − r' : 'r − 1'}) ÷ (n − 1)${result}`
  }
}

function targetFormula(target: EvaluationNode['target'], x: string, cost: boolean, write: (value: number) => string): string {
  if (target === null) return 'T = ∅'
  if (typeof target !== 'number') return `${write(target[0])} ≤ ${x} ≤ ${write(target[1])} ⇒ 100`
  return cost ? `100 × min(${write(target)} ÷ ${x}, 1)` : `100 × min(${x} ÷ ${write(target)}, 1)`
}

/** Numbers for the sample's own bounds when nothing was treated, symbols otherwise. */
function boundsOf(method: MethodOptions, column: readonly (number | null)[], write: (value: number) => string): [string, string] {
  const known = column.filter((value): value is number => value !== null)
  if (method.bounds !== 'sample' || method.treatment !== 'none' || known.length === 0) return ['lo', 'hi']
  return [write(known.reduce((a, b) => Math.min(a, b))), write(known.reduce((a, b) => Math.max(a, b)))]
}
