/** Upload → checked and staged. Three round trips whatever the size: what may be named, what was a year before, then record, values
 * and audit row in one batch. A file with an error keeps its record and its problems, and nothing else. */
import { commitRegion } from '../../../db/commit.ts'
import { readBatch } from '../../../db/readBatch.ts'
import { readAreas } from '../../../db/region/queries/areas.ts'
import { stageImport } from '../../../db/region/queries/imports.ts'
import { readIndicators } from '../../../db/region/queries/indicators.ts'
import { readPairValues } from '../../../db/region/queries/observations.ts'
import { actorLabel, type TenantContext } from '../../http/context.ts'
import { sha256Hex } from '../../lib/bytes.ts'
import { newId } from '../../lib/id.ts'
import { IMPORT_LIMITS, type ImportRecord } from '../../routes/imports/schema.ts'
import { auditRow } from '../auditRow.ts'
import { refuseForeignFile } from '../file/refuseForeignFile.ts'
import { checkFile, type CheckedFile, type Progress } from './checkFile.ts'
import { importDictionary, type ImportDictionary } from './dictionary.ts'
import { requireImport } from './requireImport.ts'
import { stagedChunks } from './stagedChunks.ts'
import { comparedPairs, warnOfChanges } from './warnOfChanges.ts'
import type { StoredSummary } from './view.ts'

export interface UploadedFile { readonly bytes: Uint8Array<ArrayBuffer>; readonly fileName: string; readonly period: string | null }

export async function createImport(ctx: TenantContext, file: UploadedFile, onProgress: Progress): Promise<ImportRecord> {
  refuseForeignFile(file.bytes, IMPORT_LIMITS.sizeBytes, ctx.locale)
  const [areas, indicators] = await readBatch(ctx.region, [readAreas(ctx.tenantId), readIndicators(ctx.tenantId)])
  const dictionary = importDictionary(areas, indicators)
  const checked = await checkFile(file.bytes, file.period, dictionary, onProgress)
  await warn(ctx, checked, dictionary)

  const chunks = checked.cells === null ? [] : stagedChunks(checked.cells, dictionary)
  await onProgress('staging', 0, chunks.length)
  const createdAt = ctx.now()
  const id = newId('imp', createdAt)
  const state = checked.cells === null ? 'rejected' : 'ready'
  const fileDigest = `sha256:${await sha256Hex(file.bytes)}`
  await commitRegion(ctx.region, ctx.tenantId, stageImport(ctx.region, ctx.tenantId, {
    tenantId: ctx.tenantId, id, fileName: file.fileName, fileDigest, sizeBytes: file.bytes.length, encoding: checked.encoding, layout: checked.layout, state,
    rowCount: checked.rowCount, valueCount: checked.cells?.count ?? 0, missingCount: checked.missingCount, changedCount: 0, problemCount: checked.problems.errorCount,
    summary: summaryOf(ctx, checked, dictionary), createdBy: actorLabel(ctx.actor), createdAt, committedAt: null,
  }, chunks), auditRow(ctx, 'import.upload', id, { state, rows: checked.rowCount, values: checked.cells?.count ?? 0, problems: checked.problems.errorCount, fileDigest }))
  await onProgress('staging', chunks.length, chunks.length)
  return requireImport(ctx, id)
}

async function warn(ctx: TenantContext, { cells, names, problems }: CheckedFile, dictionary: ImportDictionary): Promise<void> {
  if (cells === null) return
  const groups = await readBatch(ctx.region, readPairValues(ctx.tenantId, comparedPairs(cells, dictionary)))
  const stored = new Map(groups.flat().map((g) => [`${g.period} ${g.indicator}`, valuesOf(g.body)]))
  warnOfChanges(cells, names, dictionary, stored, problems)
}

/** Guarantee: SQL built it with json_group_object from REAL values. */
const valuesOf = (json: string): Record<string, number> => JSON.parse(json) as Record<string, number>

function summaryOf(ctx: TenantContext, checked: CheckedFile, dictionary: ImportDictionary): StoredSummary {
  const { cells, problems } = checked
  const values = new Map<number, number>()
  const seen = new Set<number>()
  for (let at = 0; at < (cells?.count ?? 0); at++) {
    const i = cells?.indicatorOf(at) ?? 0
    values.set(i, (values.get(i) ?? 0) + 1)
    seen.add(cells?.areaOf(at) ?? 0)
  }
  return {
    periods: [...(cells?.periods ?? [])], areaCount: seen.size, newCount: 0, warningCount: problems.warningCount, problemRowCount: problems.errorRowCount,
    createdByName: ctx.actor.kind === 'user' ? ctx.actor.name : actorLabel(ctx.actor), sample: checked.sample, problems: problems.listed(), groups: problems.groups(),
    indicators: [...values].map(([i, n]) => ({ code: dictionary.indicators[i]?.code ?? '', name: dictionary.indicators[i]?.name ?? '', values: n })),
  }
}
