/** A CSV of areas and populations → checked, compared with what is stored, and staged; nothing is written before its commit. Areas that the
 * file does not name stay, and so does a field that it has no column for. */
import { readBatch } from '../../../db/readBatch.ts'
import { areaChunks } from '../../../db/region/queries/areaImports.ts'
import { readAreas, type AreaRow } from '../../../db/region/queries/areas.ts'
import { readPopulations } from '../../../db/region/queries/populations.ts'
import { decodeText } from '../../services/file/decodeText.ts'
import { refuseForeignFile } from '../../services/file/refuseForeignFile.ts'
import { ProblemList } from '../../services/import/problemList.ts'
import { stagingPlan, type UploadedFile } from './stageImport.ts'
import { areaDifferences } from '../../services/area/areaDifferences.ts'
import { checkAreas, MOST_AREAS, MOST_LEVELS } from '../../services/area/checkAreas.ts'
import { readAreasCsv, type AreasCsv } from '../../services/area/readAreasCsv.ts'
import type { Act, Plan } from '../act.types.ts'
import type { TenantContext } from '../../context.ts'
import type { AreaInput } from '../../contract/areas.ts'
import type { ImportRecord } from '../../contract/imports.ts'

export const AREAS_CSV_BYTES = 2 * 1024 * 1024

export const uploadAreas: Act<TenantContext, UploadedFile, ImportRecord> = {
  name: 'import.upload',
  by: { permission: 'data:write' },
  where: 'region',
  plan,
}

async function plan(ctx: TenantContext, file: UploadedFile): Promise<Plan<ImportRecord>> {
  refuseForeignFile(file.bytes, AREAS_CSV_BYTES)
  const problems = new ProblemList()
  const decoded = decodeText(file.bytes)
  const whole = (code: 'wrong-encoding' | 'nul-character' | 'empty-file'): void =>
    problems.add({ code, row: null, column: null })
  if (decoded === undefined) whole('wrong-encoding')
  else if (decoded.text.includes('\0')) whole('nul-character')
  else if (decoded.text.trim() === '') whole('empty-file')
  const csv = readAreasCsv(problems.errorCount > 0 ? '' : (decoded?.text ?? ''), problems)

  const [present, people] = await readBatch(ctx.region, [readAreas(ctx.tenantId), readPopulations(ctx.tenantId)])
  const areas = laidOver(csv, present)
  reportTree(csv, areas, present, problems)
  const isGood = problems.errorCount === 0
  const differences = areaDifferences({ ...csv, areas: isGood ? areas : [] }, present, isGood ? people : [], ctx.now())
  const { changes } = differences
  return stagingPlan(ctx, file, {
    kind: 'areas',
    encoding: decoded?.encoding ?? 'unknown',
    layout: 'wide',
    rowCount: csv.rowCount,
    valueCount: isGood ? areas.length : 0,
    missingCount: 0,
    changedCount: isGood ? changes.newCount + changes.changedCount : 0,
    problems,
    chunks: isGood ? areaChunks(differences.areas, differences.populations) : null,
    summary: {
      periods: [...new Set(csv.populations.map((p) => p.period))].sort(),
      areaCount: areas.length,
      newCount: isGood ? changes.newCount : 0,
      checkedRowCount: csv.checkedRowCount,
      columnCount: csv.columnCount,
      checkedColumnCount: csv.checkedColumnCount,
      sample: csv.sample,
      sampleRows: csv.sampleRows,
      mapping: [],
      areaChanges: isGood ? changes : null,
      indicators: [],
      units: [],
    },
  })
}

/** Each area of the file, with what the file has no column for taken from what is stored. */
function laidOver(csv: AreasCsv, present: readonly AreaRow[]): AreaInput[] {
  const stored = new Map(present.map((a) => [a.code, a]))
  return csv.areas.map((area): AreaInput => {
    const before = stored.get(area.code)
    if (before === undefined) return area
    const { fields } = csv
    return {
      code: area.code,
      name: area.name,
      nameEn: fields.has('nameEn') ? area.nameEn : before.nameEn,
      parentCode: fields.has('parentCode') ? area.parentCode : before.parentCode,
      setting: fields.has('setting') ? area.setting : before.setting,
      grouping: fields.has('grouping') ? area.grouping : before.grouping,
    }
  })
}

/** The faults of the tree that the areas would make, as problems of the file's rows. */
function reportTree(
  csv: AreasCsv,
  areas: readonly AreaInput[],
  present: readonly AreaRow[],
  problems: ProblemList,
): void {
  const firstRow = new Map<string, number>()
  for (const [i, area] of areas.entries()) if (!firstRow.has(area.code)) firstRow.set(area.code, csv.rows[i] ?? 0)
  for (const { path, code } of checkAreas(areas, present, (i) => String(i))) {
    const i = Number(path)
    const area = areas[i]
    const row = csv.rows[i] ?? null
    if (code === 'too-many-areas' || area === undefined)
      problems.add({ code: 'too-many-areas', row: null, column: null, facts: { limit: MOST_AREAS } })
    else if (code === 'duplicate-code')
      problems.add({ code, row, column: csv.nameOf('code'), value: area.code, hint: firstRow.get(area.code) ?? 0 })
    else if (code === 'unknown-parent')
      problems.add({
        code,
        row,
        column: csv.nameOf('parentCode'),
        value: area.parentCode,
        group: area.parentCode ?? '',
      })
    else if (code === 'parent-cycle' || code === 'too-deep')
      problems.add({
        code,
        row,
        column: csv.nameOf('parentCode'),
        value: area.parentCode,
        facts: { name: area.name, limit: MOST_LEVELS },
      })
  }
}
