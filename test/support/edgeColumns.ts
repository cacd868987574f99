/** The difficult columns every engine function is put to: nothing, one, all equal, zeros, negatives, and the ends of the doubles. */
import type { Values } from '../../worker/engine/types.ts'

const MAX = Number.MAX_VALUE
export const EDGE_COLUMNS: readonly [string, Values][] = [
  ['empty', []],
  ['one area', [5]],
  ['only null', [null, null, null]],
  ['only NaN', new Float64Array([Number.NaN, Number.NaN])],
  ['one left of three', [null, 4, null]],
  ['two equal', [3, 3]],
  ['all equal, not representable', Array.from({ length: 31 }, () => 0.1)],
  ['all zero', [0, 0, 0, 0]],
  ['one zero', [0, 1, 2, 3]],
  ['one positive among zeros', [0, 0, 0, 7]],
  ['a negative', [3, -1, 5, 2]],
  ['all negative', [-3, -1, -2]],
  ['mean exactly zero', [-1.5, 1.5]],
  ['minus zero', [-0, 1, 2]],
  ['a typing error of 1e9', [3, 4, 5, 1e9]],
  ['values of 1e-9', [1e-9, 2e-9, 5e-9]],
  ['one tiny among ordinary', [1e-300, 4, 5]],
  ['subnormal', [5e-324, 1e-323, 2e-310]],
  ['largest doubles', [MAX, MAX / 2, MAX]],
  ['opposite extremes', [MAX, -MAX, 1]],
  ['whole range of doubles', [5e-324, 1, MAX]],
  ['infinity', [1, Infinity, 2]],
  ['NaN and null among values', [1, Number.NaN, 3, null, 2]],
]
