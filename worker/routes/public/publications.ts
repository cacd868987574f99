/** /publications: published results, for anybody, part by part. Parts never change and are served as they were packed. */
import { Hono } from 'hono'
import { accepts } from 'hono/accepts'
import { BundleWire, ProofQuery, ProofWire, PublicInputs } from '../../contract/record.ts'
import { isKnownTag } from '../../http/ifNoneMatch.ts'
import { limitRate } from '../../http/rateLimit.ts'
import { validate } from '../../http/validate.ts'
import { listPublications } from '../../services/publication/listPublications.ts'
import { publicationBundle, publicationProof } from '../../services/publication/publicationRecord.ts'
import { publicationChanges } from '../../services/publication/publicationChanges.ts'
import { publicationCsv, type TableKind } from '../../services/publication/publicationCsv.ts'
import type { ServedPublication } from '../../services/publication/publicationCache.ts'
import { servePublication } from '../../services/publication/servePublication.ts'
import { unzip } from '../../services/publication/zip.ts'
import { describe } from '../describe.ts'
import { RELEASED_CACHE } from './releasedCache.ts'
import { Publication, PublishedNodes, PublishedPeriod } from '../../contract/publication.ts'
import { PublicationChanges } from '../../contract/releases.ts'
import { ListPublicationsQuery, PublicationPage } from '../../contract/public.ts'
import type { AppEnv } from '../../http/appEnv.ts'
import type { Context } from 'hono'

const CSV = 'text/csv'
/** A period is hashed anew for each proof, and charged to the caller's computing allowance. */
const PROOF_MS_PER_LEAF = 0.02
/** A bundle is unpacked, put together and packed where none is at hand: 0.08 ms a stored kilobyte, measured, and some room. Comparing two takes 0.06. */
const BUNDLE_MS_PER_BYTE = 0.0001
const SDMX = 'application/vnd.sdmx.data+csv'

export const publications = new Hono<AppEnv>()
  .get(
    '/',
    describe({
      tag: 'Public',
      id: 'listPublications',
      summary: 'Published results, newest first',
      ok: PublicationPage,
      public: true,
    }),
    validate('query', ListPublicationsQuery),
    async (c) =>
      c.json(await listPublications(c.get('service'), c.req.valid('query')), 200, {
        'cache-control': RELEASED_CACHE,
      }),
  )
  .get(
    '/:id',
    describe({
      tag: 'Public',
      id: 'getPublication',
      etag: true,
      summary: 'The head of a publication: headline, upper nodes, ranking, what is kept back',
      description: `Small. Accept ${CSV} or ${SDMX} for the whole as a table.`,
      ok: Publication,
      also: [CSV, SDMX],
      problems: [410],
      public: true,
    }),
    (c) => {
      const type = accepts(c, {
        header: 'Accept',
        supports: ['application/json', CSV, SDMX],
        default: 'application/json',
      })
      if (type === CSV) return table(c, 'csv', true)
      return type === SDMX ? table(c, 'sdmx', true) : part(c, 'head', true)
    },
  )
  .get(
    '/:id/nodes',
    describe({
      tag: 'Public',
      id: 'getPublicationNodes',
      etag: true,
      summary: 'Every node of a publication, with its series',
      ok: PublishedNodes,
      problems: [410],
      public: true,
    }),
    (c) => part(c, 'nodes'),
  )
  .get(
    '/:id/periods/:period',
    describe({
      tag: 'Public',
      id: 'getPublicationPeriod',
      etag: true,
      summary: 'One period of a publication, as public as it is',
      ok: PublishedPeriod,
      problems: [410],
      public: true,
    }),
    (c) => part(c, `period:${c.req.param('period')}`),
  )
  .get(
    '/:id/inputs',
    describe({
      tag: 'Public',
      id: 'getPublicationInputs',
      etag: true,
      summary: 'What a publication was computed from, where all raw values are public',
      description:
        'Snapshot, framework, options and engine version with both digests: enough to compute it again. 404 while any value is withheld.',
      ok: PublicInputs,
      problems: [410],
      public: true,
    }),
    (c) => part(c, 'inputs'),
  )
  .get(
    '/:id/bundle',
    describe({
      tag: 'Public',
      id: 'getPublicationBundle',
      etag: true,
      summary: 'Everything public of a publication in one file that verifies alone',
      description:
        'Canonical JSON (RFC 8785): head with its seal, nodes, periods, and the inputs where all raw values are public. `npm run verify -- <file>`, /verify.mjs or the page /verify recompute it.',
      ok: BundleWire,
      problems: [410, 429],
      public: true,
    }),
    async (c) =>
      packed(
        c,
        await publicationBundle(c.get('service'), c.req.param('id'), (sizeBytes) =>
          limitRate(c, 'compute', Math.ceil(sizeBytes * BUNDLE_MS_PER_BYTE)),
        ),
      ),
  )
  .get(
    '/:id/proof',
    describe({
      tag: 'Public',
      id: 'getPublicationProof',
      etag: true,
      summary: 'That one printed number stands in a publication, as a short path of hashes',
      description:
        'RFC 9162 hashing: the leaf leads to the root of its period, that to the root in the seal of the head. 404 where the publication is not sealed or prints no such number.',
      ok: ProofWire,
      problems: [410, 429],
      public: true,
    }),
    validate('query', ProofQuery),
    async (c) =>
      packed(
        c,
        await publicationProof(c.get('service'), c.req.param('id'), c.req.valid('query'), (leaves) =>
          limitRate(c, 'compute', Math.ceil(leaves * PROOF_MS_PER_LEAF)),
        ),
      ),
  )
  .get(
    '/:id/changes',
    describe({
      tag: 'Public',
      id: 'getPublicationChanges',
      etag: true,
      summary: 'What a correction changed, number by number',
      description:
        'Worked out from what is public of both. 404 where the publication corrects none; 410 where the corrected one was withdrawn.',
      ok: PublicationChanges,
      problems: [410, 429],
      public: true,
    }),
    async (c) =>
      packed(
        c,
        await publicationChanges(c.get('service'), c.req.param('id'), (sizeBytes) =>
          limitRate(c, 'compute', Math.ceil(sizeBytes * BUNDLE_MS_PER_BYTE)),
        ),
      ),
  )
  .get(
    '/:id/results.csv',
    describe({
      tag: 'Public',
      id: 'getPublicationCsv',
      etag: true,
      summary: 'A publication as CSV',
      also: [CSV],
      problems: [410],
      public: true,
    }),
    (c) => table(c, 'csv'),
  )
  .get(
    '/:id/results.sdmx.csv',
    describe({
      tag: 'Public',
      id: 'getPublicationSdmx',
      etag: true,
      summary: 'A publication as SDMX-CSV',
      also: [SDMX],
      problems: [410],
      public: true,
    }),
    (c) => table(c, 'sdmx'),
  )

