/** Random tokens and their hashes. Tokens carry 256 bits, so a plain SHA-256 is a sufficient store for them. */
export function randomToken(sizeBytes = 32): string {
  const bytes = crypto.getRandomValues(new Uint8Array(sizeBytes))
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** Guarantee: an encoder's bytes never lie in shared memory. */
export const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>

export async function sha256Hex(input: string | ArrayBuffer | Uint8Array<ArrayBuffer>): Promise<string> {
  const data = typeof input === 'string' ? utf8(input) : input
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', data))
  return Array.from(digest, (b) => b.toString(16).padStart(2, '0')).join('')
}
