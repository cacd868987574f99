/** Upload → checked and staged, in four round trips whatever the size: what may be named; what is stored now and was a year before; record,
 * values and audit row in one batch; the record read back. A file with an error keeps its record and its problems, and nothing else. */
import { commitRegion, ConflictError } from '../../../db/commit.ts'
import { readBatch } from '../../../db/readBatch.ts'
import { readAreas } from '../../../db/region/queries/areas.ts'
import { guardStaged, readStaged, stageImport } from '../../../db/region/queries/imports.ts'
import { readIndicators } from '../../../db/region/queries/indicators.ts'
import { readPairValues } from '../../../db/region/queries/observations.ts'
import { actorLabel, type TenantContext } from '../../http/context.ts'
import { sha256Hex } from '../../lib/bytes.ts'
import { newId } from '../../lib/id.ts'
import { IMPORT_LIMITS, type ImportRecord } from '../../routes/imports/schema.ts'
import { STAGED_LIMITS } from '../../routes/imports/limits.ts'
import { auditRow } from '../auditRow.ts'
import { refuseForeignFile } from '../file/refuseForeignFile.ts'
import { compareStored, comparedPairs, type Differences } from './compareStored.ts'
import { checkFile, type CheckedFile, type Progress } from './checkFile.ts'
import { importDictionary, type ImportDictionary } from './dictionary.ts'
import { requireImport } from './requireImport.ts'
import { refuseStaging } from './refuseStaging.ts'
import { stagedChunks } from './stagedChunks.ts'
import type { StoredSummary } from './view.ts'

export interface UploadedFile {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly fileName: string
  readonly period: string | null
}

export async function createImport(
  ctx: TenantContext,
  file: UploadedFile,
  onProgress: Progress,
): Promise<ImportRecord> {
  refuseForeignFile(file.bytes, IMPORT_LIMITS.sizeBytes, ctx.locale)
  const [areas, indicators, [staged]] = await readBatch(ctx.region, [
    readAreas(ctx.tenantId),
    readIndicators(ctx.tenantId),
    readStaged(ctx.tenantId),
  ])
  if ((staged?.count ?? 0) >= STAGED_LIMITS.count) await refuseStaging(ctx)
  const dictionary = importDictionary(areas, indicators)
  const checked = await checkFile(file.bytes, file.period, dictionary, onProgress)
  const differences = await compare(ctx, checked, dictionary)

  const chunks = checked.cells === null ? [] : stagedChunks(checked.cells, dictionary)
  await onProgress('staging', 0, chunks.length)
  const createdAt = ctx.now()
  const id = newId('imp', createdAt)
  const state = checked.cells === null ? 'rejected' : 'ready'
  const fileDigest = `sha256:${await sha256Hex(file.bytes)}`
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
            fileName: file.fileName,
            fileDigest,
            sizeBytes: file.bytes.length,
            encoding: checked.encoding,
            layout: checked.layout,
            state,
            rowCount: checked.rowCount,
            valueCount: checked.cells?.count ?? 0,
            missingCount: checked.missingCount,
            changedCount: differences.changed,
            problemCount: checked.problems.errorCount,
            summary: summaryOf(ctx, checked, dictionary, differences),
            createdBy: actorLabel(ctx.actor),
            createdAt,
            committedAt: null,
          },
          chunks,
        ),
        ...(state === 'ready' ? [guardStaged(ctx.tenantId, STAGED_LIMITS)] : []),
      ],
      auditRow(ctx, 'import.upload', id, {
        state,
        rows: checked.rowCount,
        values: checked.cells?.count ?? 0,
        problems: checked.problems.errorCount,
        fileDigest,
      }),
    )
  } catch (error) {
    if (error instanceof ConflictError) await refuseStaging(ctx)
    throw error
  }
  await onProgress('staging', chunks.length, chunks.length)
  return requireImport(ctx, id)
}

async function compare(
  ctx: TenantContext,
  { cells, names, problems }: CheckedFile,
  dictionary: ImportDictionary,
): Promise<Differences> {
  if (cells === null) return { changed: 0, new: 0 }
  const groups = await readBatch(ctx.region, readPairValues(ctx.tenantId, comparedPairs(cells, dictionary)))
  return compareStored(
    cells,
    names,
    dictionary,
    new Map(groups.flat().map((g) => [`${g.period} ${g.indicator}`, g.body])),
    problems,
  )
}

function summaryOf(
  ctx: TenantContext,
  checked: CheckedFile,
  dictionary: ImportDictionary,
  differences: Differences,
): StoredSummary {
  const { cells, problems } = checked
  const values = new Map<number, number>()
  const seen = new Set<number>()
  for (let at = 0; at < (cells?.count ?? 0); at++) {
    const i = cells?.indicatorOf(at) ?? 0
    values.set(i, (values.get(i) ?? 0) + 1)
    seen.add(cells?.areaOf(at) ?? 0)
  }
  return {
    periods: [...(cells?.periods ?? [])],
    areaCount: seen.size,
    newCount: differences.new,
    warningCount: problems.warningCount,
    problemRowCount: problems.errorRowCount,
    createdByName: ctx.actor.kind === 'user' ? ctx.actor.name : actorLabel(ctx.actor),
    sample: checked.sample,
    sampleRows: checked.sampleRows,
    problems: problems.listed(),
    groups: problems.groups(),
    indicators: [...values].map(([i, n]) => ({
      code: dictionary.indicators[i]?.code ?? '',
      name: dictionary.indicators[i]?.name ?? '',
      values: n,
    })),
    units: [...values.keys()].map((i) => [dictionary.indicators[i]?.code ?? '', dictionary.indicators[i]?.unit ?? '']),
  }
}
