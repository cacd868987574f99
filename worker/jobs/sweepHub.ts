/** Forgets kept answers that are over a day old; their keys may be used anew. */
import { commitBookkeeping } from '../../db/commit.ts'
import { sweepKept } from '../../db/hub/queries/idempotency.ts'
import { KEPT_FOR_MS } from '../http/middleware/idempotency.ts'
import { openHub, type Env } from '../env.ts'

export async function sweepHub(env: Env, nowMs: number): Promise<void> {
  const hub = openHub(env)
  await commitBookkeeping(hub, [sweepKept(hub, nowMs - KEPT_FOR_MS)])
}
