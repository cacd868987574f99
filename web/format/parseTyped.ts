/** The number a person meant when typing: full-width digits, separators and dashes are read. null = nothing, undefined = no number. */
export function parseTyped(text: string): number | null | undefined {
  const clean = text
    .normalize('NFKC')
    .replace(/[\s,_，]/g, '')
    .replace(/[−–]/g, '-')
  if (clean === '') return null
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(clean) ? Number(clean) : undefined
}
