import { createExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { createApp } from '../support/worker-app.ts'
import { mintOrganisation, mintPerson } from '../support/worker-actors.ts'
import type { GroupOverview } from '../../worker/contract/groups.ts'

const FACTS = JSON.stringify({ format: 'junheng/publication@1', headline: { degree: 90 } })

it('shows a coordinator the members and what they have published, and nobody else’s', async () => {
  const [group, member, outsider] = await Promise.all([
    mintOrganisation('group'),
    mintOrganisation('city'),
    mintOrganisation('city'),
  ])
  await env.HUB.prepare('INSERT INTO group_members (group_id, city_id, joined_at) VALUES (?, ?, 0)')
    .bind(group.id, member.id)
    .run()
  const publish = env.HUB.prepare(
    "INSERT INTO publications (id, outbox_id, city_id, evaluation_id, title, framework_name, framework_version, first_period, last_period, digest, headline_index_key, headline_index, payload, published_at) VALUES (?, ?, ?, ?, ?, '框架', 1, '2023', '2024', 'sha256:' || hex(zeroblob(32)), 'cv', NULL, ?, ?)",
  )
  await env.HUB.batch([
    publish.bind('pub_1', 'out_1', member.id, 'ev_1', '先前', FACTS, 1),
    publish.bind('pub_2', 'out_2', member.id, 'ev_2', '最新', FACTS, 2),
    publish.bind('pub_3', 'out_3', outsider.id, 'ev_3', '他市', FACTS, 3),
  ])
  const coordinator = await mintPerson(group.id, 'coordinator')
  const res = await createApp().request(
    `/api/v1/groups/${group.slug}`,
    { headers: { ...coordinator } },
    env,
    createExecutionContext(),
  )
  expect(res.status).toBe(200)
  const body = await res.json<GroupOverview>()
  expect(body.members.map((m) => [m.city.id, m.latest?.title, m.latest?.degree])).toEqual([[member.id, '最新', 90]])
})

it('puts members beside each other by the series that most of them share, not by whatever each published last', async () => {
  const [group, one, other] = await Promise.all([
    mintOrganisation('group'),
    mintOrganisation('city'),
    mintOrganisation('city'),
  ])
  await env.HUB.batch([
    ...[one, other].map((city) =>
      env.HUB.prepare('INSERT INTO group_members (group_id, city_id, joined_at) VALUES (?, ?, 0)').bind(
        group.id,
        city.id,
      ),
    ),
    ...['tpl_joint', 'tpl_general'].map((id) =>
      env.HUB.prepare(
        "INSERT INTO templates (id, slug, name, name_en, summary, summary_en, created_at) VALUES (?, ?, '模板', 'template', '', '', 0)",
      ).bind(id, id),
    ),
  ])
  const publish = env.HUB.prepare(
    "INSERT INTO publications (id, outbox_id, city_id, evaluation_id, title, framework_name, framework_version, template_id, template_version, first_period, last_period, digest, headline_index_key, headline_index, payload, published_at) VALUES (?1, ?1, ?2, ?1, ?1, '框架', 1, ?3, 1, '2023', '2024', 'sha256:' || hex(zeroblob(32)), 'cv', NULL, json_object('lineage', ?3), ?4)",
  )
  await env.HUB.batch([
    publish.bind('joint_a', one.id, 'tpl_joint', 11),
    publish.bind('general_a', one.id, 'tpl_general', 12),
    publish.bind('joint_b', other.id, 'tpl_joint', 10),
  ])
  const coordinator = await mintPerson(group.id, 'coordinator')
  const res = await createApp().request(
    `/api/v1/groups/${group.slug}`,
    { headers: { ...coordinator } },
    env,
    createExecutionContext(),
  )
  const { members } = await res.json<GroupOverview>()
  expect(new Map(members.map((m) => [m.city.id, m.latest?.title]))).toEqual(
    new Map([
      [one.id, 'joint_a'],
      [other.id, 'joint_b'],
    ]),
  )
})
