/** The screens a person can reach in the demonstration, and who goes there. Names in braces are filled by visit.ts. */

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
  { name: 'result report', path: '/results/{publication}/report', visitor: null },
  { name: 'compare', path: '/compare?publications={publications}', visitor: null },
  { name: 'verify', path: '/verify?of={publication}', visitor: null },
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

/** Cities whose data the journeys change: no screen above shows one of them. */
export const JOURNEY_CITIES = { zh: 'xiyu', en: 'xiuchuan' } as const
