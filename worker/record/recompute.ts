/** A publication made anew from its inputs, by the same code that a city's run and its publishing take. */
import { evaluateSnapshot } from '../services/evaluation/evaluateSnapshot.ts'
import { resultDigestOf } from './evaluation.ts'
import { leavesOf } from '../services/framework/body.ts'
import { storedMethod } from './framework.ts'
import { publicDocuments, type PublicDocuments } from '../services/publication/publicDocuments.ts'
import type { Cut } from '../services/disclosure/source.ts'
import type { StoredSummary } from '../services/evaluation/results.types.ts'
import type { PublicInputs } from '../contract/record.ts'
import type { EvaluationNode } from '../contract/evaluations.ts'
import type { KeptBack, Publication } from '../contract/publication.ts'

/** `stated` gives what follows from no computation: names, licence, time, and what an open publication keeps back because of earlier ones. */
export async function recompute(
  stated: Publication,
  inputs: PublicInputs,
): Promise<{ readonly documents: PublicDocuments; readonly resultDigest: string }> {
  const { snapshot, framework, options } = inputs
  const { panel, periods, missingCount, headline, board } = evaluateSnapshot(
    snapshot,
    framework.root,
    storedMethod(options),
  )
  const leaves = leavesOf(framework.root).map((l) => l.code)
  const resultDigest = await resultDigestOf({ panel, periods })
  const summary: StoredSummary = {
    frameworkName: stated.frameworkName,
    areaCount: snapshot.areas.length,
    indicatorCount: leaves.length,
    missingCount,
    warningCount: panel.warnings.length,
    headline,
    board,
  }
  const { kept } = stated.disclosure
  const documents = publicDocuments({
    id: stated.id,
    row: {
      title: stated.title,
      frameworkVersion: stated.frameworkVersion,
      options: JSON.stringify(options),
      summary: JSON.stringify(summary),
      engineVersion: inputs.engineVersion,
      inputDigest: inputs.inputDigest,
      resultDigest,
    },
    panel,
    data: snapshot.periods,
    results: periods,
    inputs,
    open: new Set(leaves),
    decision: {
      cuts: Object.fromEntries(snapshot.periods.map(({ period }) => [period, openCut(panel.nodes, kept, period)])),
      kept,
    },
    city: stated.city,
    template: stated.template,
    licence: stated.licence,
    publishedAt: stated.publishedAt,
    corrects: stated.corrects,
    auditHead: stated.auditHead,
    seal: '',
  })
  return { documents, resultDigest }
}

/** Everything, for all raw values are public; less what the disclosure says is kept back. */
function openCut(nodes: readonly EvaluationNode[], kept: readonly KeptBack[], period: string): Cut {
  const gone = new Set(
    kept.filter((k) => k.period === null || k.period === period).map(({ what, node }) => `${what} ${node}`),
  )
  const inner = nodes.filter((n) => n.kind !== 'indicator').map((n) => n.code)
  const leaves = nodes.filter((n) => n.kind === 'indicator').map((n) => n.code)
  const left = (what: KeptBack['what'], codes: readonly string[]): string[] =>
    codes.filter((code) => !gone.has(`${what} ${code}`))
  return {
    areaScores: left('areaScores', inner),
    areaRealization: left('areaRealization', inner),
    cityScores: left('cityScores', inner),
    cityRealization: left('cityRealization', inner),
    means: left('means', leaves),
    degrees: left('degrees', [...inner, ...leaves]),
  }
}
