/** Reads what a run is computed from and says everything that stands in its way: unknown framework, areas or periods, too little or too much data. */
import { findFrameworkVersion } from '../../../db/region/queries/frameworks.ts'
import { readInputs } from '../../../db/region/queries/evaluations.ts'
import { AppError, type Fault } from '../../contract/problems.ts'
import { leavesOf } from '../framework/body.ts'
import { storedBody } from '../../record/framework.ts'
import { checkMethodFits } from '../framework/checkMethodFits.ts'
import { sayIn, type Say } from '../../lib/say.ts'
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
  const say = sayIn(ctx.locale)
  const framework = await findFrameworkVersion(ctx.region, ctx.tenantId, input.frameworkId, input.frameworkVersion)
  if (framework === undefined) {
    refuse([
      input.frameworkVersion === undefined
        ? {
            path: 'frameworkId',
            code: 'unknown-framework',
            message: say(
              '没有这个评价框架，它可能已被删除；请重新选择',
              'There is no such framework; choose another one',
            ),
          }
        : {
            path: 'frameworkVersion',
            code: 'unknown-framework',
            message: say(
              `没有这个评价框架的第 ${input.frameworkVersion} 版`,
              `There is no version ${input.frameworkVersion} of this framework`,
            ),
          },
    ])
  }
  const body = storedBody(framework.body)
  const method: MethodOptions = { ...body.method, ...defined(input.method ?? {}) }
  const periods = input.periods.toSorted()
  const faults = [...periodFaults(input.periods, say), ...checkMethodFits(body.root, method, say, 'method', null)]
  if (method.imputation === 'locf' && periods.length < 2)
    faults.push({
      path: 'method.imputation',
      code: 'needs-periods',
      message: say('只有一期数据，无法沿用上一期的值', 'A single period has no earlier value to carry forward'),
    })
  if (faults.length > 0) refuse(faults)

  const codes = leavesOf(body.root).map((l) => l.code)
  const [areas, populations, cells] = await readInputs(ctx.region, ctx.tenantId, codes, periods)
  const { places, faults: areaFaults } = selectAreas(areas, input.areaCodes, say)
  if (areaFaults.length > 0) refuse(areaFaults)
  const count = places.length * codes.length * periods.length
  if (count > MOST_EVALUATION_CELLS)
    refuse([
      {
        path: 'periods',
        code: 'too-large',
        message: say(
          `${places.length} 个地区 × ${codes.length} 个指标 × ${periods.length} 期 = ${count} 个数值，超过一次评价的上限 ${MOST_EVALUATION_CELLS}；请减少时期或地区`,
          `${places.length} areas × ${codes.length} indicators × ${periods.length} periods are ${count} cells, more than the ${MOST_EVALUATION_CELLS} of one evaluation; choose fewer periods or areas`,
        ),
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
        message: say(
          '所选时期和地区还没有该评价框架任何指标的数据；请先导入数据',
          'There is no value of this framework for the chosen periods and areas; import data first',
        ),
      },
    ])
  if (empty.length > 0)
    refuse(
      empty.map((period) => ({
        path: `periods[${input.periods.indexOf(period)}]`,
        code: 'unknown-period',
        message: say(
          `${period} 没有任何数据；请去掉该时期或先导入数据`,
          `There is no data for ${period}; leave it out or import data first`,
        ),
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

function periodFaults(periods: readonly string[], say: Say): Fault[] {
  const faults: Fault[] = periods.flatMap((p, i) =>
    periods.indexOf(p) < i
      ? [{ path: `periods[${i}]`, code: 'duplicate', message: say(`${p} 重复`, `${p} is listed twice`) }]
      : [],
  )
  faults.push(...grainFaults(periods, 'periods', say))
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
