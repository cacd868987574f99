/** Which role holds which permission, and what an assignment grants. The one table; pure, the web reads it too. */
import type { Permission, Role } from '../contract/names.ts'

export const ROLE_PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  owner: [
    'city:read',
    'data:read',
    'data:write',
    'framework:write',
    'evaluation:read',
    'evaluation:write',
    'evaluation:review',
    'evaluation:publish',
    'policy:manage',
    'member:read',
    'key:manage',
    'audit:read',
  ],
  data_officer: ['city:read', 'data:read', 'data:write', 'evaluation:read', 'member:read'],
  reviewer: [
    'city:read',
    'data:read',
    'evaluation:read',
    'evaluation:review',
    'evaluation:publish',
    'member:read',
    'audit:read',
  ],
  analyst: ['city:read', 'data:read', 'framework:write', 'evaluation:read', 'evaluation:write', 'member:read'],
  viewer: ['city:read', 'data:read', 'evaluation:read'],
  coordinator: ['group:read', 'key:manage', 'member:read'],
  representative: ['group:read'],
  assessor: ['assignment:read', 'key:manage', 'member:read'],
  operator: ['operator:manage'],
}

/** What an assessor with an active assignment may do in the assigned city; each also has to be named in the assignment. */
export const ASSIGNMENT_PERMISSIONS: readonly Permission[] = ['city:read', 'data:read', 'evaluation:read']
