/** Hashed files under /assets/*, whose answers are kept for ever. A missing one must not be: after a release an old page would store the lack of
 * its script. It becomes a 404 that nobody stores. */
import type { Env } from '../env.ts'

export async function serveAsset(request: Request, env: Env): Promise<Response> {
  const res = await env.ASSETS.fetch(request)
  if (res.status !== 404) return res
  await res.body?.cancel()
  return new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } })
}
