/** What every format of a record has, one module each: a tag that says how to read it, its shape, the one text it has, the name of that text,
 * and a reader of what any release stored. */
import type { z } from 'zod'

export type FormatTag = `junheng/${string}@${number}`

export interface RecordFormat<Document> {
  readonly tag: FormatTag
  readonly schema: z.ZodType<Document>
  /** Canonical (RFC 8785); the tag is not in it where digests are older than tags. */
  readonly text: (document: Document) => string
  /** `sha256:` and 64 hex digits. */
  readonly digest: (document: Document) => Promise<string>
}

/** `stored` without its tag. What has none was stored before there were tags and is version 1. Throws for a tag that this release does not
 * know: a later one wrote it. */
export function untagged<Document extends object>(
  stored: Document & { readonly format?: string },
  tag: FormatTag,
): Document {
  const { format = tag, ...document } = stored
  if (format !== tag)
    throw new Error(`stored as ${format}, this release reads ${tag}: open it with the release that wrote it`)
  return withoutFormat<Document>(document)
}

/** Guarantee: only the tag was taken out. */
const withoutFormat = <Document>(document: object): Document => document as Document
