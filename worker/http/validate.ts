/** hono-openapi's validator with our problem shape: unknown in, typed after, and a fault per path. Its default answer would echo the input. */
import { validator } from 'hono-openapi'
import type { ValidationTargets } from 'hono'
import type { z } from 'zod'
import { boundSchema } from './boundedSchema.ts'
import { AppError, type Fault } from '../contract/problems.ts'
import { schemaFault, type SchemaIssue } from './schemaFault.ts'

export const validate = <S extends z.ZodType, T extends keyof ValidationTargets>(target: T, schema: S) =>
  validator(target, boundSchema(schema), (result, c) => {
    if (result.success) return
    // Hono reads any other type as an empty object; say what is really wrong.
    const type = c.req.header('content-type')
    if (target === 'json' && !/^application\/([a-z-.]+\+)?json\b/i.test(type ?? ''))
      throw new AppError('unsupported-type', `Content-Type: ${type ?? '–'} → application/json`)
    throw new AppError('invalid', undefined, result.error.map(asFault))
  })

/** Guarantee: the schemas are Zod's, whose issues carry more than the standard's path and message. */
function asFault(issue: {
  readonly message: string
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined
}): Fault {
  const facts = issue as SchemaIssue
  return {
    path: jsonPath(issue.path ?? []),
    ...(facts.code === undefined ? {} : { code: facts.code.replaceAll('_', '-') }),
    message: schemaFault(facts),
  }
}

/** `areas[3].code` */
function jsonPath(path: readonly (PropertyKey | { readonly key: PropertyKey })[]): string {
  let out = ''
  for (const step of path) {
    const key = typeof step === 'object' ? step.key : step
    out += typeof key === 'number' ? `[${key}]` : out === '' ? String(key) : `.${String(key)}`
  }
  return out
}
