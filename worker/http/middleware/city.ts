/** Actor + :city + permission → tenant context. A stranger gets the same 404 as for a city that does not exist; a member without the permission gets 403. */
import { createMiddleware } from 'hono/factory'
import { asTenantId } from '../../../db/client.ts'
import { openRegion } from '../../env.ts'
import { AppError } from '../../contract/problems.ts'
import { regionUnavailable } from '../regionFailure.ts'
import { receiveBody, SMALL_BODY_BYTES } from './limitBody.ts'
import { cityAccess } from '../../authority/cityAccess.ts'
import type { Permission } from '../../contract/names.ts'
import type { AppEnv } from '../appEnv.ts'

/** `bodyBytes`: the largest body of the route, read once the actor is in. */
export const inCity = (permission: Permission, bodyBytes = SMALL_BODY_BYTES) =>
  createMiddleware<AppEnv>(async function inCity(c, next) {
    const service = c.get('service')
    if (service.actor.kind === 'anonymous') throw new AppError('unauthenticated')
    const access = cityAccess(service.actor, c.req.param('city') ?? '')
    if (access === undefined) throw new AppError('not-found')
    if (!access.permissions.includes(permission)) throw new AppError('forbidden')
    const region = openRegion(c.env, access.city.regionCode ?? '')
    if (region === undefined) throw regionUnavailable(access.city.regionCode ?? '', service.locale)
    c.set('tenant', { ...service, ...access, tenantId: asTenantId(access.city.id), region })
    await receiveBody(c, bodyBytes)
    return next()
  })
