/** `junheng/snapshot@1`: the data that an evaluation was computed from. Stored in pieces (the areas with the inputs, a part for every period),
 * named as the first of the four things in an evaluation's input digest. */
import { Snapshot } from '../contract/evaluations.ts'
import { canonicalJson } from '../engine/digest/canonicalJson.ts'
import { digestOf } from '../engine/digest/digestOf.ts'
import type { RecordFormat } from './format.ts'

export const SNAPSHOT = {
  tag: 'junheng/snapshot@1',
  schema: Snapshot,
  text: canonicalJson,
  digest: digestOf,
} as const satisfies RecordFormat<Snapshot>
