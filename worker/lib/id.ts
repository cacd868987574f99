/** Typed, time-sortable ids: prefix, 9 base-32 digits of milliseconds, 12 random ones. Lower case, no look-alikes. */
const DIGITS = '0123456789abcdefghjkmnpqrstvwxyz'

export type IdPrefix =
  | 'org'
  | 'usr'
  | 'key'
  | 'asg'
  | 'aud'
  | 'area'
  | 'fw'
  | 'imp'
  | 'set'
  | 'ev'
  | 'out'
  | 'pub'
  | 'tpl'
  | 'req'

export function newId(prefix: IdPrefix, nowMs: number): string {
  let time = ''
  for (let rest = nowMs, i = 0; i < 9; i++, rest = Math.floor(rest / 32)) time = DIGITS.charAt(rest % 32) + time
  let random = ''
  for (const byte of crypto.getRandomValues(new Uint8Array(12))) random += DIGITS.charAt(byte % 32)
  return `${prefix}_${time}${random}`
}
