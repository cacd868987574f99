/** The inputs an evaluation's digest covers, as they were. */
import { AppError } from '../../contract/problems.ts'
import { readPart } from './parts.ts'
import { requireEvaluationRow } from './requireEvaluationRow.ts'
import type { TenantContext } from '../../context.ts'
import type { EvaluationInputs } from '../../contract/evaluations.ts'

export async function requireInputs(ctx: TenantContext, id: string): Promise<EvaluationInputs> {
  const { row, parts } = await requireEvaluationRow(ctx, id, ['inputs', 'data:*'])
  const inputs = readPart(parts, 'inputs')
  if (inputs === undefined) throw new AppError('not-found')
  const { areas, framework, options, engineVersion } = inputs
  const periods = (JSON.parse(row.periods) as string[]).flatMap((p) => readPart(parts, `data:${p}`) ?? [])
  return { snapshot: { areas: [...areas], periods }, framework, options, engineVersion, inputDigest: row.inputDigest }
}
