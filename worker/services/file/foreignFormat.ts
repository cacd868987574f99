/** Files that are surely no text, told by their first bytes, so that the message can say what they are. */
export type ForeignFormat = 'excel' | 'zip' | 'pdf' | 'image' | 'archive'

const SIGNATURES: readonly { readonly bytes: readonly number[]; readonly format: ForeignFormat }[] = [
  { bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], format: 'excel' }, // .xls and other OLE2 files
  { bytes: [0x25, 0x50, 0x44, 0x46, 0x2d], format: 'pdf' },
  { bytes: [0x89, 0x50, 0x4e, 0x47], format: 'image' },
  { bytes: [0xff, 0xd8, 0xff], format: 'image' },
  { bytes: [0x47, 0x49, 0x46, 0x38], format: 'image' },
  { bytes: [0x1f, 0x8b, 0x08], format: 'archive' }, // gzip
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], format: 'archive' }, // 7z
  { bytes: [0x52, 0x61, 0x72, 0x21, 0x1a], format: 'archive' }, // rar
]
const ZIP = [0x50, 0x4b, 0x03, 0x04]

export function foreignFormat(bytes: Uint8Array): ForeignFormat | undefined {
  const startsWith = (signature: readonly number[]): boolean => signature.every((b, i) => bytes[i] === b)
  if (startsWith(ZIP)) return isSpreadsheetZip(bytes) ? 'excel' : 'zip'
  return SIGNATURES.find((s) => startsWith(s.bytes))?.format
}

/** .xlsx, .et and .ods are zips; their members' names stand uncompressed, usually near the start, always in the directory at the end. */
function isSpreadsheetZip(bytes: Uint8Array): boolean {
  const latin = new TextDecoder('latin1')
  const ends = latin.decode(bytes.subarray(0, 4096)) + latin.decode(bytes.subarray(Math.max(0, bytes.length - 65_536)))
  return /xl\/|\[Content_Types\]\.xml|opendocument\.spreadsheet/.test(ends)
}
