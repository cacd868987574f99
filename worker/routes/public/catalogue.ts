/** /catalogue: the national standard's editions and what changed between them. Reference data of this build, the same for everybody. */
import { Hono } from 'hono'
import { z } from 'zod'
import { CATALOGUE_2021, CATALOGUE_2023, CATALOGUE_DIFF } from '../../reference/catalogue/catalogue.ts'
import { validate } from '../../http/validate.ts'
import { describe } from '../describe.ts'
import { REFERENCE_CACHE } from './referenceCache.ts'
import { Catalogue, CatalogueDiff } from '../../contract/public.ts'
import type { AppEnv } from '../../http/appEnv.ts'

const CatalogueQuery = z.object({ edition: z.enum(['2021', '2023']).default('2023') })

export const catalogue = new Hono<AppEnv>()
  .get(
    '/',
    describe({
      tag: 'Reference',
      id: 'getCatalogue',
      summary: 'National basic public service standard',
      ok: Catalogue,
      public: true,
    }),
    validate('query', CatalogueQuery),
    (c) => c.json(c.req.valid('query').edition === '2021' ? CATALOGUE_2021 : CATALOGUE_2023, 200, REFERENCE_CACHE),
  )
  .get(
    '/diff',
    describe({
      tag: 'Reference',
      id: 'diffCatalogue',
      summary: 'What the 2023 edition changed',
      ok: CatalogueDiff,
      public: true,
    }),
    (c) => c.json(CATALOGUE_DIFF, 200, REFERENCE_CACHE),
  )
