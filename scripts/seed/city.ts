/** What a city's people do one after another to get from nothing to a published evaluation, as API calls that may be repeated: each step
 * first looks whether it has been done. */
import { ENGINE_VERSION } from '../../worker/engine/version.ts'
import type { ApiClient } from './client.ts'
import type { AreaInput, PopulationEntry } from './wire.ts'

interface Page<T> {
  readonly items: readonly T[]
}

export async function putAreas(
  client: ApiClient,
  city: string,
  areas: readonly AreaInput[],
  populations: readonly PopulationEntry[],
): Promise<void> {
  await client.putList(`/cities/${city}/areas`, { areas })
  if (populations.length > 0) await client.putList(`/cities/${city}/populations`, { populations })
}

/** Adopts a template version, or stores a body; returns the framework's id. */
export async function ensureFramework(
  client: ApiClient,
  city: string,
  wanted:
    | { readonly templateId: string; readonly templateVersion: number }
    | { readonly name: string; readonly nameEn: string; readonly body: unknown },
): Promise<string> {
  const { items } = await client.get<
    Page<{ id: string; name: string; template: { id: string; version: number } | null }>
  >(`/cities/${city}/frameworks`)
  const present = items.find((f) =>
    'templateId' in wanted
      ? f.template?.id === wanted.templateId && f.template.version === wanted.templateVersion
      : f.name === wanted.name,
  )
  return present?.id ?? (await client.post<{ id: string }>(`/cities/${city}/frameworks`, wanted)).id
}

interface StoredNode {
  readonly code: string
  readonly indicator?: { readonly breaks?: readonly unknown[] }
  readonly children?: readonly StoredNode[]
}

/** Marks a change of definition on one indicator, unless the framework has any. */
export async function ensureBreak(
  client: ApiClient,
  city: string,
  frameworkId: string,
  { indicator, period, note }: { readonly indicator: string; readonly period: string; readonly note: string },
): Promise<void> {
  const path = `/cities/${city}/frameworks/${frameworkId}`
  const { body } = await client.get<{ body: { root: StoredNode; method: unknown } }>(path)
  let isMarked = false
  const marked = (node: StoredNode): StoredNode => {
    if (node.children !== undefined) return { ...node, children: node.children.map(marked) }
    if (node.code !== indicator || node.indicator === undefined) return node
    isMarked = node.indicator.breaks !== undefined
    return { ...node, indicator: { ...node.indicator, breaks: [{ period, note }] } }
  }
  const root = marked(body.root)
  if (!isMarked)
    await client.putList(path, { body: { root, method: body.method }, note: '标注指标口径变化 · definition break' })
}

/** Uploads and commits a CSV unless a file of that name has been committed before; returns the number of values written. */
export async function ensureImport(
  client: ApiClient,
  city: string,
  /** `reason`: why values outside their usual range are written all the same. */
  file: { readonly name: string; readonly period?: string; readonly csv: string; readonly reason?: string },
): Promise<number> {
  const { items } = await client.get<Page<{ id: string; fileName: string; state: string }>>(
    `/cities/${city}/imports?limit=100`,
  )
  if (items.some((i) => i.fileName === file.name && i.state === 'committed')) return 0
  const query = new URLSearchParams({
    fileName: file.name,
    ...(file.period === undefined ? {} : { period: file.period }),
  })
  const staged = await client.postCsv<{ id: string; state: string; valueCount: number; problems: readonly unknown[] }>(
    `/cities/${city}/imports?${query}`,
    file.csv,
  )
  if (staged.state !== 'ready')
    throw new Error(`${file.name} was refused: ${JSON.stringify(staged.problems.slice(0, 5))}`)
  await client.post(
    `/cities/${city}/imports/${staged.id}/commit`,
    file.reason === undefined ? undefined : { reason: file.reason },
  )
  return staged.valueCount
}

/** Uploads a CSV and leaves it where checking left it: refused with its problems, or waiting for somebody to commit it. */
export async function ensureUpload(
  client: ApiClient,
  city: string,
  file: { readonly name: string; readonly period: string; readonly csv: string },
  expected: 'ready' | 'rejected',
): Promise<void> {
  const { items } = await client.get<Page<{ fileName: string }>>(`/cities/${city}/imports?limit=100`)
  if (items.some((i) => i.fileName === file.name)) return
  const query = new URLSearchParams({ fileName: file.name, period: file.period })
  const { state, problems } = await client.postCsv<{ state: string; problems: readonly unknown[] }>(
    `/cities/${city}/imports?${query}`,
    file.csv,
  )
  if (state !== expected)
    throw new Error(`${file.name} is ${state}, not ${expected}: ${JSON.stringify(problems.slice(0, 5))}`)
}

/** Runs an evaluation unless this engine has run one of that title with that framework, and publishes it if asked; returns its id. */
export async function ensureEvaluation(
  client: ApiClient,
  city: string,
  wanted: { readonly title: string; readonly frameworkId: string; readonly periods: readonly string[] },
  publish: 'withheld' | 'published' | null,
): Promise<string> {
  const { items } = await client.get<
    Page<{ id: string; title: string; state: string; frameworkId: string; engineVersion: string }>
  >(`/cities/${city}/evaluations?limit=100`)
  const present =
    items.find(
      (e) => e.title === wanted.title && e.frameworkId === wanted.frameworkId && e.engineVersion === ENGINE_VERSION,
    ) ?? (await client.post<{ id: string; state: string }>(`/cities/${city}/evaluations`, wanted))
  if (publish !== null && present.state !== 'published')
    await client.post(`/cities/${city}/evaluations/${present.id}/publish`, { raw: publish })
  return present.id
}
