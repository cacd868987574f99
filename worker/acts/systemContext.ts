/** The surroundings of an act that no request asked for: a job's, or the seed's. */
import type { HubDb } from '../../db/client.ts'
import { LOCALES } from '../contract/names.ts'
import type { SystemName } from '../authority/actor.types.ts'
import type { ActContext } from '../context.ts'

export const systemContext = (name: SystemName, hub: HubDb, nowMs: number): ActContext => ({
  requestId: name === 'seed' ? 'seed' : '',
  locale: LOCALES[0],
  now: () => nowMs,
  hub,
  actor: { kind: 'system', name },
  defer: () => {
    throw new Error(`nothing runs after an act of ${name}: it has no answer`)
  },
})
