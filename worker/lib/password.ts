/** Password hashing with scrypt; the parameters travel in the hash so that they can be raised later. N=2^14, r=8, p=5 takes about 120 ms of CPU. */
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

const R = 8
const P = 5
const KEY_BYTES = 32

/** `cost` is scrypt's N. Returns `scrypt$N$r$p$salt$hash` with base64 parts. */
export async function hashPassword(password: string, cost: number): Promise<string> {
  const salt = randomBytes(16)
  const hash = await derive(password, salt, cost, R, P)
  return ['scrypt', cost, R, P, salt.toString('base64'), hash.toString('base64')].join('$')
}

/** False for a wrong password and for a hash it cannot read. */
export async function verifyPassword(password: string, stored: string): Promise<boolean> {
  const [scheme, n, r, p, salt, hash] = stored.split('$')
  if (
    scheme !== 'scrypt' ||
    n === undefined ||
    r === undefined ||
    p === undefined ||
    salt === undefined ||
    hash === undefined
  )
    return false
  const expected = Buffer.from(hash, 'base64')
  const got = await derive(password, Buffer.from(salt, 'base64'), Number(n), Number(r), Number(p))
  return expected.length === got.length && timingSafeEqual(expected, got)
}

function derive(password: string, salt: Buffer, cost: number, r: number, p: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, { N: cost, r, p, maxmem: 256 * cost * r }, (error, key) =>
      error === null ? resolve(key) : reject(error),
    )
  })
}
