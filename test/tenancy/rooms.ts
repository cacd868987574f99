/** Every mounted route and who may enter. A route missing here, or listed here and not mounted, fails the matrix. */
import type { Permission } from '../../worker/contract/names.ts'

export type Room =
  | { readonly kind: 'public' }
  | { readonly kind: 'city'; readonly permission: Permission }
  | { readonly kind: 'organisation'; readonly permission: Permission }
  | { readonly kind: 'group'; readonly permission: Permission }
  /** No organisation in the path: whoever holds the permission anywhere; all others see nothing. */
  | { readonly kind: 'holder'; readonly permission: Permission }

const anyone: Room = { kind: 'public' }
const city = (permission: Permission): Room => ({ kind: 'city', permission })

export const ROOMS: Readonly<Record<string, Room>> = {
  'GET /api/v1/health': anyone,
  'GET /api/v1/openapi.json': anyone,
  'GET /api/v1/session': anyone,
  'POST /api/v1/session': anyone,
  'DELETE /api/v1/session': anyone,
  'GET /api/v1/regions': anyone,
  'GET /api/v1/publications': anyone,
  'GET /api/v1/publications/:id': anyone,
  'GET /api/v1/publications/:id/nodes': anyone,
  'GET /api/v1/publications/:id/periods/:period': anyone,
  'GET /api/v1/publications/:id/inputs': anyone,
  'GET /api/v1/publications/:id/results.csv': anyone,
  'GET /api/v1/publications/:id/results.sdmx.csv': anyone,
  'GET /api/v1/comparison': anyone,
  'GET /api/v1/catalogue': anyone,
  'GET /api/v1/catalogue/diff': anyone,
  'GET /api/v1/pilots': anyone,
  'GET /api/v1/plan-targets': anyone,
  'GET /api/v1/templates': anyone,
  'GET /api/v1/templates/:id/versions/:version': anyone,
  'POST /api/v1/compute/indices': anyone,
  'POST /api/v1/compute/composite': anyone,
  'POST /api/v1/compute/weights': anyone,
  'POST /api/v1/compute/sensitivity': anyone,
  'POST /api/v1/compute/groups': anyone,
  'POST /api/v1/compute/coupling': anyone,
  'POST /api/v1/compute/evaluation': anyone,
  'GET /api/v1/cities/:city/overview': city('city:read'),
  'GET /api/v1/cities/:city/areas': city('data:read'),
  'PUT /api/v1/cities/:city/areas': city('data:write'),
  'DELETE /api/v1/cities/:city/areas/:code': city('data:write'),
  'POST /api/v1/cities/:city/areas/csv': city('data:write'),
  'GET /api/v1/cities/:city/populations': city('data:read'),
  'PUT /api/v1/cities/:city/populations': city('data:write'),
  'GET /api/v1/cities/:city/frameworks': city('data:read'),
  'POST /api/v1/cities/:city/frameworks': city('framework:write'),
  'GET /api/v1/cities/:city/frameworks/:id': city('data:read'),
  'PUT /api/v1/cities/:city/frameworks/:id': city('framework:write'),
  'GET /api/v1/cities/:city/frameworks/:id/diff': city('data:read'),
  'GET /api/v1/cities/:city/observations': city('data:read'),
  'GET /api/v1/cities/:city/observations/completeness': city('data:read'),
  'GET /api/v1/cities/:city/observations/template.csv': city('data:read'),
  'GET /api/v1/cities/:city/imports': city('data:read'),
  'POST /api/v1/cities/:city/imports': city('data:write'),
  'GET /api/v1/cities/:city/imports/:id': city('data:read'),
  'DELETE /api/v1/cities/:city/imports/:id': city('data:write'),
  'POST /api/v1/cities/:city/imports/:id/commit': city('data:write'),
  'POST /api/v1/cities/:city/imports/:id/revert': city('data:write'),
  'GET /api/v1/cities/:city/evaluations': city('evaluation:read'),
  'POST /api/v1/cities/:city/evaluations': city('evaluation:write'),
  'GET /api/v1/cities/:city/evaluations/:id': city('evaluation:read'),
  'DELETE /api/v1/cities/:city/evaluations/:id': city('evaluation:write'),
  'GET /api/v1/cities/:city/evaluations/:id/periods/:period': city('evaluation:read'),
  'GET /api/v1/cities/:city/evaluations/:id/results.csv': city('evaluation:read'),
  'GET /api/v1/cities/:city/evaluations/:id/snapshot': city('evaluation:read'),
  'POST /api/v1/cities/:city/evaluations/:id/publish': city('evaluation:publish'),
  'GET /api/v1/cities/:city/evaluations/:id/publication-preview': city('evaluation:publish'),
  'GET /api/v1/cities/:city/members': city('member:read'),
  'GET /api/v1/cities/:city/audit': city('audit:read'),
  'GET /api/v1/organisations/:org/keys': { kind: 'organisation', permission: 'key:manage' },
  'POST /api/v1/organisations/:org/keys': { kind: 'organisation', permission: 'key:manage' },
  'DELETE /api/v1/organisations/:org/keys/:id': { kind: 'organisation', permission: 'key:manage' },
  'GET /api/v1/groups/:group': { kind: 'group', permission: 'group:read' },
  'GET /api/v1/assignments': { kind: 'holder', permission: 'assignment:read' },
  'GET /api/v1/operator/organisations': { kind: 'holder', permission: 'operator:manage' },
  'POST /api/v1/operator/organisations': { kind: 'holder', permission: 'operator:manage' },
  'GET /api/v1/operator/health': { kind: 'holder', permission: 'operator:manage' },
}
