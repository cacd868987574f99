/** /compute/*: the engine as a service without memory. Nothing is stored and nothing needs a credential. */
import { Hono } from 'hono'
import { gradeOf } from '../../engine/aggregate/gradeOf.ts'
import { computeComposite } from '../../engine/computeComposite.ts'
import { computeCoupling } from '../../engine/computeCoupling.ts'
import { computeGroups } from '../../engine/computeGroups.ts'
import { computeIndices } from '../../engine/computeIndices.ts'
import { computeSensitivity } from '../../engine/computeSensitivity.ts'
import { computeWeights } from '../../engine/computeWeights.ts'
import { sensitivityRuns } from '../../engine/uncertainty/sensitivityRuns.ts'
import { weightImportance } from '../../engine/weights/weightImportance.ts'
import { streamComputation, wantsLines } from '../../http/ndjson.ts'
import { shallowJson } from '../../http/middleware/shallowJson.ts'
import { validate } from '../../http/validate.ts'
import { describe } from '../describe.ts'
import { CompositeRequestWire, CompositeResultWire } from './composite.schema.ts'
import { CouplingRequestWire, CouplingResultWire } from './coupling.schema.ts'
import { GroupsRequestWire, GroupsResultWire } from './groups.schema.ts'
import { IndicesRequestWire, IndicesResultWire } from './indices.schema.ts'
import { COMPUTE_LIMITS as LIMITS } from './limits.ts'
import { SensitivityRequestWire, SensitivityResultWire } from './sensitivity.schema.ts'
import { WeightsRequestWire, WeightsResultWire } from './weights.schema.ts'
import type { SensitivityRequest } from '../../engine/uncertainty/sensitivity.types.ts'
import type { AppEnv } from '../../http/context.ts'

const shared = { tag: 'Compute', public: true } as const
const RUNS_PER_LINE = 50
/** Two brackets a level of the framework, and what surrounds them. */
const MOST_NESTING = 2 * LIMITS.depth + 10

export const compute = new Hono<AppEnv>()
  .post(
    '/indices',
    describe({
      ...shared,
      id: 'computeIndices',
      summary: 'Equalization indices of one column over areas',
      description: `Up to ${LIMITS.values} values.`,
      ok: IndicesResultWire,
    }),
    validate('json', IndicesRequestWire),
    (c) => c.json(computeIndices(c.req.valid('json'))),
  )
  .post(
    '/composite',
    describe({
      ...shared,
      id: 'computeComposite',
      summary: 'Composite index over a framework: treat, normalise, weigh, aggregate, rank',
      description: `Up to ${LIMITS.cells} cells (areas × indicators).`,
      ok: CompositeResultWire,
    }),
    shallowJson(MOST_NESTING),
    validate('json', CompositeRequestWire),
    (c) => {
      const request = c.req.valid('json')
      const result = computeComposite(request)
      const grades = Object.fromEntries(
        Object.entries(result.scores).map(([code, column]) => [
          code,
          column.map((score) => gradeOf(score)?.zh ?? null),
        ]),
      )
      return c.json({ ...result, grades, importance: weightImportance(request.framework, result) })
    },
  )
  .post(
    '/weights',
    describe({
      ...shared,
      id: 'computeWeights',
      summary:
        'Weights from judgements (ahp), data (entropy, critic, pca, scatter), rounds of experts (delphi), or two sets combined',
      description: `A pairwise matrix has up to ${LIMITS.ahpItems} items.`,
      ok: WeightsResultWire,
    }),
    validate('json', WeightsRequestWire),
    (c) => c.json(computeWeights(c.req.valid('json'))),
  )
  .post(
    '/sensitivity',
    describe({
      ...shared,
      id: 'computeSensitivity',
      summary: 'How sure is the ranking: seeded Monte Carlo and Sobol indices',
      description: `Up to ${LIMITS.sensitivityAreas} areas, ${LIMITS.runs} runs and ${LIMITS.replicatedCells} replicated cells. With Accept: application/x-ndjson one line of progress {done, total} at a time, the last one {result}.`,
      ok: SensitivityResultWire,
      also: ['application/x-ndjson'],
    }),
    shallowJson(MOST_NESTING),
    validate('json', SensitivityRequestWire),
    async (c): Promise<Response> => {
      const request = c.req.valid('json')
      return wantsLines(c) ? streamComputation(c, progress(request)) : c.json(computeSensitivity(request))
    },
  )
  .post(
    '/groups',
    describe({
      ...shared,
      id: 'computeGroups',
      summary: 'WHO’s summary measures of inequality between subgroups',
      description: `Up to ${LIMITS.subgroups} subgroups.`,
      ok: GroupsResultWire,
    }),
    validate('json', GroupsRequestWire),
    (c) => c.json(computeGroups(c.req.valid('json'))),
  )
  .post(
    '/coupling',
    describe({
      ...shared,
      id: 'computeCoupling',
      summary: 'Coupling coordination degree of several systems',
      ok: CouplingResultWire,
    }),
    validate('json', CouplingRequestWire),
    (c) => c.json(computeCoupling(c.req.valid('json'))),
  )

/** Every chunk hands the thread back, so that the line leaves before the next one is computed. */
async function* progress(request: SensitivityRequest): AsyncGenerator<unknown, void> {
  const work = sensitivityRuns(request, RUNS_PER_LINE)
  for (let step = work.next(); ; step = work.next()) {
    if (step.done === true) {
      yield { result: step.value }
      return
    }
    yield step.value
    await new Promise((resolve) => setTimeout(resolve, 0))
  }
}
