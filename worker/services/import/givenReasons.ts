/** The reasons that come with a commit, one for each problem that needs one; without them the commit is refused, naming the cells. */
import { AppError, type Fault } from '../../contract/problems.ts'
import { actorLabel, type TenantContext } from '../../context.ts'
import { sayIn } from '../../lib/say.ts'
import type { CommitImport, ImportReason, ImportRecord } from '../../contract/imports.ts'

export function givenReasons(
  ctx: TenantContext,
  record: ImportRecord,
  given: CommitImport,
): Readonly<Record<string, ImportReason>> {
  const say = sayIn(ctx.locale)
  const needed = record.problems.filter((p) => p.severity === 'reason')
  const known = new Set(needed.map((p) => p.id))
  const faults: Fault[] = Object.keys(given.reasons)
    .filter((id) => !known.has(id))
    .map((id) => ({
      path: `reasons.${id}`,
      code: 'unknown-problem',
      message: say(
        `这次导入没有需要说明原因的问题“${id}”。请按导入记录中的问题编号填写；尚未写入。`,
        `This import has no problem “${id}” that needs a reason. Use the ids of its record; nothing was written.`,
      ),
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
  if (faults.length > 0)
    throw new AppError(
      'invalid',
      say(
        '有的值不在通常范围内，写入前请逐项或统一说明原因（reasons 或 reason）。尚未写入。',
        'Some values lie outside their usual range. Say why they are right before writing, for each (reasons) or for all (reason). Nothing was written.',
      ),
      faults,
    )
  return reasons
}
