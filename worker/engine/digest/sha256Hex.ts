/**
 * SHA-256 of a text's UTF-8 bytes (or of bytes) as 64 lower-case hex digits.
 *
 * Idea: WebCrypto, which Node, workerd and browsers share, so one file serves all three; a browser that hides it, as on
 * pages of plain http, computes it itself. Source: FIPS 180-4.
 * Edge policy: a text with a lone surrogate throws, for TextEncoder would silently replace it. Complexity: O(bytes).
 *
 * @example await sha256Hex('') // 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
 */
import { EngineInputError } from '../types.ts'
import { hexOf, sha256 } from './sha256.ts'

export async function sha256Hex(input: string | Uint8Array<ArrayBuffer>): Promise<string> {
  const bytes = typeof input === 'string' ? utf8(input) : input
  const { subtle } = crypto as { readonly subtle?: SubtleCrypto }
  return hexOf(subtle === undefined ? sha256(bytes) : new Uint8Array(await subtle.digest('SHA-256', bytes)))
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  if (!text.isWellFormed()) {
    throw new EngineInputError([{ path: '$', code: 'not-utf8', message: 'the text holds a lone surrogate' }])
  }
  return new Uint8Array(new TextEncoder().encode(text))
}
