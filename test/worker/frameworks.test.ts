import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { digestOf } from '../../worker/engine/digest/digestOf.ts'
import { newId } from '../../worker/lib/id.ts'
import { mintCity, type TestCity } from '../support/worker-city.ts'
import { parkFirstBatch } from '../support/worker-d1.ts'
import { SMALL_FRAMEWORK } from '../support/worker-framework.ts'
import type { Env } from '../../worker/env.ts'
import type { Framework, FrameworkBody, FrameworkDiff, TreeNode } from '../../worker/contract/frameworks.ts'
import type { Problem } from '../../worker/contract/wire.ts'

async function mintTemplate(body: FrameworkBody = SMALL_FRAMEWORK): Promise<{ id: string; digest: string }> {
  const id = newId('tpl', Date.now())
  const digest = await digestOf(body)
  await env.HUB.batch([
    env.HUB.prepare(
      "INSERT INTO templates (id, slug, name, name_en, summary, summary_en, created_at) VALUES (?1, ?1, '国家基准', 'National baseline', '摘要', 'Summary', 1)",
    ).bind(id),
    env.HUB.prepare(
      "INSERT INTO template_versions (template_id, version, digest, body, notes, published_at) VALUES (?, 1, ?, ?, '首版', 1)",
    ).bind(id, digest, JSON.stringify(body)),
  ])
  return { id, digest }
}

const changed = (edit: (body: FrameworkBody) => void): FrameworkBody => {
  const body = structuredClone(SMALL_FRAMEWORK)
  edit(body)
  return body
}
const at = (node: TreeNode | undefined, ...path: number[]): TreeNode => {
  const found = path.reduce((n: TreeNode | undefined, i) => n?.children?.[i], node)
  if (found === undefined) throw new Error('no such node in the fixture')
  return found
}
const put = (
  city: TestCity,
  id: string,
  etag: string | null,
  body: FrameworkBody,
  more: { name?: string; env?: Env } = {},
) =>
  city.request(`frameworks/${id}`, {
    method: 'PUT',
    headers: etag === null ? {} : { 'if-match': etag },
    json: { body, note: '', ...(more.name === undefined ? {} : { name: more.name }) },
    ...(more.env === undefined ? {} : { env: more.env }),
  })

async function own(city: TestCity): Promise<{ framework: Framework; etag: string }> {
  const res = await city.request('frameworks', { method: 'POST', json: { name: '本市框架', body: SMALL_FRAMEWORK } })
  expect(res.status, await res.clone().text()).toBe(201)
  return { framework: await res.json<Framework>(), etag: res.headers.get('etag') ?? '' }
}

describe('templates', () => {
  it('are listed with counts and read by version, with their digest as ETag', async () => {
    const template = await mintTemplate()
    const city = await mintCity()
    const list = await (
      await city.request('/api/v1/templates', { as: 'nobody' })
    ).json<{
      items: { id: string; indicatorCount: number; domainCount: number; latestVersion: number; versions: unknown[] }[]
    }>()
    expect(list.items.find((t) => t.id === template.id)).toMatchObject({
      indicatorCount: 4,
      domainCount: 2,
      latestVersion: 1,
      versions: [{ version: 1, digest: template.digest, notes: '首版', publishedAt: 1 }],
    })
    const one = await city.request(`/api/v1/templates/${template.id}/versions/1`, { as: 'nobody' })
    expect(one.headers.get('etag')).toBe(`"${template.digest}"`)
    expect(await one.json()).toMatchObject({ id: template.id, version: 1, body: SMALL_FRAMEWORK })
    const again = await city.request(`/api/v1/templates/${template.id}/versions/1`, {
      as: 'nobody',
      headers: { 'if-none-match': `"${template.digest}"` },
    })
    expect(again.status).toBe(304)
    expect((await city.request(`/api/v1/templates/${template.id}/versions/2`, { as: 'nobody' })).status).toBe(404)
  })
})

