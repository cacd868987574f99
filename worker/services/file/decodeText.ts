/** Bytes → text. A byte order mark decides; else UTF-16 by its zero bytes, then UTF-8, then GB18030, each fatally: what one of
 * them reads without an error is that encoding. Text that no encoding reads is refused, never patched with replacement signs. */
export type TextEncodingName = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be'
export interface DecodedText {
  readonly encoding: TextEncodingName
  readonly text: string
}

export function decodeText(bytes: Uint8Array): DecodedText | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return attempt(bytes, 'utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return attempt(bytes, 'utf-16be')
  const wide = utf16ByZeros(bytes)
  if (wide !== undefined) return attempt(bytes, wide)
  return attempt(bytes, 'utf-8') ?? attempt(bytes, 'gb18030')
}

/** TextDecoder drops the byte order mark itself. */
function attempt(bytes: Uint8Array, encoding: TextEncodingName): DecodedText | undefined {
  try {
    return { encoding, text: new TextDecoder(encoding, { fatal: true, ignoreBOM: false }).decode(bytes) }
  } catch {
    return undefined
  }
}

/** UTF-16 without a mark: digits, commas and line ends leave a zero in every other byte, and nowhere else. */
function utf16ByZeros(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const end = Math.min(bytes.length - (bytes.length % 2), 4096)
  if (end < 4 || bytes.length % 2 === 1) return undefined
  let even = 0
  let odd = 0
  for (let i = 0; i < end; i += 2) {
    if (bytes[i] === 0) even++
    if (bytes[i + 1] === 0) odd++
  }
  const enough = end / 2 / 10
  if (odd > enough && even === 0) return 'utf-16le'
  if (even > enough && odd === 0) return 'utf-16be'
  return undefined
}
