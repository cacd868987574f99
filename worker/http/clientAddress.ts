/** Who called, as far as the one in front of us says: one address for IPv4, one /64 for IPv6 (a line has the whole of it).
 * Without such a header everybody is `unknown` and shares what one address may do. */
import type { Context } from 'hono'
import type { AppEnv } from './appEnv.ts'

export function clientAddress(c: Context<AppEnv>): string {
  const { addressHeader } = c.get('service').config
  const stated = addressHeader === '' ? undefined : c.req.header(addressHeader)
  // A proxy appends what it saw itself to a list; only that entry was not written by the caller.
  const address = stated?.split(',').at(-1)?.trim().toLowerCase() ?? ''
  if (!/^[0-9a-f.:]{2,45}$/.test(address)) return 'unknown'
  return address.includes(':') ? networkOf(address) : address
}

/** The first four groups, `::` written out. */
function networkOf(address: string): string {
  const [head = '', tail] = address.split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length)
  const groups = [...left, ...Array.from({ length: zeros }, () => '0'), ...right]
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')
}
