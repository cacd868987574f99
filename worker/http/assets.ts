/** Hashed files under /assets/*. The assets router answers a missing one with the start page and 200, under a header that keeps it
 * for ever: after a release an old page would store HTML as its script. Such an answer becomes a 404 that nobody stores. */
import type { Env } from '../env.ts'

export async function serveAsset(request: Request, env: Env): Promise<Response> {
  const res = await env.ASSETS.fetch(request)
  const isStartPage = (res.headers.get('content-type') ?? '').startsWith('text/html')
  if (!isStartPage) return res
  await res.body?.cancel()
  return new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } })
}
