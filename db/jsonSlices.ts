/** Rows → JSON array texts for json_each, each below D1's limit on one parameter (counted in UTF-8 bytes, not characters). */
import { D1_LIMITS } from './limits.ts'

export function jsonSlices(rows: readonly unknown[], maxBytes: number = D1_LIMITS.jsonParameterBytes): string[] {
  const slices: string[] = []
  let parts: string[] = []
  let sizeBytes = 2
  for (const row of rows) {
    const text = JSON.stringify(row)
    const rowBytes = utf8Length(text) + 1
    if (sizeBytes + rowBytes > maxBytes && parts.length > 0) {
      slices.push(`[${parts.join(',')}]`)
      parts = []
      sizeBytes = 2
    }
    parts.push(text)
    sizeBytes += rowBytes
  }
  if (parts.length > 0) slices.push(`[${parts.join(',')}]`)
  return slices
}

/** Bytes of a string in UTF-8, without encoding it. */
export function utf8Length(text: string): number {
  let bytes = text.length
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit < 0x80) continue
    // A surrogate pair is four bytes for two units; anything else above U+07FF is three.
    bytes += unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 1 : 2
  }
  return bytes
}
