/** /pilots: the library of national pilots with their published results. */
import { Hono } from 'hono'
import { PILOT_LIBRARY } from '../../reference/pilots/library.ts'
import { describe } from '../describe.ts'
import { REFERENCE_CACHE } from './referenceCache.ts'
import { PilotLibrary } from '../../contract/public.ts'
import type { AppEnv } from '../../http/appEnv.ts'

export const pilots = new Hono<AppEnv>().get(
  '/',
  describe({
    tag: 'Reference',
    id: 'listPilots',
    summary: 'National pilots and their published results',
    ok: PilotLibrary,
    public: true,
  }),
  (c) => c.json(PILOT_LIBRARY, 200, REFERENCE_CACHE),
)
