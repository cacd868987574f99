/** Actor + :org or :group + permission → membership, for rooms that live in the hub. Same masking as for cities. */
import { createMiddleware } from 'hono/factory'
import { AppError } from '../../contract/problems.ts'
import { receiveBody, SMALL_BODY_BYTES } from './limitBody.ts'
import { organisationAccess } from '../../authority/organisationAccess.ts'
import type { Permission } from '../../contract/names.ts'
import type { AppEnv } from '../appEnv.ts'

/** `param` names the path parameter that holds the organisation's id or slug. */
export const inOrganisation = (param: 'org' | 'group', permission: Permission) =>
  createMiddleware<AppEnv>(async function inOrganisation(c, next) {
    const { actor } = c.get('service')
    if (actor.kind === 'anonymous') throw new AppError('unauthenticated')
    const access = organisationAccess(actor, c.req.param(param) ?? '')
    if (access === undefined || (param === 'group' && access.organisation.kind !== 'group'))
      throw new AppError('not-found')
    if (!access.permissions.includes(permission)) throw new AppError('forbidden')
    c.set('membership', { organisation: access.organisation, role: access.role })
    await receiveBody(c, SMALL_BODY_BYTES)
    return next()
  })

/** For rooms without an organisation in the path (/operator, /assignments): the actor's first membership with the permission; others get 404. */
export const withPermission = (permission: Permission) =>
  createMiddleware<AppEnv>(async function withPermission(c, next) {
    const { actor } = c.get('service')
    if (actor.kind === 'anonymous') throw new AppError('unauthenticated')
    const ids = actor.kind === 'user' ? actor.memberships.map((m) => m.organisation.id) : [actor.organisation.id]
    const access = ids.map((id) => organisationAccess(actor, id)).find((a) => a?.permissions.includes(permission))
    if (access === undefined) throw new AppError('not-found')
    c.set('membership', { organisation: access.organisation, role: access.role })
    await receiveBody(c, SMALL_BODY_BYTES)
    return next()
  })