describe('adopting', () => {
  it('copies body and digest, and fills the dictionary', async () => {
    const template = await mintTemplate()
    const city = await mintCity()
    const res = await city.request('frameworks', {
      method: 'POST',
      json: { templateId: template.id, templateVersion: 1 },
    })
    expect(res.status).toBe(201)
    const framework = await res.json<Framework>()
    expect(framework).toMatchObject({
      name: '国家基准',
      version: 1,
      digest: template.digest,
      template: { id: template.id, version: 1, digest: template.digest },
      indicatorCount: 4,
      domainCount: 2,
      body: SMALL_FRAMEWORK,
    })
    expect(res.headers.get('etag')).toBe(`"${template.digest}"`)
    const entries = await env.REGION_JJJ.prepare(
      'SELECT code, unit, direction, plausible_high AS high FROM indicators WHERE tenant_id = ? ORDER BY code',
    )
      .bind(city.tenantId)
      .all()
    expect(entries.results).toEqual([
      { code: 'doctors', unit: '人/千人', direction: 'benefit', high: 8 },
      { code: 'kindergarten', unit: '%', direction: 'benefit', high: 100 },
      { code: 'mortality', unit: '1/10万', direction: 'cost', high: 25 },
      { code: 'spending', unit: '万元', direction: 'benefit', high: 1e9 },
    ])
  })

  it('names an unknown template version', async () => {
    const city = await mintCity()
    const res = await city.request('frameworks', {
      method: 'POST',
      json: { templateId: 'tpl_none', templateVersion: 1 },
    })
    expect(res.status).toBe(422)
    expect((await res.json<Problem>()).errors).toMatchObject([{ path: 'templateVersion', code: 'unknown-template' }])
  })

  it('refuses a unit that collected values contradict, and follows the framework while there are none', async () => {
    const city = await mintCity({ areas: 2 })
    const { framework, etag } = await own(city)
    const inPercent = changed((b) => {
      const i = at(b.root, 0, 0).indicator
      if (i !== undefined) i.unit = '%'
    })
    const first = await put(city, framework.id, etag, inPercent)
    expect(first.status, await first.clone().text()).toBe(200)
    expect(
      await env.REGION_JJJ.prepare("SELECT unit FROM indicators WHERE tenant_id = ? AND code = 'doctors'")
        .bind(city.tenantId)
        .first('unit'),
    ).toBe('%')
    await env.REGION_JJJ.prepare(
      "INSERT INTO observations (tenant_id, indicator, period, area_id, value, updated_by, updated_at) VALUES (?, 'doctors', '2024', 'area_01', 3, 'test', 0)",
    )
      .bind(city.tenantId)
      .run()
    const second = await put(city, framework.id, first.headers.get('etag'), SMALL_FRAMEWORK)
    expect(second.status).toBe(422)
    expect((await second.json<Problem>()).errors).toMatchObject([
      { path: 'body.root.children[0].children[0].indicator.unit', code: 'unit-differs' },
    ])
  })
})