async function part(c: Context<AppEnv>, name: string, negotiated = false): Promise<Response> {
  const served = await servePublication(c.get('service'), c.req.param('id') ?? '', name)
  return packed(c, served, negotiated ? { vary: 'accept-encoding, accept' } : {})
}

/** Gzip bytes as they are; unpacked only for a reader that takes no gzip. */
async function packed(
  c: Context<AppEnv>,
  { body, etag }: ServedPublication,
  more: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const headers = { etag, 'cache-control': RELEASED_CACHE, vary: 'accept-encoding', ...more }
  if (isKnownTag(c.req.header('if-none-match'), etag)) return c.body(null, 304, headers)
  const typed = { ...headers, 'content-type': 'application/json' }
  if (!takesGzip(c.req.header('accept-encoding'))) return new Response(await unzip(body), { headers: typed })
  return new Response(body, {
    encodeBody: 'manual',
    headers: { ...typed, 'content-encoding': 'gzip', 'content-length': String(body.byteLength) },
  })
}

async function table(c: Context<AppEnv>, kind: TableKind, negotiated = false): Promise<Response> {
  const id = c.req.param('id') ?? ''
  const { body, etag } = await publicationCsv(c.get('service'), id, kind)
  const headers = { etag, 'cache-control': RELEASED_CACHE, ...(negotiated ? { vary: 'accept' } : {}) }
  if (isKnownTag(c.req.header('if-none-match'), etag)) return c.body(null, 304, headers)
  return new Response(body, {
    headers: {
      ...headers,
      'content-type': kind === 'csv' ? `${CSV}; charset=utf-8` : `${SDMX}; version=2.0.0; charset=utf-8`,
      'content-disposition': `attachment; filename="${fileName(c)}.${kind === 'csv' ? 'csv' : 'sdmx.csv'}"`,
    },
  })
}

const fileName = (c: Context<AppEnv>): string => (c.req.param('id') ?? '').replaceAll(/[^\w-]/g, '')

/** `gzip` or `*` with a weight above 0. */
function takesGzip(header: string | undefined): boolean {
  const offers = (header ?? '').split(',').map((offer) => {
    const [name = '', ...rest] = offer.trim().toLowerCase().split(';')
    const q = rest.map((r) => /^\s*q=([\d.]+)/.exec(r)?.[1]).find((v) => v !== undefined)
    return { name: name.trim(), q: q === undefined ? 1 : Number(q) }
  })
  const named = offers.find((o) => o.name === 'gzip') ?? offers.find((o) => o.name === '*')
  return named !== undefined && named.q > 0
}
