/** Turns the framework and data at the top of composite.json into requests. The golden method names say how the peer was
 * called; `goldenMethod` says what we call the same thing. */
import type { CompositeMethod, CompositeRequest } from '../../worker/engine/composite.types.ts'
import type { FrameworkNode } from '../../worker/engine/types.ts'
import type { GoldenFile } from './golden.ts'

interface GoldenFramework {
  readonly areas: readonly string[]
  readonly categories: Readonly<Record<string, readonly [string, readonly string[]]>>
  readonly direction: Readonly<Record<string, 1 | -1>>
  readonly weights: Readonly<Record<string, number>>
  readonly targets: Readonly<Record<string, number>>
  readonly goalposts: Readonly<Record<string, readonly [number, number]>>
}

export const PLAIN: CompositeMethod = {
  treatment: 'none',
  normalisation: 'minmax',
  weighting: 'given',
  aggregation: 'arithmetic',
  missing: 'renormalise',
  minCoverage: 0,
}

export function goldenTree(file: GoldenFile): FrameworkNode {
  const { categories, direction, weights, targets, goalposts } = file.framework as unknown as GoldenFramework
  const domains = [...new Set(Object.values(categories).map(([domain]) => domain))]
  return {
    code: 'Index',
    children: domains.map((domain) => ({
      code: domain,
      weight: weights[domain] as number,
      children: Object.entries(categories)
        .filter(([, [parent]]) => parent === domain)
        .map(([code, [, indicators]]) => ({
          code,
          weight: weights[code] as number,
          children: indicators.map((leaf) => ({
            code: leaf,
            weight: weights[leaf] as number,
            direction: direction[leaf] === -1 ? ('cost' as const) : ('benefit' as const),
            target: targets[leaf] as number,
            goalposts: goalposts[leaf] as readonly [number, number],
          })),
        })),
    })),
  }
}

export function goldenRequest(file: GoldenFile, data: string, method: Partial<CompositeMethod>): CompositeRequest {
  return {
    areas: (file.framework as unknown as GoldenFramework).areas,
    framework: goldenTree(file),
    values: (file.data as unknown as Record<string, CompositeRequest['values']>)[data] as CompositeRequest['values'],
    method: { ...PLAIN, ...method },
  }
}

/** A framework of one level: `I1 … Im` under `R`. */
export function flatRequest(
  matrix: readonly (readonly (number | null)[])[],
  directions: readonly number[],
  weights: readonly number[],
  method: Partial<CompositeMethod>,
): CompositeRequest {
  return {
    areas: matrix.map((_, i) => `A${i + 1}`),
    framework: {
      code: 'R',
      children: directions.map((direction, j) => ({
        code: `I${j + 1}`,
        direction: direction < 0 ? ('cost' as const) : ('benefit' as const),
        weight: weights[j] as number,
      })),
    },
    values: Object.fromEntries(directions.map((_, j) => [`I${j + 1}`, matrix.map((row) => row[j] ?? null)])),
    method: { ...PLAIN, ...method },
  }
}
