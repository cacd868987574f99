/** Actor + :city + permission → tenant context. A stranger gets the same 404 as for a city that does not exist; a member without the permission gets 403. */
import { createMiddleware } from 'hono/factory'
import { asTenantId } from '../../../db/client.ts'
import { openRegion } from '../../env.ts'
import { AppError } from '../../contract/problems.ts'
import { regionUnavailable } from '../regionFailure.ts'
import { receiveBody, SMALL_BODY_BYTES } from './limitBody.ts'
import { mayDo } from '../../authority/mayDo.ts'
import type { Permission } from '../../contract/names.ts'
import type { AppEnv } from '../appEnv.ts'

/** `bodyBytes`: the largest body of the route, read once the actor is in. */
export const inCity = (permission: Permission, bodyBytes = SMALL_BODY_BYTES) =>
  createMiddleware<AppEnv>(async function inCity(c, next) {
    const service = c.get('service')
    const access = mayDo(service.actor, permission, { kind: 'city', name: c.req.param('city') ?? '' })
    if (typeof access === 'string') throw new AppError(access)
    const { organisation: city, role, permissions } = access
    const region = openRegion(c.env, city.regionCode ?? '')
    if (region === undefined) throw regionUnavailable(city.regionCode ?? '')
    c.set('tenant', { ...service, city, role, permissions, tenantId: asTenantId(city.id), region })
    await receiveBody(c, bodyBytes)
    return next()
  })