describe('saving the next version', () => {
  it('needs If-Match, refuses an old one, and keeps both versions', async () => {
    const city = await mintCity()
    const { framework, etag } = await own(city)
    const heavier = changed((b) => {
      at(b.root, 0).weight = 3
    })
    expect((await put(city, framework.id, null, heavier)).status).toBe(428)
    expect((await put(city, framework.id, `"sha256:${'0'.repeat(64)}"`, heavier)).status).toBe(412)
    const saved = await put(city, framework.id, etag, heavier)
    expect(saved.status).toBe(200)
    expect(await saved.json()).toMatchObject({
      version: 2,
      digest: await digestOf(heavier),
      versions: [{ version: 2 }, { version: 1, digest: framework.digest }],
    })
    expect((await put(city, framework.id, etag, SMALL_FRAMEWORK)).status).toBe(412)
  })

  it('makes no version of an unchanged body, whatever the order of its keys, and renames without one', async () => {
    const city = await mintCity()
    const { framework, etag } = await own(city)
    const reordered = JSON.parse(JSON.stringify(SMALL_FRAMEWORK), (_k, v: unknown) =>
      typeof v === 'object' && v !== null && !Array.isArray(v) ? Object.fromEntries(Object.entries(v).toReversed()) : v,
    ) as FrameworkBody
    expect(await (await put(city, framework.id, etag, reordered)).json()).toMatchObject({ version: 1 })
    expect(await (await put(city, framework.id, etag, SMALL_FRAMEWORK, { name: '新名称' })).json()).toMatchObject({
      version: 1,
      name: '新名称',
    })
  })

  it('lets one of two simultaneous writers win', async () => {
    const city = await mintCity()
    const { framework, etag } = await own(city)
    const parked = parkFirstBatch('REGION_JJJ', 'update "frameworks"')
    const slow = put(
      city,
      framework.id,
      etag,
      changed((b) => {
        at(b.root, 0).weight = 2
      }),
      { env: parked.env },
    )
    await parked.reached
    const fast = await put(
      city,
      framework.id,
      etag,
      changed((b) => {
        at(b.root, 0).weight = 5
      }),
    )
    parked.release()
    expect([(await slow).status, fast.status]).toEqual([412, 200])
    const now = await (await city.request(`frameworks/${framework.id}`)).json<Framework>()
    expect(now.version).toBe(2)
    expect(at(now.body.root, 0).weight).toBe(5)
  })

  it('cannot change a unit under which somebody stores values at the same moment', async () => {
    const city = await mintCity({ areas: 2 })
    const { framework, etag } = await own(city)
    const inYuan = changed((b) => {
      Object.assign(at(b.root, 1, 1).indicator ?? {}, { unit: '元' })
    })
    const staged = await (
      await city.request('imports', {
        method: 'POST',
        headers: { 'content-type': 'text/csv' },
        body: '地区,时期,spending\nA01,2024,5\n',
      })
    ).json<{ id: string }>()
    const updating = parkFirstBatch('REGION_JJJ', 'update "frameworks"')
    const update = put(city, framework.id, etag, inYuan, { env: updating.env })
    const creating = parkFirstBatch('REGION_JJJ', 'insert into "frameworks"')
    const create = city.request('frameworks', {
      method: 'POST',
      json: { name: '另一框架', body: inYuan },
      env: creating.env,
    })
    await Promise.all([updating.reached, creating.reached])
    expect((await city.request(`imports/${staged.id}/commit`, { method: 'POST' })).status).toBe(200)
    updating.release()
    creating.release()
    for (const res of await Promise.all([update, create]))
      expect([res.status, await res.json()]).toMatchObject([422, { errors: [{ code: 'unit-differs' }] }])
    expect((await (await city.request('frameworks')).json<{ items: unknown[] }>()).items).toHaveLength(1)
  })

  it('keeps cities apart', async () => {
    const [city, other] = [await mintCity(), await mintCity()]
    const { framework, etag } = await own(city)
    expect((await other.request(`frameworks/${framework.id}`)).status).toBe(404)
    expect((await put(other, framework.id, etag, SMALL_FRAMEWORK)).status).toBe(404)
  })
})

