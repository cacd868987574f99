/** One evaluation as the bytes of its answer: what may change (its state) in front, read anew; what a run found for good behind it, from memory where
 * this isolate has it. Or 404. */
import { findEvaluationState } from '../../../db/region/queries/evaluations.ts'
import { AppError } from '../../contract/problems.ts'
import { sha256Hex, utf8 } from '../../lib/bytes.ts'
import { requireEvaluation } from './requireEvaluation.ts'
import { putResult, getResult } from './resultCache.ts'
import { stateView } from './view.ts'
import type { TenantContext } from '../../context.ts'

export async function serveEvaluation(
  ctx: TenantContext,
  id: string,
): Promise<{ body: Uint8Array<ArrayBuffer>; etag: string }> {
  // The 2 tells these bytes from those of releases that said `touched`: the ETag is made from it.
  const what = `evaluation 2 ${ctx.locale}`
  const known = getResult(ctx, id, what)
  if (known !== undefined) {
    const row = await findEvaluationState(ctx.region, ctx.tenantId, id)
    if (row === undefined) throw new AppError('not-found')
    return answer(JSON.stringify(stateView(row)), known, `${row.resultDigest} ${what}`)
  }
  const { evaluation, row } = await requireEvaluation(ctx, id)
  const { state: _state, publishedAt: _publishedAt, publicationId: _publicationId, ...lasting } = evaluation
  const rest = utf8(`,${JSON.stringify(lasting).slice(1)}`)
  putResult(ctx, id, what, rest)
  return answer(JSON.stringify(stateView(row)), rest, `${row.resultDigest} ${what}`)
}

async function answer(
  state: string,
  rest: Uint8Array,
  name: string,
): Promise<{ body: Uint8Array<ArrayBuffer>; etag: string }> {
  const head = utf8(state.slice(0, -1))
  const body = new Uint8Array(head.byteLength + rest.byteLength)
  body.set(head)
  body.set(rest, head.byteLength)
  return { body, etag: `"${(await sha256Hex(`${state} ${name}`)).slice(0, 32)}"` }
}
