/** What would become public, counted number by number, what would not and why, and what the guard says. Writes nothing. */
import { WORDS } from '../../words/index.ts'
import { preparePublication, type Prepared } from './preparePublication.ts'
import type { TenantContext } from '../../context.ts'
import type { Words } from '../../words/sentence.ts'
import type { PublicationPreview, PublishedPeriod, RawRequest } from '../../contract/publication.ts'

/** `more`: who waits for it, and what a search is charged to. */
export async function previewPublication(
  ctx: TenantContext,
  id: string,
  raw: RawRequest,
  more: Parameters<typeof preparePublication>[4] = {},
): Promise<PublicationPreview> {
  const prepared = await preparePublication(ctx, id, raw, ctx.now(), more)
  const words = WORDS[ctx.locale].publication
  return {
    verdict: prepared.refusals.length === 0 ? 'allowed' : 'refused',
    reasons: refusedBy(prepared).map((refused) => ({
      code: refused.code,
      message: words.refusal(refused),
      wouldPass: words['would-pass'](refused),
    })),
    fields: fieldsOf(prepared.documents.periods),
    disclosure: prepared.documents.head.disclosure,
  }
}

/** What the sentence of a refusal speaks of. */
type Refused = Parameters<Words['publication']['refused']>[0]
const MOST_NAMED = 5

/** Every refusal of the guard, with areas and indicators by name. */
export function refusedBy({ refusals, source, history }: Prepared): Refused[] {
  const names = new Map(
    [...source.nodes, ...history.earlier.flatMap((e) => e.source.snapshot.areas), ...source.snapshot.areas].map(
      ({ code, name, nameEn }) => [code, { name, nameEn }],
    ),
  )
  return refusals.map(({ code, why, periods, codes }) => ({
    code,
    why: why ?? 'no-room',
    periods,
    about: codes.slice(0, MOST_NAMED).map((c) => names.get(c) ?? { name: c, nameEn: c }),
    count: codes.length,
  }))
}

/** PublicationPreview from query text: withheld, published, or codes. */
export function rawOf(query: string): RawRequest {
  if (query === 'withheld' || query === 'published') return query
  const codes = query
    .split(',')
    .map((c) => c.trim())
    .filter((c) => c !== '')
  return codes.length === 0 ? 'withheld' : { published: codes }
}

function fieldsOf(periods: readonly PublishedPeriod[]): PublicationPreview['fields'] {
  const found = new Map<string, { count: number; nodes: Set<string> }>()
  const add = (what: string, node: string, numbers: readonly (number | null)[]): void => {
    const count = numbers.filter((v) => v !== null).length
    if (count === 0) return
    const line = found.get(what) ?? { count: 0, nodes: new Set<string>() }
    line.count += count
    line.nodes.add(node)
    found.set(what, line)
  }
  for (const p of periods) {
    for (const [code, value] of Object.entries(p.cityScores)) add('cityScores', code, [value])
    for (const [code, line] of Object.entries(p.degrees)) add('degrees', code, [line.degree])
    for (const [code, line] of Object.entries(p.realization)) add('cityRealization', code, [line.city])
    for (const [code, column] of Object.entries(p.scores)) add('areaScores', code, column)
    for (const [code, column] of Object.entries(p.areaRealization)) add('areaRealization', code, column)
    for (const [code, line] of Object.entries(p.indicators)) {
      add('means', code, [line.mean])
      add('indicatorDegrees', code, [line.degree])
      add('values', code, line.values ?? [])
    }
  }
  return [...found].map(([what, { count, nodes }]) => ({ what, count, nodes: [...nodes] }))
}
