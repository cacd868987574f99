/** Actor + :org or :group + permission → the organisation's room in the hub. Same masking as for cities. */
import { createMiddleware } from 'hono/factory'
import { AppError } from '../../contract/problems.ts'
import { receiveBody, SMALL_BODY_BYTES } from './limitBody.ts'
import { mayDo, type Resource } from '../../authority/mayDo.ts'
import type { Context } from 'hono'
import type { Permission } from '../../contract/names.ts'
import type { AppEnv } from '../appEnv.ts'

/** `param` names the path parameter that holds the organisation's id or slug. */
export const inOrganisation = (param: 'org' | 'group', permission: Permission) =>
  createMiddleware<AppEnv>(async function inOrganisation(c, next) {
    enter(c, permission, {
      kind: 'organisation',
      name: c.req.param(param) ?? '',
      ...(param === 'group' ? { only: 'group' } : {}),
    })
    await receiveBody(c, SMALL_BODY_BYTES)
    return next()
  })

/** For rooms without an organisation in the path (/operator, /assignments): the actor's first membership with the permission; others get 404. */
export const withPermission = (permission: Permission) =>
  createMiddleware<AppEnv>(async function withPermission(c, next) {
    enter(c, permission, { kind: 'own' })
    await receiveBody(c, SMALL_BODY_BYTES)
    return next()
  })

function enter(c: Context<AppEnv>, permission: Permission, resource: Exclude<Resource, { kind: 'city' }>): void {
  const service = c.get('service')
  const access = mayDo(service.actor, permission, resource)
  if (typeof access === 'string') throw new AppError(access)
  c.set('room', { ...service, organisation: access.organisation, role: access.role })
}
