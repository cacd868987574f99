/** A state of the version before releases (test/fixtures/state@1) under this version: everything opens, goes on, and keeps its name and bytes.
 * One life, told in order: what is only read comes first. */
import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { ROLES } from '../../worker/contract/names.ts'
import { relayAll } from '../../worker/jobs/relayAll.ts'
import { verifyExport } from '../../worker/log/verifyExport.ts'
import { verifyText } from '../../worker/record/verifyText.ts'
import { createApp } from '../support/worker-app.ts'
import { loadState, signedIn, STATE } from '../support/worker-state.ts'
import type { Comparison } from '../../worker/contract/comparison.ts'
import type { EvaluationSummary } from '../../worker/contract/evaluations.ts'
import type { GroupOverview } from '../../worker/contract/groups.ts'
import type { ObservationMatrix } from '../../worker/contract/observations.ts'
import type { Publication } from '../../worker/contract/publication.ts'
import type { EvaluationSteps, PublicationChanges, Release } from '../../worker/contract/releases.ts'
import type { Session } from '../../worker/contract/session.ts'
import type { Problem } from '../../worker/contract/wire.ts'

const pub = (evaluationId: string): string => `pub_${evaluationId.slice(3)}`
const { carried, waiting, draft, withheld } = STATE
const home = `cities/${STATE.city}`
const away = `cities/${STATE.other}`

async function ask(path: string, headers: Record<string, string> = {}, body?: unknown): Promise<Response> {
  const ctx = createExecutionContext()
  const init =
    body === undefined
      ? { headers }
      : { method: 'POST', body: JSON.stringify(body), headers: { ...headers, 'content-type': 'application/json' } }
  const res = await createApp().request(`/api/v1/${path}`, init, env, ctx)
  if (!(res.headers.get('content-type') ?? '').includes('ndjson')) await waitOnExecutionContext(ctx)
  return res
}
async function read<T>(path: string, role = 'owner', body?: unknown): Promise<T> {
  const res = await ask(path, role === 'anyone' ? {} : signedIn(role), body)
  expect(res.status, `${path} ${await res.clone().text()}`).toBe(200)
  return res.json<T>()
}
const steps = (of: string, id: string) => read<EvaluationSteps>(`${of}/evaluations/${id}/steps`)
const runAway = async (title: string, more: object = {}): Promise<string> => {
  const [framework] = (await read<{ items: { id: string }[] }>(`${away}/frameworks`)).items
  const res = await ask(`${away}/evaluations`, signedIn('owner'), {
    title,
    frameworkId: framework?.id,
    periods: ['2024'],
    ...more,
  })
  return (await res.json<{ id: string }>()).id
}
const releases = async (of: string) => (await read<{ items: Release[] }>(`${of}/releases`)).items

beforeAll(async () => {
  const { migrate, writeLate } = await loadState()
  await migrate()
  await writeLate()
}, 120_000)

