/** Which role holds which permission, what it is called, and what an assignment grants. The one place; pure, the web reads it
 * too. A new role is a key in contract/names.ts, its lines here, and a row of the hub’s table `roles`, by a migration. */
import { ROLES, type Permission, type Role } from '../contract/names.ts'
import type { Organisation } from '../contract/wire.ts'

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

export const ROLE_NAMES: Readonly<Record<Role, readonly [zh: string, en: string]>> = {
  owner: ['所有者', 'Owner'],
  data_officer: ['填报员', 'Data officer'],
  reviewer: ['审核员', 'Reviewer'],
  analyst: ['分析员', 'Analyst'],
  viewer: ['查看者', 'Viewer'],
  coordinator: ['召集人', 'Coordinator'],
  representative: ['成员代表', 'Representative'],
  assessor: ['评估员', 'Assessor'],
  operator: ['平台运行', 'Operator'],
}

/** The roles of a city. */
export const CITY_ROLES: readonly Role[] = ROLES.filter((role) => ROLE_PERMISSIONS[role].includes('city:read'))

/** The role of an organisation's first person. */
export const FIRST_ROLE: Readonly<Record<Exclude<Organisation['kind'], 'operator'>, Role>> = {
  city: 'owner',
  group: 'coordinator',
  assessor: 'assessor',
}

/** The role that a key of an organisation is shown with; what it may do are its scopes. */
export const KEY_ROLE: Readonly<Record<Organisation['kind'], Role>> = {
  city: 'viewer',
  group: 'representative',
  assessor: 'assessor',
  operator: 'viewer',
}

/** What an assessor with an active assignment may do in the assigned city; each also has to be named in the assignment. */
export const ASSIGNMENT_PERMISSIONS: readonly Permission[] = ['city:read', 'data:read', 'evaluation:read']
