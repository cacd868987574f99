/** The name of a run's results. Taken over the digests of its periods and what they share, so that no text of the whole is ever needed;
 * sentences of warnings are left out, their codes and places are in. */
import { canonicalJson } from '../../engine/digest/canonicalJson.ts'
import { digestOf } from '../../engine/digest/digestOf.ts'
import { sha256Hex } from '../../engine/digest/sha256Hex.ts'
import type { Results } from './results.types.ts'

type Named = Pick<Results, 'panel' | 'periods'>

export const resultDigestOf = async (results: Named): Promise<string> => (await nameResults(results)).digest

/** With the text of each period that was hashed, written once: what is stored is what is named. */
export async function nameResults({
  panel,
  periods,
}: Named): Promise<{ readonly digest: string; readonly periodTexts: readonly string[] }> {
  const [periodTexts, digests]: [string[], string[]] = [[], []]
  for (const period of periods) {
    const text = canonicalJson(period)
    periodTexts.push(text)
    digests.push(`sha256:${await sha256Hex(text)}`)
  }
  const { nodes, series, touched, weightedPeriods, equality, scoresOverTime } = panel
  const digest = await digestOf({
    nodes,
    series,
    touched,
    weightedPeriods,
    equality,
    scoresOverTime,
    warnings: panel.warnings.map((w) => [w.code, w.path ?? null]),
    periods: digests,
  })
  return { digest, periodTexts }
}
