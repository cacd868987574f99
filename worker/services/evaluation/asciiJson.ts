/** JSON in ASCII alone, so that a body's length is its size in bytes and it can be cut anywhere; and so that it stays one byte a character in memory. */
export const asciiJson = (value: unknown): string =>
  JSON.stringify(value).replace(/[\u007f-\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** An ASCII text in pieces of at most `sizeBytes`. */
export function cutText(text: string, sizeBytes: number): string[] {
  const pieces: string[] = []
  for (let at = 0; at < text.length; at += sizeBytes) pieces.push(text.slice(at, at + sizeBytes))
  return pieces
}
