/** One evaluation as the text of its answer: what may change (its state) in front, read anew; what a run found for good behind it, from memory where
 * this isolate has it. Or 404. */
import { AppError } from '../../http/errors.ts'
import { sha256Hex } from '../../lib/bytes.ts'
import { sayIn } from '../say.ts'
import { readPart } from './parts.ts'
import { requireEvaluationRow } from './requireEvaluationRow.ts'
import { keepResult, recallResult } from './resultCache.ts'
import { evaluationDetail, summaryView } from './view.ts'
import type { TenantContext } from '../../http/context.ts'

export async function serveEvaluation(ctx: TenantContext, id: string): Promise<{ json: string; etag: string }> {
  const what = `detail ${ctx.locale}`
  const known = recallResult(ctx, id, what)
  const { row, parts } = await requireEvaluationRow(ctx, id, known === undefined ? ['panel'] : [])
  const detail = known ?? ((): string => {
    const panel = readPart(parts, 'panel')
    if (panel === undefined) throw new AppError('not-found')
    return JSON.stringify(evaluationDetail(row, panel, sayIn(ctx.locale)))
  })()
  if (known === undefined) keepResult(ctx, id, what, detail)
  const head = JSON.stringify(summaryView(row))
  return { json: `${head.slice(0, -1)},${detail.slice(1)}`, etag: `"${(await sha256Hex(`${head}${ctx.locale}`)).slice(0, 32)}"` }
}
