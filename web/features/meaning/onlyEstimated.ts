/** Does nothing but an estimate stand behind this indicator's anchors? The same rule as the share that results state. Pure. */
import type { AnchorSource, Target } from '../../../worker/contract/frameworks.ts'
import type { z } from 'zod'

interface Anchors {
  readonly target: z.infer<typeof Target> | null
  readonly targetSource?: AnchorSource | null | undefined
  readonly floor: number | null
  readonly floorSource?: AnchorSource | null | undefined
}

const binds = (source: AnchorSource | null | undefined): boolean =>
  source !== null && source !== undefined && source.kind !== 'estimated'

export function onlyEstimated({ target, targetSource, floor, floorSource }: Anchors): boolean {
  return !(target !== null && binds(targetSource)) && !(floor !== null && binds(floorSource))
}
