/** The name of a run's results. Taken over the digests of its periods and what they share, so that no text of the whole is ever needed;
 * sentences of warnings are left out, their codes and places are in. */
import { digestOf } from '../../engine/digest/digestOf.ts'
import type { Results } from './results.types.ts'

export async function resultDigestOf({ panel, periods }: Pick<Results, 'panel' | 'periods'>): Promise<string> {
  const digests: string[] = []
  for (const period of periods) digests.push(await digestOf(period))
  const { nodes, series, touched, weightedPeriods, equality, scoresOverTime } = panel
  return digestOf({
    nodes,
    series,
    touched,
    weightedPeriods,
    equality,
    scoresOverTime,
    warnings: panel.warnings.map((w) => [w.code, w.path ?? null]),
    periods: digests,
  })
}
