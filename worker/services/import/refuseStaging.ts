/** The refusal of an upload for which a city has no room: names what has waited longest and how to make room. */
import { readBatch } from '../../../db/readBatch.ts'
import { readOldestStaged } from '../../../db/region/queries/imports.ts'
import { AppError } from '../../contract/problems.ts'
import { STAGED_LIMITS } from '../../contract/importLimits.ts'
import { sentence } from '../../words/sentence.ts'
import type { TenantContext } from '../../context.ts'

const NAMED = 5

export async function refuseStaging(ctx: TenantContext): Promise<never> {
  const [oldest] = await readBatch(ctx.region, [readOldestStaged(ctx.tenantId, NAMED)])
  throw new AppError(
    'limit-reached',
    sentence('imports.no-room', {
      count: STAGED_LIMITS.count,
      megabytes: STAGED_LIMITS.sizeBytes / 1024 / 1024,
      days: STAGED_LIMITS.days,
    }),
    oldest.map(({ id, fileName, createdAt }) => ({
      path: `imports/${id}`,
      code: 'staged',
      message: sentence('imports.staged', { fileName, date: new Date(createdAt).toISOString().slice(0, 10) }),
    })),
  )
}
