/** The composite index of one period: computePanel with one period, so there is one way of doing things. */
import type { CompositeRequest, CompositeResult } from './composite.types.ts'
import { runPanel } from './computePanel.ts'

/** Idea, source, edge policy and complexity: see computePanel. `bounds: 'pooled'` and `imputation: 'locf'` are
 * refused, there being no other period.
 * Example: `computeComposite({ areas: ['A', 'B'], framework: { code: 'R', children: [{ code: 'I', direction: 'benefit' }] },
 * values: { I: [1, 3] }, method })` scores R 0 and 100. */
export function computeComposite(request: CompositeRequest): CompositeResult {
  const { areas, framework, method } = request
  const values = Object.fromEntries(Object.entries(request.values ?? {}).map(([code, column]) => [code, [column]]))
  const result = runPanel({ areas, framework, method, periods: [''], values }, true)
  const { weights, imputed, treated, clipped, warnings } = result
  const first = result.periods[0]
  return {
    scores: first?.scores ?? {},
    normalised: first?.normalised ?? {},
    ranks: first?.ranks ?? {},
    weights,
    imputed,
    treated,
    clipped,
    warnings,
  }
}
