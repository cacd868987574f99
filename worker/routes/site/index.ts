/** What the assets do not have: robots.txt, the site map, and for every other address the start page, with 200 where the web has a page and with
 * 404 where it has none (the page itself then says so). */
import { Hono } from 'hono'
import { openHub } from '../../env.ts'
import { listAddresses } from '../../../db/hub/queries/publications.ts'
import { isPage, PUBLIC_PAGES } from './pages.ts'
import type { Env } from '../../env.ts'

/** More than a site map may hold is left to the list of results itself. */
const MOST_ADDRESSES = 49_000
const CACHE = 'public, max-age=3600'

export const site = new Hono<{ Bindings: Env }>()
  .get('/robots.txt', (c) =>
    c.text(
      `User-agent: *\nDisallow: /api/v1/\nDisallow: /c/\nDisallow: /g/\nDisallow: /a$\nDisallow: /o$\nDisallow: /sign-in\n\nSitemap: ${originOf(c.req.url)}/sitemap.xml\n`,
      200,
      { 'cache-control': CACHE },
    ),
  )
  .get('/sitemap.xml', async (c) => {
    const origin = originOf(c.req.url)
    const published = await listAddresses(openHub(c.env), MOST_ADDRESSES)
    const urls = [
      ...PUBLIC_PAGES.map((page) => `<url><loc>${origin}${page}</loc></url>`),
      ...published.map(
        ({ id, publishedAt }) =>
          `<url><loc>${origin}/results/${encodeURIComponent(id)}</loc><lastmod>${new Date(publishedAt).toISOString()}</lastmod></url>`,
      ),
    ]
    return c.body(
      `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`,
      200,
      { 'cache-control': CACHE, 'content-type': 'application/xml; charset=utf-8' },
    )
  })
  .get('*', (c) => startPage(c.req.raw, c.env))
  .all('*', (c) => c.text('405\n', 405, { allow: 'GET, HEAD' }))
site.onError((error, c) => {
  // oxlint-disable-next-line no-console -- the structured log of a failure nobody expected
  console.error(JSON.stringify({ level: 'error', path: c.req.path, error: error.stack ?? error.message }))
  return c.text('503\n', 503, { 'cache-control': 'no-store' })
})

async function startPage(request: Request, env: Env): Promise<Response> {
  const url = new URL(request.url)
  if (isPage(url.pathname)) return env.ASSETS.fetch(new Request(new URL('/', url), request))
  // Without the sender's conditions: there is nothing here that could be unchanged.
  const page = await env.ASSETS.fetch(new Request(new URL('/', url), { method: request.method }))
  const headers = new Headers(page.headers)
  for (const name of ['etag', 'last-modified']) headers.delete(name)
  headers.set('cache-control', 'no-store')
  return new Response(page.body, { status: 404, headers })
}

const originOf = (url: string): string => new URL(url).origin
