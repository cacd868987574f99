/** What lies in a region as an earlier release left it, without tags and under the older names, is read as before and keeps its digests. */
import { describe, expect, it } from 'vitest'
import { evaluationDigest } from '../../worker/engine/digest/evaluationDigest.ts'
import { mintCity, type TestCity } from '../support/worker-city.ts'
import { fillSmall, region, run } from '../support/worker-evaluation.ts'
import { leavesOf, SMALL_FRAMEWORK } from '../support/worker-framework.ts'
import type { Evaluation, EvaluationInputs } from '../../worker/contract/evaluations.ts'
import type { Overview } from '../../worker/contract/overview.ts'

/** Targets, so that there are gaps; a median for the missing value, so that a cell is adjusted. */
const FRAMEWORK = structuredClone(SMALL_FRAMEWORK)
FRAMEWORK.method.imputation = 'median'
for (const leaf of leavesOf(FRAMEWORK.root))
  if (leaf.indicator?.target === null && leaf.code === 'spending')
    Object.assign(leaf.indicator, { target: 320, floor: 120 })

const partOf = async (city: TestCity, part: string): Promise<Record<string, unknown>> => {
  const row = await region(city)
    .prepare('SELECT body FROM evaluation_parts WHERE tenant_id = ? AND part = ? AND seq = 0')
    .bind(city.tenantId, part)
    .first<{ body: string }>()
  return JSON.parse(row?.body ?? '{}') as Record<string, unknown>
}
const putPart = (city: TestCity, part: string, body: unknown) =>
  region(city)
    .prepare('UPDATE evaluation_parts SET body = ? WHERE tenant_id = ? AND part = ? AND seq = 0')
    .bind(JSON.stringify(body), city.tenantId, part)
    .run()
const read = async (city: TestCity, id: string) => ({
  evaluation: await (await city.request(`evaluations/${id}`)).json<Evaluation>(),
  inputs: await (await city.request(`evaluations/${id}/snapshot`)).json<EvaluationInputs>(),
  overview: await (await city.request('overview')).json<Overview>(),
})

describe('stored documents', () => {
  it('carry their tags, and none of them reaches an answer', async () => {
    const city = await mintCity({ areas: 3, framework: FRAMEWORK })
    await fillSmall(city)
    const { id } = await run(city)
    expect(await partOf(city, 'panel')).toMatchObject({ format: 'junheng/evaluation@1', touched: expect.anything() })
    expect(await partOf(city, 'inputs')).toMatchObject({
      format: 'junheng/snapshot@1',
      framework: { format: 'junheng/framework@1' },
    })
    await city.request('frameworks', { method: 'POST', json: { name: '本市框架', body: FRAMEWORK } })
    const versions = await region(city)
      .prepare("SELECT body ->> '$.format' AS format FROM framework_versions WHERE tenant_id = ? AND framework_id <> ?")
      .bind(city.tenantId, city.frameworkId)
      .all<{ format: string }>()
    expect(versions.results).toEqual([{ format: 'junheng/framework@1' }])
    const { inputs, evaluation } = await read(city, id)
    expect(JSON.stringify([inputs, evaluation])).not.toContain('junheng/')
    expect(await evaluationDigest(inputs)).toBe(evaluation.inputDigest)
  })

  it('of a release before tags answer the same, byte for byte', async () => {
    const city = await mintCity({ areas: 3, framework: FRAMEWORK })
    await fillSmall(city)
    const { id } = await run(city)
    const now = await read(city, id)
    expect(now.evaluation.adjusted.length).toBeGreaterThan(0)
    expect(now.overview.latest?.worstGaps.length).toBeGreaterThan(0)

    const { format: _panel, ...panel } = await partOf(city, 'panel')
    const { format: _inputs, framework, ...inputs } = await partOf(city, 'inputs')
    const { format: _framework, ...body } = framework as Record<string, unknown>
    await putPart(city, 'panel', panel)
    await putPart(city, 'inputs', { ...inputs, framework: body })
    await region(city)
      .prepare(
        "UPDATE evaluations SET summary = json_remove(json_set(summary, '$.board.shortBoards', summary -> '$.board.worstGaps'), '$.board.worstGaps') WHERE tenant_id = ?",
      )
      .bind(city.tenantId)
      .run()
    // Another name in the address of the cache: what this isolate served before is not asked again.
    const english = { headers: { 'accept-language': 'en' } }
    const older = await (await city.request(`evaluations/${id}`, english)).json<Evaluation>()
    expect({ ...older, warnings: [] }).toEqual({ ...now.evaluation, warnings: [] })
    const { inputs: sameInputs, overview } = await read(city, id)
    expect(sameInputs).toEqual(now.inputs)
    expect(overview.latest).toEqual(now.overview.latest)
  })

  it('of a later release are refused rather than misread', async () => {
    const city = await mintCity({ areas: 3, framework: FRAMEWORK })
    await fillSmall(city)
    const { id } = await run(city)
    await putPart(city, 'panel', { ...(await partOf(city, 'panel')), format: 'junheng/evaluation@9' })
    expect((await city.request(`evaluations/${id}`)).status).toBe(500)
  })
})
