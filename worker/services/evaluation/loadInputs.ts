/** Reads what a run is computed from and says everything that stands in its way: unknown framework, areas or periods, too little or too much data. */
import { findFrameworkVersion } from '../../../db/region/queries/frameworks.ts'
import { readInputs } from '../../../db/region/queries/evaluations.ts'
import { AppError, type Fault } from '../../contract/problems.ts'
import { leavesOf } from '../framework/body.ts'
import { storedBody } from '../../record/framework.ts'
import { checkMethodFits } from '../framework/checkMethodFits.ts'
import { sentence } from '../../words/sentence.ts'
import { MOST_EVALUATION_CELLS } from '../../contract/compute/evaluation.ts'
import { grainFaults } from './grainFaults.ts'
import { selectAreas } from './selectAreas.ts'
import type { TenantContext } from '../../context.ts'
import type { CreateEvaluation, Snapshot } from '../../contract/evaluations.ts'
import type { FrameworkBody, MethodOptions } from '../../contract/frameworks.ts'

export interface RunInputs {
  readonly frameworkName: string
  readonly frameworkVersion: number
  readonly body: FrameworkBody
  readonly method: MethodOptions
  readonly snapshot: Snapshot
}

export async function loadInputs(ctx: TenantContext, input: CreateEvaluation): Promise<RunInputs> {
  const framework = await findFrameworkVersion(ctx.region, ctx.tenantId, input.frameworkId, input.frameworkVersion)
  if (framework === undefined) {
    refuse([
      input.frameworkVersion === undefined
        ? {
            path: 'frameworkId',
            code: 'unknown-framework',
            message: sentence('evaluations.unknown-framework'),
          }
        : {
            path: 'frameworkVersion',
            code: 'unknown-framework',
            message: sentence('evaluations.unknown-version', { version: input.frameworkVersion }),
          },
    ])
  }
  const body = storedBody(framework.body)
  const method: MethodOptions = { ...body.method, ...defined(input.method ?? {}) }
  const periods = input.periods.toSorted()
  const faults = [...periodFaults(input.periods), ...checkMethodFits(body.root, method, 'method', null)]
  if (method.imputation === 'locf' && periods.length < 2)
    faults.push({
      path: 'method.imputation',
      code: 'needs-periods',
      message: sentence('evaluations.needs-periods'),
    })
  if (faults.length > 0) refuse(faults)

  const codes = leavesOf(body.root).map((l) => l.code)
  const [areas, populations, cells] = await readInputs(ctx.region, ctx.tenantId, codes, periods)
  const { places, faults: areaFaults } = selectAreas(areas, input.areaCodes)
  if (areaFaults.length > 0) refuse(areaFaults)
  const count = places.length * codes.length * periods.length
  if (count > MOST_EVALUATION_CELLS)
    refuse([
      {
        path: 'periods',
        code: 'too-large',
        message: sentence('evaluations.too-large', {
          areas: places.length,
          indicators: codes.length,
          periods: periods.length,
          count,
          limit: MOST_EVALUATION_CELLS,
        }),
      },
    ])

  const column = columnReader(areas.length, places)
  const population = Map.groupBy(populations, (p) => p.period)
  const cell = Map.groupBy(cells, (c) => `${c.period}\n${c.indicator}`)
  const snapshot: Snapshot = {
    areas: places
      .flatMap((at) => areas.slice(at, at + 1))
      .map(({ code, name, nameEn, setting, grouping }) => ({ code, name, nameEn, setting, grouping })),
    periods: periods.map((period) => ({
      period,
      populations: column(population.get(period) ?? []),
      values: Object.fromEntries(codes.map((code) => [code, column(cell.get(`${period}\n${code}`) ?? [])])),
    })),
  }
  const empty = snapshot.periods
    .filter((p) => Object.values(p.values).every((c) => c.every((v) => v === null)))
    .map((p) => p.period)
  if (empty.length === periods.length)
    refuse([
      {
        path: 'periods',
        code: 'no-data',
        message: sentence('evaluations.no-data'),
      },
    ])
  if (empty.length > 0)
    refuse(
      empty.map((period) => ({
        path: `periods[${input.periods.indexOf(period)}]`,
        code: 'unknown-period',
        message: sentence('evaluations.empty-period', { period }),
      })),
    )
  return { frameworkName: framework.name, frameworkVersion: framework.version, body, method, snapshot }
}

function refuse(faults: readonly Fault[]): never {
  throw new AppError('invalid', undefined, faults)
}

const defined = (
  method: Partial<{ [K in keyof MethodOptions]: MethodOptions[K] | undefined }>,
): Partial<MethodOptions> => Object.fromEntries(Object.entries(method).filter(([, value]) => value !== undefined))

function periodFaults(periods: readonly string[]): Fault[] {
  const faults: Fault[] = periods.flatMap((p, i) =>
    periods.indexOf(p) < i
      ? [{ path: `periods[${i}]`, code: 'duplicate', message: sentence('evaluations.duplicate-period', { period: p }) }]
      : [],
  )
  faults.push(...grainFaults(periods, 'periods'))
  return faults
}

/** Pairs of parallel JSON arrays → a column over the chosen areas. */
function columnReader(areaCount: number, places: readonly number[]) {
  const slot = new Int32Array(areaCount).fill(-1)
  places.forEach((place, i) => {
    slot[place] = i
  })
  return (rows: readonly { places: string; amounts: string }[]): (number | null)[] => {
    const column: (number | null)[] = places.map(() => null)
    for (const row of rows) {
      const amounts = JSON.parse(row.amounts) as (number | null)[]
      ;(JSON.parse(row.places) as number[]).forEach((place, k) => {
        const i = slot[place] ?? -1
        if (i >= 0) column[i] = amounts[k] ?? null
      })
    }
    return column
  }
}