describe('what was stored', () => {
  it('breaks no reference', async () => {
    for (const db of [env.HUB, env.REGION_JJJ, env.REGION_CSJ])
      expect((await db.prepare('PRAGMA foreign_key_check').all()).results).toEqual([])
  })

  it('has every evaluation in its state, published ones with who and when', async () => {
    const { items } = await read<{ items: EvaluationSummary[] }>(`${home}/evaluations`)
    expect(new Map(items.map((e) => [e.id, e.state]))).toEqual(
      new Map([
        [draft, 'draft'],
        [waiting, 'published'],
        [carried, 'published'],
      ]),
    )
    for (const id of [carried, waiting]) {
      const { publishedAt } = items.find((e) => e.id === id) ?? {}
      expect(publishedAt).toBeGreaterThan(0)
      expect(await steps(home, id)).toMatchObject({
        state: 'published',
        steps: [{ act: 'publish', to: 'published', by: 'user:usr_state_owner', reason: '', at: publishedAt }],
        release: { id: pub(id), basis: 'publication', audience: 'public', from: publishedAt },
      })
    }
    expect(await steps(home, draft)).toMatchObject({ state: 'draft', steps: [], release: null })
    expect((await ask(`${home}/evaluations/${draft}/periods/2024`, signedIn('analyst'))).status).toBe(200)
  })

  it('has a release for each publication, carried or waiting', async () => {
    const found = await releases(home)
    expect(new Map(found.map((r) => [r.id, r.leftAt !== null]))).toEqual(
      new Map([
        [pub(carried), true],
        [pub(waiting), false],
      ]),
    )
    expect(new Set(found.map((r) => r.published.toSorted().join()))).toEqual(
      new Set(['doctors,kindergarten,mortality,spending']),
    )
  })

  it('reads under its old addresses with the same bytes', async () => {
    for (const [path, etag] of Object.entries(STATE.etags)) {
      const res = await ask(path)
      expect([res.status, res.headers.get('etag')], path).toEqual([200, etag])
    }
    expect(Object.keys(STATE.etags)).toHaveLength(10)
  })

  it('verifies, signature and all', async () => {
    for (const [id, verdict] of [
      [carried, 'verified'],
      [withheld, 'consistent'],
    ] as const) {
      const outcome = await verifyText(await (await ask(`publications/${pub(id)}/bundle`)).text())
      expect(outcome).toMatchObject({ kind: 'report', report: { verdict, difference: null } })
      if (outcome.kind !== 'report') throw new Error('looked at above')
      expect(outcome.report.checks.find((c) => c.id === 'signature')?.state).toBe('passed')
    }
  })

  it('keeps the sentences that were sealed with it', async () => {
    const { evaluation, format } = await read<Publication>(`publications/${pub(carried)}`, 'anyone')
    expect(format).toBe('junheng/publication@1')
    expect(evaluation?.warnings).toContainEqual({
      code: 'unweighted-period',
      path: '2023',
      message: '2023 缺少部分地区的人口，均值和指数未按人口加权',
    })
  })

  it('lets everybody in where they belong', async () => {
    for (const role of ROLES) {
      const { user, memberships } = await read<Session>('session', role)
      expect([user?.id, memberships.map((m) => m.role)], role).toEqual([
        `usr_state_${role}`,
        role === 'owner' ? ['owner', 'owner'] : [role],
      ])
    }
    const { members } = await read<GroupOverview>(`groups/${STATE.group}`, 'coordinator')
    expect(members.map((m) => [m.city.slug, m.latest?.id])).toEqual([[STATE.city, pub(carried)]])
    expect((await ask(`${home}/evaluations`, signedIn('assessor'))).status).toBe(200)
    expect((await ask(`${away}/evaluations`, signedIn('assessor'))).status).toBe(404)
    expect((await ask(`${home}/evaluations`, { authorization: `Bearer ${STATE.key}` })).status).toBe(200)
  })

  it('has its values, the import that brought them, and the one that is still staged', async () => {
    const { values } = await read<ObservationMatrix>(`${home}/observations?period=2024`)
    expect(values).toEqual([
      [2.5, 3, 5],
      [70, 85, null],
      [15, 12, 4],
      [110, 190, 330],
    ])
    for (const [id, state] of [
      [STATE.imported, 'committed'],
      [STATE.staged, 'ready'],
    ] as const)
      expect(await read(`${home}/imports/${id}`)).toMatchObject({ id, state })
  })

  it('has a log that is whole', async () => {
    for (const [of, log] of [
      [home, 'city'],
      [home, 'hub'],
      [away, 'city'],
    ] as const) {
      const res = await ask(`${of}/audit/export?log=${log}`, signedIn('owner'))
      const lines = new TextDecoder()
        .decode(await res.arrayBuffer())
        .trim()
        .split('\n')
      expect(await verifyExport(lines), `${of} ${log}`).toMatchObject({ ok: true })
    }
  })
})

describe('what a Worker of the version before writes after the databases were migrated', () => {
  it('is a release in its region and in the hub', async () => {
    expect(await releases(away)).toMatchObject([{ id: pub(withheld), evaluationId: withheld, basis: 'publication' }])
    const inHub = await env.HUB.prepare('SELECT basis, audience FROM releases WHERE id = ?').bind(pub(withheld)).first()
    expect(inHub).toEqual({ basis: 'publication', audience: 'public' })
    // That Worker marked its own row as carried, and knew of no `left_at`.
    expect((await steps(away, withheld)).release?.leftAt).toBeGreaterThan(0)
    expect(await read<EvaluationSummary>(`${away}/evaluations/${withheld}`)).toMatchObject({
      state: 'published',
      publicationId: pub(withheld),
    })
  })

  it('is compared with what was there before, value by value as it was exchanged', async () => {
    const compared = await read<Comparison>(`comparison?publications=${pub(carried)},${pub(withheld)}`, 'anyone')
    for (const { publication, periods, values } of compared.cities) {
      const { results } = await env.HUB.prepare(
        'SELECT period, node, measure, value FROM exchange_values WHERE publication_id = ?',
      )
        .bind(publication.id)
        .all<{ period: string; node: string; measure: string; value: number | null }>()
      expect(results.filter((r) => r.value !== null).length, publication.id).toBeGreaterThan(3)
      expect(periods.length).toBe(1)
      for (const { period, node, measure, value } of results)
        expect(values[node]?.[measure]?.[periods.indexOf(period)] ?? null, `${node} ${measure}`).toBe(value)
    }
  })
})

