/** What stores a checked file: its record and its staged changes. A file with an error keeps its record and its
 * problems, and nothing else. Files of values and files of areas differ only in what the checked changes are. */
import { actorLabel, type TenantContext } from '../../context.ts'
import { sha256Hex } from '../../lib/bytes.ts'
import { newId } from '../../lib/id.ts'
import { STAGED_LIMITS } from '../../contract/importLimits.ts'
import { guardStaged, stageImport } from '../../../db/region/queries/imports.ts'
import { refuseStaging } from '../../services/import/refuseStaging.ts'
import { requireImport } from '../../services/import/requireImport.ts'
import type { ProblemList } from '../../services/import/problemList.ts'
import type { StoredSummary } from '../../services/import/view.ts'
import type { Plan } from '../act.types.ts'
import type { ImportRecord } from '../../contract/imports.ts'

export interface UploadedFile {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly fileName: string
}
export interface CheckedUpload {
  readonly kind: ImportRecord['kind']
  readonly encoding: ImportRecord['encoding']
  readonly layout: ImportRecord['layout']
  readonly rowCount: number
  readonly valueCount: number
  readonly missingCount: number
  readonly changedCount: number
  readonly problems: ProblemList
  /** Null when the file has errors. */
  readonly chunks: readonly string[] | null
  readonly summary: Omit<
    StoredSummary,
    'createdByName' | 'problems' | 'faultCount' | 'reasonCount' | 'warningCount' | 'problemRowCount'
  >
}

export async function stagingPlan(
  ctx: TenantContext,
  file: UploadedFile,
  checked: CheckedUpload,
): Promise<Plan<ImportRecord>> {
  const createdAt = ctx.now()
  const id = newId('imp', createdAt)
  const { kind, problems, chunks, summary, ...counts } = checked
  const state = chunks === null ? 'rejected' : 'ready'
  const fileDigest = `sha256:${await sha256Hex(file.bytes)}`
  const stored: StoredSummary = {
    ...summary,
    faultCount: problems.faultCount,
    reasonCount: problems.countOf('reason'),
    warningCount: problems.countOf('warning'),
    problemRowCount: problems.errorRowCount,
    createdByName: ctx.actor.kind === 'user' ? ctx.actor.name : actorLabel(ctx.actor),
    problems: problems.listed(),
  }
  return {
    target: id,
    statements: [
      ...stageImport(
        ctx.region,
        ctx.tenantId,
        {
          tenantId: ctx.tenantId,
          id,
          kind,
          fileName: file.fileName,
          fileDigest,
          sizeBytes: file.bytes.length,
          state,
          ...counts,
          problemCount: problems.errorCount,
          summary: stored,
          createdBy: actorLabel(ctx.actor),
          createdAt,
          committedAt: null,
        },
        chunks ?? [],
      ),
    ],
    detail: {
      kind,
      state,
      rows: counts.rowCount,
      values: counts.valueCount,
      problems: problems.errorCount,
      fileDigest,
    },
    ...(state === 'ready'
      ? { quota: { guard: guardStaged(ctx.tenantId, STAGED_LIMITS), refuse: () => refuseStaging(ctx) } }
      : {}),
    result: () => requireImport(ctx, id),
  }
}
