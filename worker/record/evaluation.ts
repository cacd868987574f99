/** `junheng/evaluation@1`: what a run found, and its name, the result digest. Surprise: in this format the cells that the method adjusted are
 * under `touched`, as they were when the first digests were published; everywhere else, the wire included, they are `adjusted`.
 * The name is taken over the digests of the periods and what they share, so that no text of the whole is ever needed; sentences of
 * warnings are left out, their codes and places are in (docs/digests.md). */
import { z } from 'zod'
import { AdjustedCell, Evaluation, PeriodResult } from '../contract/evaluations.ts'
import { canonicalJson } from '../engine/digest/canonicalJson.ts'
import { sha256Hex } from '../engine/digest/sha256Hex.ts'
import { currentPanel } from '../services/evaluation/earlierRelease.ts'
import type { Panel, StoredPeriod } from '../services/evaluation/results.types.ts'
import { untagged, type RecordFormat } from './format.ts'

const { areas, nodes, series, weightedPeriods, equality, scoresOverTime } = Evaluation.shape

/** What its periods share, as it is stored. */
const SharedPart = z.object({
  areas,
  nodes,
  series,
  warnings: z.array(z.object({ code: z.string(), path: z.string().exactOptional(), message: z.string() })),
  touched: z.array(AdjustedCell),
  weightedPeriods,
  equality,
  scoresOverTime,
})

const EvaluationDocument = SharedPart.extend({
  periods: z.array(
    PeriodResult.pick({
      period: true,
      normalised: true,
      scores: true,
      ranks: true,
      cityScores: true,
      indices: true,
      equality: true,
      realization: true,
      decompositions: true,
    }),
  ),
})
type EvaluationDocument = z.infer<typeof EvaluationDocument>

export const EVALUATION = {
  tag: 'junheng/evaluation@1',
  schema: EvaluationDocument,
  text: canonicalJson,
  digest: async (document) => {
    const digests: string[] = []
    for (const period of document.periods) digests.push(await named(canonicalJson(period)))
    return named(nameText(document, digests))
  },
} as const satisfies RecordFormat<EvaluationDocument>

const named = async (text: string): Promise<string> => `sha256:${await sha256Hex(text)}`

type Shared = Omit<Panel, 'adjusted'> & { readonly touched: Panel['adjusted'] }

/** The very text whose digest names an evaluation. */
function nameText(document: Shared, periodDigests: readonly string[]): string {
  const { nodes, series, touched, weightedPeriods, equality, scoresOverTime, warnings } = document
  return canonicalJson({
    nodes,
    series,
    touched,
    weightedPeriods,
    equality,
    scoresOverTime,
    warnings: warnings.map((w) => [w.code, w.path ?? null]),
    periods: periodDigests,
  })
}

interface Named {
  readonly panel: Panel
  readonly periods: readonly StoredPeriod[]
}

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
    digests.push(await named(text))
  }
  return { digest: await named(nameText(sharedPart(panel), digests)), periodTexts }
}

function sharedPart({ adjusted, ...panel }: Panel): Shared {
  return { ...panel, touched: adjusted }
}

export const writePanel = (panel: Panel): string => JSON.stringify({ format: EVALUATION.tag, ...sharedPart(panel) })

/** Guarantee: `text` was written by writePanel, or by a release before it. */
export function readPanel(text: string): Panel {
  const { touched, ...panel } = untagged(JSON.parse(text) as Shared, EVALUATION.tag)
  return currentPanel({ ...panel, adjusted: touched })
}
