/**
 * The name of an evaluation: the digest of the four things it follows from, and of nothing else.
 *
 * Idea: whoever holds data snapshot, framework version, method options and engine version can run the evaluation
 * again and compare names; a run's time, author or machine must never enter. Source: docs/methods.md §8. Edge policy:
 * that of canonicalJson; further keys on the argument are ignored, a missing part throws. Complexity: O(size).
 *
 * @example await evaluationDigest({ snapshot, framework, options, engineVersion: '1.0.0' }) // 'sha256:…'
 */
import { digestOf } from './digestOf.ts'

export interface EvaluationParts {
  readonly snapshot: unknown
  readonly framework: unknown
  readonly options: unknown
  readonly engineVersion: string
}

export async function evaluationDigest(parts: EvaluationParts): Promise<string> {
  const { snapshot, framework, options, engineVersion } = parts
  return digestOf({ snapshot, framework, options, engineVersion })
}
