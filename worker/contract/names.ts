/** The names of permissions, roles, key scopes, acts and languages: each is born here. Which role holds what is authority/roles.ts. */
export const PERMISSIONS = [
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
  'group:read',
  'assignment:read',
  'operator:manage',
] as const
export type Permission = (typeof PERMISSIONS)[number]

export const ROLES = [
  'owner',
  'data_officer',
  'reviewer',
  'analyst',
  'viewer',
  'coordinator',
  'representative',
  'assessor',
  'operator',
] as const
export type Role = (typeof ROLES)[number]

/** What an API key may carry. */
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

/** What a run may have to say of its result. The words of each are in worker/words and, of those that are public, in web/words. */
export const WARNING_CODES = [
  'indicator-without-values',
  'unweighted-period',
  'constant-indicator',
  'floored-zero',
  'no-score',
  'equality-unweighted',
  'outside-scale',
  'degree-clipped',
  'older-engine',
  'touched-cut',
  'warnings-cut',
] as const
export type WarningCode = (typeof WARNING_CODES)[number]

/** What an audit row may say was done. */
export const ACTIONS = [
  'area.delete',
  'area.put',
  'demo.organisations',
  'demo.seeded@2',
  'evaluation.approve',
  'evaluation.delete',
  'evaluation.publish',
  'evaluation.return',
  'evaluation.review',
  'evaluation.run',
  'evaluation.withdraw',
  'framework.create',
  'framework.rename',
  'framework.update',
  'import.commit',
  'import.discard',
  'import.expire',
  'import.revert',
  'import.upload',
  'key.create',
  'key.revoke',
  'operator.install',
  'organisation.create',
  'policy.put',
  'population.put',
  'publication.accept',
  'publication.withdraw',
  'session.opened',
  'session.refused',
  'signing-key.create',
  'signing-key.rotate',
] as const
export type Action = (typeof ACTIONS)[number]

/** Languages of the server's answers, the product's first one first; the tags of Content-Language. Their words are worker/words. */
export const LOCALES = ['zh-CN', 'en'] as const
export type Locale = (typeof LOCALES)[number]
