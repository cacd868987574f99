/** /compute/*: the engine as a service without memory. Nothing is stored and nothing needs a credential; what one request may cost and one caller
 * may spend stands in budget.ts. */
import { Hono } from 'hono'
import { gradeOf } from '../../engine/aggregate/gradeOf.ts'
import { computeComposite } from '../../engine/computeComposite.ts'
import { computeCoupling } from '../../engine/computeCoupling.ts'
import { computeGroups } from '../../engine/computeGroups.ts'
import { computeIndices } from '../../engine/computeIndices.ts'
import { computeSensitivity } from '../../engine/computeSensitivity.ts'
import { computeWeights } from '../../engine/computeWeights.ts'
import { estimateReplicate } from '../../engine/cost/estimateSensitivity.ts'
import { sensitivityRuns } from '../../engine/uncertainty/sensitivityRuns.ts'
import { weightImportance } from '../../engine/weights/weightImportance.ts'
import { streamComputation, streamResult, wantsLines } from '../../http/ndjson.ts'
import { limitBody } from '../../http/middleware/limitBody.ts'
import { shallowJson } from '../../http/middleware/shallowJson.ts'
import { inTurn } from '../../lib/turns.ts'
import { validate } from '../../http/validate.ts'
import { computeEvaluation } from '../../services/evaluation/computeEvaluation.ts'
import { describe } from '../describe.ts'
import { anythingLeft, bodyBytesOf, spend } from './budget.ts'
import { CompositeRequestWire, CompositeResultWire } from '../../contract/compute/composite.ts'
import { CouplingRequestWire, CouplingResultWire } from '../../contract/compute/coupling.ts'
import {
  EvaluationRequestWire,
  EvaluationResultWire,
  MOST_EVALUATION_CELLS,
} from '../../contract/compute/evaluation.ts'
import { GroupsRequestWire, GroupsResultWire } from '../../contract/compute/groups.ts'
import { IndicesRequestWire, IndicesResultWire } from '../../contract/compute/indices.ts'
import { COMPUTE_LIMITS as LIMITS } from '../../contract/compute/limits.ts'
import { SensitivityRequestWire, SensitivityResultWire } from '../../contract/compute/sensitivity.ts'
import { WeightsRequestWire, WeightsResultWire } from '../../contract/compute/weights.ts'
import type { Progress, SensitivityRequest, SensitivityResult } from '../../engine/uncertainty/sensitivity.types.ts'
import type { AppEnv } from '../../http/appEnv.ts'

const shared = { tag: 'Compute', public: true } as const
/** Of progress: about so many, and none for fewer runs than these. */
const LINES = 20
const RUNS_PER_LINE = 50
/** Longer than this the thread is not kept from other requests. */
const CHUNK_MS = 20
/** So short that it is not worth doing in pieces. */
const AT_ONCE_MS = 50
const door = [anythingLeft, limitBody(bodyBytesOf)] as const
/** Two brackets a level of the framework, and what surrounds them. */
const MOST_NESTING = 2 * LIMITS.depth + 10

/** Five kinds of nodes, two brackets each, and what surrounds them. */
const EVALUATION_NESTING = 40

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
    ...door,
    validate('json', IndicesRequestWire),
    async (c) => {
      const request = c.req.valid('json')
      await spend(c, 'indices', request)
      return c.json(computeIndices(request))
    },
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
    ...door,
    shallowJson(MOST_NESTING),
    validate('json', CompositeRequestWire),
    async (c) => {
      const request = c.req.valid('json')
      await spend(c, 'composite', request)
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
    ...door,
    validate('json', WeightsRequestWire),
    async (c) => {
      const request = c.req.valid('json')
      await spend(c, 'weights', request)
      return c.json(computeWeights(request))
    },
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
    ...door,
    shallowJson(MOST_NESTING),
    validate('json', SensitivityRequestWire),
    async (c): Promise<Response> => {
      const request = c.req.valid('json')
      const estimateMs = await spend(c, 'sensitivity', request)
      if (wantsLines(c)) return streamComputation(c, progress(request))
      return estimateMs <= AT_ONCE_MS ? c.json(computeSensitivity(request)) : streamResult(c, progress(request))
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
    ...door,
    validate('json', GroupsRequestWire),
    async (c) => {
      const request = c.req.valid('json')
      await spend(c, 'groups', request)
      return c.json(computeGroups(request))
    },
  )
  .post(
    '/coupling',
    describe({
      ...shared,
      id: 'computeCoupling',
      summary: 'Coupling coordination degree of several systems',
      ok: CouplingResultWire,
    }),
    ...door,
    validate('json', CouplingRequestWire),
    async (c) => {
      const request = c.req.valid('json')
      await spend(c, 'coupling', request)
      return c.json(computeCoupling(request))
    },
  )
  .post(
    '/evaluation',
    describe({
      ...shared,
      id: 'computeEvaluation',
      summary: 'A whole evaluation from its three documents, with both digests',
      description: `What a city ran, recomputed by anybody: several periods, pooled bounds, imputation, realization, equality, decompositions. What GET /cities/{city}/evaluations/{id}/snapshot answers may be sent as it is. Up to ${MOST_EVALUATION_CELLS} cells (areas × indicators × periods). Recipes of the digests with a worked example: docs/digests.md.`,
      ok: EvaluationResultWire,
    }),
    ...door,
    shallowJson(EVALUATION_NESTING),
    validate('json', EvaluationRequestWire),
    async (c) => {
      const request = c.req.valid('json')
      await spend(c, 'evaluation', request)
      return c.json(await computeEvaluation(request, c.get('locale')))
    },
  )

type Step = Progress | { readonly result: SensitivityResult }

/** Every chunk hands the thread back, so that the line leaves and others are served before the next one is computed. */
async function* progress(request: SensitivityRequest): AsyncGenerator<Step, void> {
  const inTime = Math.floor(CHUNK_MS / estimateReplicate(request))
  const work = sensitivityRuns(
    request,
    Math.max(1, Math.min(inTime, Math.max(RUNS_PER_LINE, Math.ceil(request.runs / LINES)))),
  )
  for (;;) {
    const step = await inTurn(() => work.next())
    if (step.done === true) {
      yield { result: step.value }
      return
    }
    yield step.value
  }
}