describe('a body is checked', () => {
  const cases: [string, (b: FrameworkBody) => void, string, string][] = [
    [
      'a code used twice',
      (b) => {
        at(b.root, 1).code = 'health'
      },
      'body.root.children[1].code',
      'duplicate-code',
    ],
    [
      'a code that every object knows',
      (b) => {
        at(b.root, 1).code = '__proto__'
      },
      'body.root.children[1].code',
      'reserved-code',
    ],
    [
      'a root of another kind',
      (b) => {
        b.root.kind = 'domain'
      },
      'body.root.kind',
      'bad-kind',
    ],
    [
      'a domain below a domain',
      (b) => {
        at(b.root, 0, 0).kind = 'domain'
      },
      'body.root.children[0].children[0].kind',
      'bad-kind',
    ],
    [
      'an indicator without facts',
      (b) => {
        delete at(b.root, 0, 0).indicator
      },
      'body.root.children[0].children[0].indicator',
      'missing-facts',
    ],
    [
      'a branch that ends without indicator',
      (b) => {
        delete at(b.root, 0).children
      },
      'body.root.children[0].children',
      'no-children',
    ],
    [
      'weights that are all zero',
      (b) => {
        at(b.root, 0).weight = 0
        at(b.root, 1).weight = 0
      },
      'body.root.children',
      'all-weights-zero',
    ],
    [
      'goalposts upside down',
      (b) => {
        const i = at(b.root, 0, 0).indicator
        if (i !== undefined) i.goalposts = [5, 5]
      },
      'body.root.children[0].children[0].indicator.goalposts',
      'bad-goalposts',
    ],
    [
      'targets that are missing though the method needs them',
      (b) => {
        b.method.normalisation = 'target'
      },
      'body.root.children[0].children[0].indicator.target',
      'missing-target',
    ],
    [
      'goalposts that are missing though the method needs them',
      (b) => {
        b.method.bounds = 'goalposts'
      },
      'body.root.children[0].children[0].indicator.goalposts',
      'missing-goalposts',
    ],
    [
      'a method that cannot run',
      (b) => {
        b.method.normalisation = 'zscore'
        b.method.aggregation = 'geometric'
      },
      'body.method.aggregation',
      'needs-positive-scores',
    ],
  ]
  it.each(cases)('%s', async (_name, edit, path, code) => {
    const city = await mintCity()
    const res = await city.request('frameworks', { method: 'POST', json: { name: '框架', body: changed(edit) } })
    expect(res.status).toBe(422)
    expect((await res.json<Problem>()).errors).toContainEqual(expect.objectContaining({ path, code }))
  })

  it('before its depth can hurt anybody', async () => {
    const city = await mintCity()
    const depth = 50_000
    const body = `{"name":"x","body":{"method":{},"root":${'{"children":['.repeat(depth)}${']}'.repeat(depth)}}}`
    const res = await city.request('frameworks', {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json' },
    })
    expect(res.status).toBe(400)
    const large = await city.request('frameworks', {
      method: 'POST',
      body: `{"name":"${'x'.repeat(1_500_000)}"}`,
      headers: { 'content-type': 'application/json' },
    })
    expect(large.status).toBe(413)
  })
})

describe('the difference', () => {
  it('to the template and to an earlier version, field by field', async () => {
    const template = await mintTemplate()
    const city = await mintCity()
    const adopted = await city.request('frameworks', {
      method: 'POST',
      json: { templateId: template.id, templateVersion: 1 },
    })
    const { id } = await adopted.json<Framework>()
    const edited = changed((b) => {
      at(b.root, 0).weight = 2
      const facts = at(b.root, 1, 0).indicator
      if (facts !== undefined) facts.target = 90
      at(b.root, 0).children?.pop()
      b.method.aggregation = 'geometric'
      const leaf = structuredClone(at(b.root, 0, 0))
      at(b.root, 0).children?.push({ ...leaf, code: 'nurses', name: '每千人口护士数' })
    })
    expect((await put(city, id, adopted.headers.get('etag'), edited)).status).toBe(200)
    const expected: FrameworkDiff = {
      added: [{ code: 'nurses', name: '每千人口护士数' }],
      removed: [{ code: 'mortality', name: '孕产妇死亡率' }],
      changed: [
        { code: 'health', name: '病有所医', field: 'weight', from: 1, to: 2 },
        { code: 'kindergarten', name: '普惠性幼儿园覆盖率', field: 'indicator.target', from: null, to: 90 },
        { code: 'root', name: '均等化水平', field: 'method.aggregation', from: 'arithmetic', to: 'geometric' },
      ],
    }
    expect(await (await city.request(`frameworks/${id}/diff`)).json()).toEqual(expected)
    expect(await (await city.request(`frameworks/${id}/diff?against=1`)).json()).toEqual(expected)
    expect(await (await city.request(`frameworks/${id}/diff?against=2`)).json()).toEqual({
      added: [],
      removed: [],
      changed: [],
    })
    expect((await city.request(`frameworks/${id}/diff?against=9`)).status).toBe(404)
  })
})
