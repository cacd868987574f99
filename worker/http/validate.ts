/** hono-openapi's validator with our problem shape: unknown in, typed after, and a fault per path. Its default answer would echo the input. */
import { validator } from 'hono-openapi'
import type { ValidationTargets } from 'hono'
import type { z } from 'zod'
import { AppError } from './errors.ts'
import { zodFaults } from './problem.ts'

export const validate = <S extends z.ZodType, T extends keyof ValidationTargets>(target: T, schema: S) =>
  validator(target, schema, (result, c) => {
    if (result.success) return
    // Hono reads any other type as an empty object; say what is really wrong.
    const type = c.req.header('content-type')
    if (target === 'json' && !/^application\/([a-z-.]+\+)?json\b/i.test(type ?? '')) throw new AppError('unsupported-type', `Content-Type: ${type ?? '–'} → application/json`)
    throw new AppError('invalid', undefined, zodFaults(result.error.map((issue) => ({ path: issue.path?.map((p) => (typeof p === 'object' ? p.key : p)), message: issue.message }))))
  })
