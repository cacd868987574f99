/**
 * The digest that names a value: `sha256:` and the SHA-256 of its canonical JSON.
 *
 * Idea: equal values, however their keys were ordered, have equal names; any changed digit changes the name.
 * Source: RFC 8785 over FIPS 180-4. Edge policy: that of canonicalJson. Complexity: O(size · log keys).
 *
 * @example await digestOf({ a: 1 }) // 'sha256:015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862'
 */
import { canonicalJson } from './canonicalJson.ts'
import { sha256Hex } from './sha256Hex.ts'

export async function digestOf(value: unknown): Promise<string> {
  return `sha256:${await sha256Hex(canonicalJson(value))}`
}
