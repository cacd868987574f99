/** /plan-targets: what the 14th five-year plan for public services aims at for 2025. */
import { Hono } from 'hono'
import { PLAN_TARGETS } from '../../reference/plan-targets/targets2025.ts'
import { describe } from '../describe.ts'
import { REFERENCE_CACHE } from './referenceCache.ts'
import { PlanTargets } from '../../contract/public.ts'
import type { AppEnv } from '../../http/appEnv.ts'

export const planTargets = new Hono<AppEnv>().get(
  '/',
  describe({
    tag: 'Reference',
    id: 'listPlanTargets',
    summary: 'Plan targets for 2025',
    ok: PlanTargets,
    public: true,
  }),
  (c) => c.json(PLAN_TARGETS, 200, REFERENCE_CACHE),
)
