/** The screens a person can reach in the demonstration, and who goes there. `evaluation` and `publication` are looked up at run time. */
import type { APIRequestContext } from '@playwright/test'
import { DEMO_PASSWORD } from '../../db/seed/demo/accounts.ts'

export type Visitor =
  | null
  | 'owner@chengyan.example'
  | 'owner@zhilan.example'
  | 'coordinator@joint-health.example'
  | 'assessor@hengzhun.example'
  | 'operator@junheng.example'

export const SCREENS: readonly { readonly name: string; readonly path: string; readonly visitor: Visitor }[] = [
  { name: 'home', path: '/', visitor: null },
  { name: 'results', path: '/results', visitor: null },
  { name: 'result', path: '/results/{publication}', visitor: null },
  { name: 'compare', path: '/compare?publications={publications}', visitor: null },
  { name: 'pilots', path: '/pilots', visitor: null },
  { name: 'catalogue', path: '/catalogue', visitor: null },
  { name: 'methods', path: '/methods', visitor: null },
  { name: 'api reference', path: '/api', visitor: null },
  { name: 'sign-in', path: '/sign-in', visitor: null },
  { name: 'dashboard', path: '/c/chengyan', visitor: 'owner@chengyan.example' },
  { name: 'data', path: '/c/zhilan/data?domain=05', visitor: 'owner@zhilan.example' },
  { name: 'import', path: '/c/chengyan/data/import', visitor: 'owner@chengyan.example' },
  { name: 'frameworks', path: '/c/chengyan/frameworks', visitor: 'owner@chengyan.example' },
  { name: 'framework', path: '/c/chengyan/frameworks/{framework}', visitor: 'owner@chengyan.example' },
  { name: 'evaluations', path: '/c/chengyan/evaluations', visitor: 'owner@chengyan.example' },
  { name: 'new evaluation', path: '/c/chengyan/evaluations/new', visitor: 'owner@chengyan.example' },
  { name: 'evaluation', path: '/c/chengyan/evaluations/{evaluation}', visitor: 'owner@chengyan.example' },
  { name: 'city comparison', path: '/c/chengyan/compare', visitor: 'owner@chengyan.example' },
  { name: 'settings', path: '/c/chengyan/settings', visitor: 'owner@chengyan.example' },
  { name: 'group', path: '/g/joint-health', visitor: 'coordinator@joint-health.example' },
  { name: 'assessor', path: '/a', visitor: 'assessor@hengzhun.example' },
  { name: 'assigned city', path: '/c/chengyan', visitor: 'assessor@hengzhun.example' },
  { name: 'operator', path: '/o', visitor: 'operator@junheng.example' },
]

export async function signIn(request: APIRequestContext, visitor: Visitor): Promise<void> {
  if (visitor === null) return
  const res = await request.post('/api/v1/session', { data: { email: visitor, password: DEMO_PASSWORD } })
  if (!res.ok()) throw new Error(`${visitor} could not sign in: ${res.status()}`)
}

/** Fills {publication}, {publications}, {evaluation} and {framework} with what the demonstration holds. */
export async function fillPath(request: APIRequestContext, path: string): Promise<string> {
  if (!path.includes('{')) return path
  const first = async <T>(url: string): Promise<T[]> =>
    ((await (await request.get(url)).json()) as { items: T[] }).items
  let filled = path
  if (path.includes('{publication')) {
    const ids = (await first<{ id: string }>('/api/v1/publications')).map((p) => p.id)
    filled = filled.replace('{publications}', ids.slice(0, 4).join(',')).replace('{publication}', ids[0] ?? '')
  }
  if (path.includes('{evaluation}'))
    filled = filled.replace(
      '{evaluation}',
      (await first<{ id: string }>('/api/v1/cities/chengyan/evaluations'))[0]?.id ?? '',
    )
  if (path.includes('{framework}'))
    filled = filled.replace(
      '{framework}',
      (await first<{ id: string }>('/api/v1/cities/chengyan/frameworks'))[0]?.id ?? '',
    )
  return filled
}
