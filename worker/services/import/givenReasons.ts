/** The reasons that come with a commit, one for each problem that needs one; without them the commit is refused, naming the cells. */
import { AppError, type Fault } from '../../contract/problems.ts'
import { actorLabel, type TenantContext } from '../../context.ts'
import { sentence } from '../../words/sentence.ts'
import type { CommitImport, ImportReason, ImportRecord } from '../../contract/imports.ts'

export function givenReasons(
  ctx: TenantContext,
  record: ImportRecord,
  given: CommitImport,
): Readonly<Record<string, ImportReason>> {
  const needed = record.problems.filter((p) => p.severity === 'reason')
  const known = new Set(needed.map((p) => p.id))
  const faults: Fault[] = Object.keys(given.reasons)
    .filter((id) => !known.has(id))
    .map((id) => ({
      path: `reasons.${id}`,
      code: 'unknown-problem',
      message: sentence('imports.unknown-problem', { id }),
    }))
  const reasons: Record<string, ImportReason> = {}
  const about = {
    by: actorLabel(ctx.actor),
    byName: ctx.actor.kind === 'user' ? ctx.actor.name : actorLabel(ctx.actor),
    at: ctx.now(),
  }
  for (const problem of needed) {
    const text = given.reasons[problem.id] ?? given.reason
    if (text === undefined)
      faults.push({ path: `reasons.${problem.id}`, code: 'reason-required', message: problem.message })
    else reasons[problem.id] = { text, ...about }
  }
  if (faults.length > 0) throw new AppError('invalid', sentence('imports.reasons-required'), faults)
  return reasons
}
