/** Organisations, their members, groups and assignments: reads for the rooms that live in the hub. */
import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { HubDb, Statement } from '../../client.ts'
import { assignments, groupMembers, memberships, organisations, publications, regions, users } from '../schema.ts'

export type OrganisationRow = typeof organisations.$inferSelect
export type AssignmentRow = typeof assignments.$inferSelect

export const listMembers = (db: HubDb, organisationId: string) =>
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
    .where(eq(memberships.organisationId, organisationId))
    .orderBy(asc(memberships.createdAt), asc(users.id))

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
): Promise<{ assignment: AssignmentRow; assessor: OrganisationRow; city: OrganisationRow }[]> {
  const assessor = alias(organisations, 'assessor')
  const city = alias(organisations, 'city')
  return db
    .select({ assignment: assignments, assessor, city })
    .from(assignments)
    .innerJoin(assessor, eq(assessor.id, assignments.assessorId))
    .innerJoin(city, eq(city.id, assignments.cityId))
    .where(eq(assignments.assessorId, assessorId))
    .orderBy(desc(assignments.endsAt), asc(assignments.id))
}

export const listOrganisations = (db: HubDb) =>
  db
    .select({
      organisation: organisations,
      memberCount: sql<number>`(SELECT count(*) FROM ${memberships} WHERE ${memberships.organisationId} = ${organisations.id})`,
      publicationCount: sql<number>`(SELECT count(*) FROM ${publications} WHERE ${publications.cityId} = ${organisations.id})`,
    })
    .from(organisations)
    .orderBy(asc(organisations.kind), asc(organisations.slug))

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