describe('what goes on', () => {
  it('carries what waited in the outbox, once', async () => {
    expect((await ask(`publications/${pub(waiting)}`)).status).toBe(404)
    await relayAll(env)
    const head = await read<Publication>(`publications/${pub(waiting)}`, 'anyone')
    expect([head.id, head.title]).toEqual([pub(waiting), '2024 年度评价（待送达）'])
    expect((await steps(home, waiting)).release?.leftAt).toBeGreaterThan(0)
    const bundle = await (await ask(`publications/${pub(waiting)}/bundle`)).text()
    expect(await verifyText(bundle)).toMatchObject({ kind: 'report', report: { verdict: 'verified' } })
    await relayAll(env)
    expect((await releases(home)).length).toBe(2)
  })

  it('commits the import that was staged, and takes it back', async () => {
    const doctors = async () => (await read<ObservationMatrix>(`${home}/observations?period=2024`)).values[0]
    await read(`${home}/imports/${STATE.staged}/commit`, 'owner', { reason: '核对后确认' })
    expect(await doctors()).toEqual([2.6, 3, 5])
    await read(`${home}/imports/${STATE.staged}/revert`, 'owner', {})
    expect(await doctors()).toEqual([2.5, 3, 5])
  })

  it('corrects an old publication with an old draft', async () => {
    const reason = '2024 年数据更正'
    await read(`${home}/evaluations/${draft}/publish`, 'owner', {
      raw: 'published',
      corrects: { publicationId: pub(waiting), reason },
    })
    expect((await steps(home, waiting)).state).toBe('superseded')
    const { release } = await steps(home, draft)
    expect(release).toMatchObject({ supersedes: pub(waiting), reason })
    const changes = await read<PublicationChanges>(`publications/${release?.id}/changes`, 'anyone')
    expect(changes).toMatchObject({ from: pub(waiting), reason, changed: 0 })
    const bundle = await (await ask(`publications/${release?.id}/bundle`)).text()
    expect(await verifyText(bundle)).toMatchObject({
      kind: 'report',
      report: { verdict: 'verified', difference: null },
    })
  })

  it('corrects one that was written late', async () => {
    const id = await runAway('2024 年度评价（更正）')
    const corrects = { publicationId: pub(withheld), reason: '更正标题' }
    await read(`${away}/evaluations/${id}/publish`, 'owner', { raw: 'withheld', corrects })
    expect((await steps(away, withheld)).state).toBe('superseded')
  })

  it('withdraws old publications, migrated or written late, and no number of them stays', async () => {
    for (const [of, id] of [
      [home, carried],
      [away, withheld],
    ] as const) {
      await read(`${of}/evaluations/${id}/withdraw`, 'owner', { reason: '人口基数有误' })
      expect((await steps(of, id)).state).toBe('withdrawn')
      expect((await ask(`publications/${pub(id)}`)).status).toBe(410)
      const left = await env.HUB.prepare(
        `SELECT (SELECT count(*) FROM release_values WHERE release_id = ?1) + (SELECT count(*) FROM exchange_values WHERE publication_id = ?1)
          + (SELECT count(*) FROM publication_documents WHERE publication_id = ?1) AS n`,
      )
        .bind(pub(id))
        .first('n')
      expect(left).toBe(0)
    }
  })

  it('still refuses what would tell withheld values beside an old publication that was withdrawn', async () => {
    const id = await runAway('少一个区', { areaCodes: ['A01', 'A02', 'A03', 'A04', 'A05'] })
    const res = await ask(`${away}/evaluations/${id}/publish`, signedIn('owner'), { raw: 'withheld' })
    expect([res.status, (await res.json<Problem>()).code]).toEqual([409, 'disclosure'])
  })
})
