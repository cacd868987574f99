/** /comparison: published values of several cities, from the hub alone. */
import { Hono } from 'hono'
import { validate } from '../../http/validate.ts'
import { compare } from '../../services/comparison/compare.ts'
import { describe } from '../describe.ts'
import { CompareQuery, Comparison } from './schema.ts'
import type { AppEnv } from '../../http/context.ts'

export const comparison = new Hono<AppEnv>().get('/', describe({ tag: 'Public', summary: 'Published values of several cities side by side', description: 'City-level values only, with notes on what limits reading them together.', ok: Comparison, public: true, problems: [404, 422] }), validate('query', CompareQuery), async (c) =>
  c.json(await compare(c.get('service'), c.req.valid('query').publications), 200, { 'cache-control': 'public, max-age=60', vary: 'accept-language' }))
