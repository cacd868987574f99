/** Texts as stored: gzip in base64. Plain bytes name a document, since gzip's own differ by host. */
import { sha256Hex, utf8 } from '../../lib/bytes.ts'

export interface Stored {
  readonly etag: string
  readonly body: string
}

export const zipDocument = (document: unknown): Promise<Stored> => zipText(JSON.stringify(document))

export async function zipText(document: string): Promise<Stored> {
  const plain = utf8(document)
  const zipped = await through(plain, new CompressionStream('gzip'))
  let text = ''
  for (let at = 0; at < zipped.length; at += 0x8000) text += String.fromCharCode(...zipped.subarray(at, at + 0x8000))
  return { etag: `"${(await sha256Hex(plain)).slice(0, 32)}"`, body: btoa(text) }
}

export function zippedBytes(body: string): Uint8Array<ArrayBuffer> {
  const text = atob(body)
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i += 1) bytes[i] = text.charCodeAt(i)
  return bytes
}

export const unzip = (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> =>
  through(bytes, new DecompressionStream('gzip'))

export const unzipText = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> =>
  new TextDecoder().decode(await unzip(bytes))

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  by: CompressionStream | DecompressionStream,
): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(by)).arrayBuffer())
}
