/** The refusal of an upload for which a city has no room: names what has waited longest and how to make room. */
import { readBatch } from '../../../db/readBatch.ts'
import { readOldestStaged } from '../../../db/region/queries/imports.ts'
import { AppError } from '../../contract/problems.ts'
import { STAGED_LIMITS } from '../../contract/importLimits.ts'
import { sayIn } from '../../lib/say.ts'
import type { TenantContext } from '../../context.ts'

const NAMED = 5

export async function refuseStaging(ctx: TenantContext): Promise<never> {
  const say = sayIn(ctx.locale)
  const [oldest] = await readBatch(ctx.region, [readOldestStaged(ctx.tenantId, NAMED)])
  const megabytes = STAGED_LIMITS.sizeBytes / 1024 / 1024
  throw new AppError(
    'limit-reached',
    say(
      `检查后尚未写入的导入最多 ${STAGED_LIMITS.count} 次、共 ${megabytes} MB，这次上传放不下，没有保存。请先写入或放弃下列较早的导入，再重新上传；${STAGED_LIMITS.days} 天内没有写入的会自动放弃。`,
      `At most ${STAGED_LIMITS.count} imports, ${megabytes} MB together, may wait to be written; this upload does not fit and was not kept. Write or discard those listed, which have waited longest, and upload again; what is not written within ${STAGED_LIMITS.days} days is discarded by itself.`,
    ),
    oldest.map(({ id, fileName, createdAt }) => ({
      path: `imports/${id}`,
      code: 'staged',
      message: say(
        `${fileName === '' ? '未命名文件' : fileName}，上传于 ${new Date(createdAt).toISOString().slice(0, 10)}`,
        `${fileName === '' ? 'unnamed file' : fileName}, uploaded ${new Date(createdAt).toISOString().slice(0, 10)}`,
      ),
    })),
  )
}
