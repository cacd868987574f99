/** Roles are rows of the hub: what stood before the table of roles stays as it was, and names and rows agree. */
import { applyD1Migrations, reset } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { beforeAll, expect, it } from 'vitest'
import { ROLES } from '../../worker/contract/names.ts'

const LIST = '0011_list_roles.sql'
const db = env.HUB

interface Membership {
  readonly organisation_id: string
  readonly user_id: string
  readonly role: string
  readonly created_at: number
}
const memberships = async (): Promise<Membership[]> =>
  (await db.prepare('SELECT * FROM memberships ORDER BY user_id, organisation_id').all<Membership>()).results
const join = (user: string, role: string) =>
  db
    .prepare("INSERT INTO memberships (organisation_id, user_id, role, created_at) VALUES ('org_b', ?, ?, 9)")
    .bind(user, role)
    .run()

let before: Membership[]

beforeAll(async () => {
  await reset()
  await applyD1Migrations(
    db,
    env.MIGRATIONS.hub.filter((m) => m.name < LIST),
  )
  await db.batch([
    db.prepare("INSERT INTO regions (code, name, name_en, sort, created_at) VALUES ('jjj', '京津冀', 'JJJ', 1, 0)"),
    ...['org_a', 'org_b'].map((id) =>
      db
        .prepare(
          "INSERT INTO organisations (id, kind, slug, name, name_en, region_code, created_at) VALUES (?1, 'city', ?1, '市', 'City', 'jjj', 0)",
        )
        .bind(id),
    ),
    ...ROLES.flatMap((role, i) => [
      db
        .prepare(
          "INSERT INTO users (id, email, name, password_hash, created_at) VALUES (?1, ?1 || '@city.example', '人', '', 0)",
        )
        .bind(`usr_${i}`),
      db
        .prepare("INSERT INTO memberships (organisation_id, user_id, role, created_at) VALUES ('org_a', ?, ?, ?)")
        .bind(`usr_${i}`, role, i),
      db
        .prepare('INSERT INTO sessions (token_hash, user_id, created_at, expires_at) VALUES (?1, ?1, 0, 1)')
        .bind(`usr_${i}`),
    ]),
  ])
  before = await memberships()
  await applyD1Migrations(db, env.MIGRATIONS.hub)
})

it('keeps every membership, and everything beside them', async () => {
  expect(before).toHaveLength(ROLES.length)
  expect(await memberships()).toEqual(before)
  const counts = await db
    .prepare('SELECT (SELECT count(*) FROM users) AS users, (SELECT count(*) FROM sessions) AS sessions')
    .first()
  expect(counts).toEqual({ users: ROLES.length, sessions: ROLES.length })
  expect((await db.prepare('PRAGMA foreign_key_check').all()).results).toEqual([])
})

it('finds a person’s memberships by the index, as before', async () => {
  const plan = await db
    .prepare("EXPLAIN QUERY PLAN SELECT role FROM memberships WHERE user_id = 'usr_1'")
    .all<{ detail: string }>()
  expect(plan.results.map((step) => step.detail).join()).toContain('memberships_by_user')
})

it('has the rows that the list of names has', async () => {
  const rows = (await db.prepare('SELECT role FROM roles').all<{ role: string }>()).results
  expect(rows.map((row) => row.role).toSorted()).toEqual([...ROLES].toSorted())
})

it('refuses a role that has no row, and takes it once it has one', async () => {
  await expect(join('usr_1', 'mayor')).rejects.toThrow('FOREIGN KEY')
  await db.prepare("INSERT INTO roles (role) VALUES ('mayor')").run()
  await join('usr_1', 'mayor')
  await expect(db.prepare("DELETE FROM roles WHERE role = 'mayor'").run()).rejects.toThrow('FOREIGN KEY')
})

it('still refuses a person or an organisation that does not exist, and a second role in one place', async () => {
  await expect(join('usr_none', 'viewer')).rejects.toThrow('FOREIGN KEY')
  await join('usr_2', 'viewer')
  await expect(join('usr_2', 'analyst')).rejects.toThrow('UNIQUE')
})
