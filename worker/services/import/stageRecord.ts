/** Stores a checked file: its record, its staged changes and the audit row in one batch. A file with an error keeps its record and its
 * problems, and nothing else. Files of values and files of areas differ only in what the checked changes are. */
import { commitRegion, ConflictError } from '../../../db/commit.ts'
import { guardStaged, stageImport } from '../../../db/region/queries/imports.ts'
import { actorLabel, type TenantContext } from '../../context.ts'
import { sha256Hex } from '../../lib/bytes.ts'
import { newId } from '../../lib/id.ts'
import { auditRow } from '../auditRow.ts'
import { STAGED_LIMITS } from '../../contract/importLimits.ts'
import { refuseStaging } from './refuseStaging.ts'
import { requireImport } from './requireImport.ts'
import type { ProblemList } from './problemList.ts'
import type { StoredSummary } from './view.ts'
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

export async function stageRecord(
  ctx: TenantContext,
  file: UploadedFile,
  checked: CheckedUpload,
): Promise<ImportRecord> {
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
  try {
    await commitRegion(
      ctx.region,
      ctx.tenantId,
      [
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
        ...(state === 'ready' ? [guardStaged(ctx.tenantId, STAGED_LIMITS)] : []),
      ],
      auditRow(ctx, 'import.upload', id, {
        kind,
        state,
        rows: counts.rowCount,
        values: counts.valueCount,
        problems: problems.errorCount,
        fileDigest,
      }),
    )
  } catch (error) {
    if (error instanceof ConflictError) await refuseStaging(ctx)
    throw error
  }
  return requireImport(ctx, id)
}
