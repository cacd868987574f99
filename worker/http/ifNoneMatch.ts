/** Does If-None-Match name this tag? It compares weakly and may list several. */
export function isKnownTag(header: string | undefined, etag: string): boolean {
  return (
    header !== undefined &&
    header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag || tag.trim() === '*')
  )
}
