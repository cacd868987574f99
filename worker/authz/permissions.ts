/** Every permission, which role holds it, and which of them an API key may carry. The one table; pure, the web reads it too. */
export const PERMISSIONS = [
  'city:read',
  'data:read',
  'data:write',
  'framework:write',
  'evaluation:read',
  'evaluation:write',
  'evaluation:publish',
  'member:read',
  'key:manage',
  'audit:read',
  'group:read',
  'assignment:read',
  'operator:manage',
] as const
export type Permission = (typeof PERMISSIONS)[number]

export type Role =
  | 'owner'
  | 'data_officer'
  | 'reviewer'
  | 'analyst'
  | 'viewer'
  | 'coordinator'
  | 'representative'
  | 'assessor'
  | 'operator'

export const ROLE_PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  owner: [
    'city:read',
    'data:read',
    'data:write',
    'framework:write',
    'evaluation:read',
    'evaluation:write',
    'evaluation:publish',
    'member:read',
    'key:manage',
    'audit:read',
  ],
  data_officer: ['city:read', 'data:read', 'data:write', 'evaluation:read', 'member:read'],
  reviewer: ['city:read', 'data:read', 'evaluation:read', 'evaluation:publish', 'member:read', 'audit:read'],
  analyst: ['city:read', 'data:read', 'framework:write', 'evaluation:read', 'evaluation:write', 'member:read'],
  viewer: ['city:read', 'data:read', 'evaluation:read'],
  coordinator: ['group:read', 'key:manage', 'member:read'],
  representative: ['group:read'],
  assessor: ['assignment:read', 'key:manage', 'member:read'],
  operator: ['operator:manage'],
}

/** What an assessor with an active assignment may do in the assigned city; each also has to be named in the assignment. */
export const ASSIGNMENT_PERMISSIONS: readonly Permission[] = ['city:read', 'data:read', 'evaluation:read']

export const KEY_SCOPES = [
  'city:read',
  'data:read',
  'data:write',
  'framework:write',
  'evaluation:read',
  'evaluation:write',
  'evaluation:publish',
  'group:read',
  'assignment:read',
] as const satisfies readonly Permission[]
export type KeyScope = (typeof KEY_SCOPES)[number]
