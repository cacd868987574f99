/** The JSON columns of db/hub/queries/credentials.ts, parsed once. */
import { z } from 'zod'
import { ASSIGNMENT_PERMISSIONS } from '../../authority/roles.ts'
import { PERMISSIONS } from '../../contract/names.ts'
import { Organisation, Role } from '../../contract/wire.ts'
import type { ActorAssignment, ActorMembership } from '../../authority/actor.types.ts'

const Permission = z.enum(PERMISSIONS)
const Memberships = z.array(z.object({ organisation: Organisation, role: Role }))
const Assignments = z.array(z.object({ city: Organisation, actions: z.array(z.string()) }))

export const parseOrganisation = (json: string): Organisation => Organisation.parse(JSON.parse(json))
export const parseMemberships = (json: string): ActorMembership[] => Memberships.parse(JSON.parse(json))
export const parseScopes = (json: string) =>
  z
    .array(z.string())
    .parse(JSON.parse(json))
    .flatMap((s) => Permission.safeParse(s).data ?? [])
/** An assignment grants what it names, and never more than any assignment may. */
export const parseAssignments = (json: string): ActorAssignment[] =>
  Assignments.parse(JSON.parse(json)).map((a) => ({
    city: a.city,
    permissions: ASSIGNMENT_PERMISSIONS.filter((p) => a.actions.includes(p)),
  }))
