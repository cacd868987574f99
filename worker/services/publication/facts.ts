/** What a comparison has to know of a publication, kept beside it in the hub so that comparing reads no payload.
 * `scheme` names what the scores are made of (tree and weights); `yardstick` names what they are measured against, and is null
 * when that is the city's own sample, which no other city shares. */
import { normalisationFacts } from '../../engine/normalise/catalogue.ts'
import { digestOf } from '../../engine/digest/digestOf.ts'
import { leavesOf } from '../framework/body.ts'
import type { Evaluation, EvaluationHeadline, EvaluationNode } from '../../contract/evaluations.ts'
import type { Publication } from '../../contract/publication.ts'
import type { MethodOptions, TreeNode } from '../../contract/frameworks.ts'

export interface PublishedFacts {
  /** Absent in publications of releases that let every index out: read through a projection only. */
  readonly format?: string
  readonly method: MethodOptions
  readonly areaCount: number
  readonly periods: readonly string[]
  readonly weightedPeriods: Readonly<Record<string, boolean>>
  readonly nodes: readonly Pick<EvaluationNode, 'code' | 'name' | 'nameEn' | 'kind'>[]
  /** The template, or the city's own framework: versions of one lineage are kin. */
  readonly lineage: string
  readonly scheme: string
  readonly yardstick: string | null
  /** Names the standard and planned targets that realization is measured against. This and `headline` are absent in publications of
   * releases that read the degree from scores. */
  readonly promises?: string
  readonly headline?: PublishedHeadline
  /** Of the seal, so that a publication is found by it; absent where nothing was sealed. */
  readonly root?: string
}

/** What lists and comparisons print of a publication besides its score. */
export type PublishedHeadline = Pick<
  EvaluationHeadline,
  'period' | 'realization' | 'realizationCoverage' | 'degree' | 'degreeCoverage' | 'equality' | 'areaCount'
>

export async function factsOf(
  evaluation: Pick<Evaluation, 'method' | 'areaCount' | 'periods' | 'weightedPeriods' | 'nodes' | 'headline'>,
  root: TreeNode,
  lineage: string,
  head: Pick<Publication, 'format' | 'realization' | 'degree'>,
  sealRoot: string,
): Promise<PublishedFacts> {
  const { method, areaCount, periods, weightedPeriods, nodes, headline } = evaluation
  return {
    format: head.format,
    root: sealRoot,
    method,
    areaCount,
    periods,
    weightedPeriods,
    lineage,
    nodes: nodes.map(({ code, name, nameEn, kind }) => ({ code, name, nameEn, kind })),
    scheme: await digestOf(
      nodes.map(({ code, parent, kind, localWeight, unit, direction }) => ({
        code,
        parent,
        kind,
        localWeight,
        unit,
        direction,
      })),
    ),
    yardstick: await yardstickOf(root, method),
    promises: await digestOf(promisesOf(root)),
    // As public as the head says, no digit more.
    headline: { ...publishedHeadline(headline), realization: head.realization, degree: head.degree },
  }
}

/** Targets and goalposts hold for everybody; a sample's extremes, moments and ranks hold for that sample alone. */
async function yardstickOf(root: TreeNode, { normalisation, bounds }: MethodOptions): Promise<string | null> {
  const leaves = leavesOf(root)
  const { fit, takesBounds } = normalisationFacts(normalisation)
  if (fit === 'target') return digestOf(leaves.map(({ code, indicator }) => [code, indicator.target]))
  if (takesBounds && bounds === 'goalposts')
    return digestOf(leaves.map(({ code, indicator }) => [code, indicator.goalposts]))
  if (takesBounds && bounds === 'anchors')
    return digestOf(leaves.map(({ code, indicator }) => [code, indicator.floor, indicator.target]))
  return null
}

/** Guarantee: `payload` was written by publishEvaluation. */
export const storedFacts = (json: string): PublishedFacts => JSON.parse(json) as PublishedFacts

function publishedHeadline(headline: EvaluationHeadline): PublishedHeadline {
  const { period, realization, realizationCoverage, degree, degreeCoverage, equality, areaCount } = headline
  return { period, realization, realizationCoverage, degree, degreeCoverage, equality, areaCount }
}

function promisesOf(root: TreeNode): unknown[] {
  return leavesOf(root).flatMap(({ code, indicator: { target, targetSource } }) =>
    targetSource === undefined || targetSource.kind === 'estimated' ? [] : [[code, target]],
  )
}
