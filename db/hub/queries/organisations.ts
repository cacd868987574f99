/** Organisations, their members, groups and assignments: reads for the rooms that live in the hub. */
import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { HubDb, Statement } from '../../client.ts'
import { assignments, groupMembers, memberships, organisations, publications, regions, users } from '../schema.ts'

export type OrganisationRow = typeof organisations.$inferSelect
export type AssignmentRow = typeof assignments.$inferSelect

interface Cursor {
  readonly createdAt: number
  readonly id: string
}

/** In the order they joined, those after a cursor. */
export const listMembers = (db: HubDb, organisationId: string, limit: number, after: Cursor | undefined) =>
  db
    .select({
      userId: users.id,
      name: users.name,
      email: users.email,
      role: memberships.role,
      joinedAt: memberships.createdAt,
    })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(
      and(
        eq(memberships.organisationId, organisationId),
        after && sql`(${memberships.createdAt}, ${users.id}) > (${after.createdAt}, ${after.id})`,
      ),
    )
    .orderBy(asc(memberships.createdAt), asc(users.id))
    .limit(limit)

export const listGroupCities = (db: HubDb, groupId: string): Promise<{ city: OrganisationRow }[]> =>
  db
    .select({ city: organisations })
    .from(groupMembers)
    .innerJoin(organisations, eq(organisations.id, groupMembers.cityId))
    .where(and(eq(groupMembers.groupId, groupId), eq(organisations.status, 'active')))
    .orderBy(asc(organisations.name), asc(organisations.id))

export function listAssignments(
  db: HubDb,
  assessorId: string,
  limit: number,
  before: Cursor | undefined,
): Promise<{ assignment: AssignmentRow; assessor: OrganisationRow; city: OrganisationRow }[]> {
  const assessor = alias(organisations, 'assessor')
  const city = alias(organisations, 'city')
  return db
    .select({ assignment: assignments, assessor, city })
    .from(assignments)
    .innerJoin(assessor, eq(assessor.id, assignments.assessorId))
    .innerJoin(city, eq(city.id, assignments.cityId))
    .where(
      and(
        eq(assignments.assessorId, assessorId),
        before && sql`(${assignments.endsAt}, ${assignments.id}) < (${before.createdAt}, ${before.id})`,
      ),
    )
    .orderBy(desc(assignments.endsAt), desc(assignments.id))
    .limit(limit)
}

/** Newest first, those before a cursor; `kind` limits them to one kind. */
export const listOrganisations = (
  db: HubDb,
  kind: OrganisationRow['kind'] | undefined,
  limit: number,
  before: Cursor | undefined,
) =>
  db
    .select({
      organisation: organisations,
      memberCount: sql<number>`(SELECT count(*) FROM ${memberships} WHERE ${memberships.organisationId} = ${organisations.id})`,
      publicationCount: sql<number>`(SELECT count(*) FROM ${publications} WHERE ${publications.cityId} = ${organisations.id})`,
    })
    .from(organisations)
    .where(
      and(
        kind && eq(organisations.kind, kind),
        before && sql`(${organisations.createdAt}, ${organisations.id}) < (${before.createdAt}, ${before.id})`,
      ),
    )
    .orderBy(desc(organisations.createdAt), desc(organisations.id))
    .limit(limit)

export async function findOrganisation(db: HubDb, id: string): Promise<OrganisationRow | undefined> {
  const rows = await db.select().from(organisations).where(eq(organisations.id, id)).limit(1)
  return rows[0]
}

export async function isRegion(db: HubDb, code: string): Promise<boolean> {
  const rows = await db.select({ code: regions.code }).from(regions).where(eq(regions.code, code)).limit(1)
  return rows.length === 1
}

/** Which of slug and e-mail are taken. */
export async function findTaken(db: HubDb, slug: string, email: string): Promise<{ slug: boolean; email: boolean }> {
  const [bySlug, byEmail] = await db.batch([
    db.select({ id: organisations.id }).from(organisations).where(eq(organisations.slug, slug)),
    db.select({ id: users.id }).from(users).where(eq(users.email, email)),
  ])
  return { slug: bySlug.length > 0, email: byEmail.length > 0 }
}

export const insertOrganisation = (db: HubDb, row: typeof organisations.$inferInsert): Statement =>
  db.insert(organisations).values(row)
