/** For bodies whose schema is recursive: refuses deep nesting before a parser or validator recurses into it. */
import { createMiddleware } from 'hono/factory'
import { AppError } from '../../contract/problems.ts'
import type { AppEnv } from '../appEnv.ts'

export const shallowJson = (maxDepth: number) =>
  createMiddleware<AppEnv>(async function shallowJson(c, next) {
    // Hono keeps the text, so the validator behind this reads it again for free.
    if (nesting(await c.req.text()) > maxDepth) throw new AppError('bad-request')
    await next()
  })

/** Deepest nesting of brackets outside strings. */
export function nesting(json: string): number {
  let depth = 0
  let deepest = 0
  let quoted = false
  for (let i = 0; i < json.length; i += 1) {
    const char = json.charCodeAt(i)
    if (quoted) {
      if (char === 92) i += 1
      else if (char === 34) quoted = false
    } else if (char === 34) quoted = true
    else if (char === 123 || char === 91) {
      depth += 1
      if (depth > deepest) deepest = depth
    } else if (char === 125 || char === 93) depth -= 1
  }
  return deepest
}
