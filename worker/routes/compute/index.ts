/** /compute/*: the engine as a service without memory. Nothing is stored and nothing needs a credential. */
import { Hono } from 'hono'
import { validate } from '../../http/validate.ts'
import { computeCoupling } from '../../engine/computeCoupling.ts'
import { describe } from '../describe.ts'
import { CouplingRequestWire, CouplingResultWire } from './coupling.schema.ts'
import type { AppEnv } from '../../http/context.ts'

const TAG = 'Compute'

export const compute = new Hono<AppEnv>()
  .post('/coupling', describe({ tag: TAG, summary: 'Coupling coordination degree of several systems', ok: CouplingResultWire, public: true, problems: [413, 422] }), validate('json', CouplingRequestWire), (c) => c.json(computeCoupling(c.req.valid('json'))))
