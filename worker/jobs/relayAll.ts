/** Every few minutes: carry what waits in the regions' outboxes to the hub. */
import type { Env } from '../env.ts'

export async function relayAll(_env: Env): Promise<void> {}
