/** Upload → checked and staged, in four round trips whatever the size: what may be named; what is stored now and was a year before; record,
 * values and audit row in one batch; the record read back. */
import { readBatch } from '../../../db/readBatch.ts'
import { readAreas } from '../../../db/region/queries/areas.ts'
import { readStaged } from '../../../db/region/queries/imports.ts'
import { readIndicators } from '../../../db/region/queries/indicators.ts'
import { readPairValues } from '../../../db/region/queries/observations.ts'
import { IMPORT_LIMITS, type ImportMapping, type ImportRecord } from '../../contract/imports.ts'
import { STAGED_LIMITS } from '../../contract/importLimits.ts'
import { refuseStaging } from '../../services/import/refuseStaging.ts'
import { refuseForeignFile } from '../../services/file/refuseForeignFile.ts'
import { compareStored, comparedPairs, type Differences } from '../../services/import/compareStored.ts'
import { checkFile, type CheckedFile, type Progress } from '../../services/import/checkFile.ts'
import { importDictionary, type ImportDictionary } from '../../services/import/dictionary.ts'
import { readMapping, type Mapping } from '../../services/import/mapping.ts'
import { stagingPlan, type CheckedUpload, type UploadedFile } from './stageImport.ts'
import { stagedChunks } from '../../services/import/stagedChunks.ts'
import type { Act, Plan } from '../act.types.ts'
import type { TenantContext } from '../../context.ts'

export interface UploadedValues extends UploadedFile {
  readonly period: string | null
  readonly mapping: ImportMapping
}

interface Asked {
  readonly file: UploadedValues
  readonly onProgress: Progress
}

export const uploadValues: Act<TenantContext, Asked, ImportRecord> = {
  name: 'import.upload',
  by: { permission: 'data:write' },
  where: 'region',
  plan,
}

async function plan(ctx: TenantContext, { file, onProgress }: Asked): Promise<Plan<ImportRecord>> {
  refuseForeignFile(file.bytes, IMPORT_LIMITS.sizeBytes)
  const [areas, indicators, [staged]] = await readBatch(ctx.region, [
    readAreas(ctx.tenantId),
    readIndicators(ctx.tenantId),
    readStaged(ctx.tenantId),
  ])
  // The batch decides; this only spares the reading of a file for which there is no room.
  if ((staged?.count ?? 0) >= STAGED_LIMITS.count) await refuseStaging(ctx)
  const dictionary = importDictionary(areas, indicators)
  const mapping = readMapping(file.mapping, dictionary)
  const checked = await checkFile(file.bytes, file.period, dictionary, mapping, onProgress)
  const differences = await compare(ctx, checked, dictionary)

  const chunks = checked.cells === null ? null : stagedChunks(checked.cells, dictionary, checked.problems)
  await onProgress('staging', 0, chunks?.length ?? 0)
  const staging = await stagingPlan(ctx, file, {
    kind: 'observations',
    encoding: checked.encoding,
    layout: checked.layout,
    rowCount: checked.rowCount,
    valueCount: checked.cells?.count ?? 0,
    missingCount: checked.missingCount,
    changedCount: differences.changed,
    problems: checked.problems,
    chunks,
    summary: summaryOf(checked, dictionary, differences, mapping),
  })
  return {
    ...staging,
    result: async () => {
      await onProgress('staging', chunks?.length ?? 0, chunks?.length ?? 0)
      return staging.result()
    },
  }
}

async function compare(
  ctx: TenantContext,
  { cells, names, layout, problems }: CheckedFile,
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
    layout === 'long',
  )
}

function summaryOf(
  checked: CheckedFile,
  dictionary: ImportDictionary,
  differences: Differences,
  mapping: Mapping,
): CheckedUpload['summary'] {
  const { cells } = checked
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
    checkedRowCount: checked.checkedRowCount,
    columnCount: checked.columnCount,
    checkedColumnCount: checked.checkedColumnCount,
    sample: checked.sample,
    sampleRows: checked.sampleRows,
    mapping: mapping.entries(),
    areaChanges: null,
    indicators: [...values].map(([i, n]) => ({
      code: dictionary.indicators[i]?.code ?? '',
      name: dictionary.indicators[i]?.name ?? '',
      values: n,
    })),
    units: [...values.keys()].map((i) => [dictionary.indicators[i]?.code ?? '', dictionary.indicators[i]?.unit ?? '']),
  }
}
