/** What somebody typed to find a publication: its identifier, its address on this site, or a digest that names it. Pure. */
export type Source =
  | { readonly kind: 'id'; readonly id: string }
  | { readonly kind: 'digest'; readonly digest: string }
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'unknown' }

export function sourceOf(typed: string, origin: string): Source {
  const text = typed.trim()
  const digest = /^(?:sha256:)?([0-9a-f]{64})$/i.exec(text)?.[1]
  if (digest !== undefined) return { kind: 'digest', digest: `sha256:${digest.toLowerCase()}` }
  if (/^https?:\/\//i.test(text) && !text.toLowerCase().startsWith(`${origin.toLowerCase()}/`))
    return { kind: 'elsewhere' }
  const id = /(?:^|\/)(pub_[0-9a-z]+)(?=$|[/?#])/.exec(text)?.[1]
  return id === undefined ? { kind: 'unknown' } : { kind: 'id', id }
}
