/** The same JSON in ASCII alone, so that its length is its size in bytes and it can be cut anywhere; and so that it stays one byte a character in
 * memory. A text that is ASCII already, as results mostly are, is only looked through. */
export const escapeNonAscii = (json: string): string =>
  json.replace(/[\u007f-\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** An ASCII text in pieces of at most `sizeBytes`. */
export function cutText(text: string, sizeBytes: number): string[] {
  const pieces: string[] = []
  for (let at = 0; at < text.length; at += sizeBytes) pieces.push(text.slice(at, at + sizeBytes))
  return pieces
}
