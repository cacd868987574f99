/** How the hot loops add: addends of one sign go bare into short blocks, block totals into a compensated sum.
 * A block's own rounding is at most 64 half-bits of its total, so 14 digits hold at any length and in any order, at
 * almost the speed of a bare loop. Addends of mixed sign, or that cancel, take `CompensatedSum` itself instead. */
export const BLOCK = 64
