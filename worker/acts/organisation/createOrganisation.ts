/** A new city, group or assessor with its first person, in one hub batch. The city's region needs no row: its data begin with its id. */
import { findTaken, insertOrganisation, isRegion } from '../../../db/hub/queries/organisations.ts'
import { insertMembership, insertUser } from '../../../db/hub/queries/users.ts'
import { FIRST_ROLE } from '../../authority/roles.ts'
import { openRegion } from '../../env.ts'
import { AppError, type Fault } from '../../contract/problems.ts'
import { newId } from '../../lib/id.ts'
import { hashPassword } from '../../lib/password.ts'
import { sentence } from '../../words/sentence.ts'
import { organisationView } from '../../services/organisation/view.ts'
import type { Act, Plan } from '../act.types.ts'
import type { ServiceContext } from '../../context.ts'
import type { CreateOrganisation } from '../../contract/operator.ts'
import type { Organisation } from '../../contract/wire.ts'

export const createOrganisation: Act<ServiceContext, CreateOrganisation, Organisation> = {
  name: 'organisation.create',
  by: { permission: 'operator:manage' },
  where: 'hub',
  plan,
}

async function plan(ctx: ServiceContext, input: CreateOrganisation): Promise<Plan<Organisation>> {
  const email = input.owner.email.trim().toLowerCase()
  const faults: Fault[] = []
  if (
    input.kind === 'city' &&
    (input.regionCode === null ||
      !(await isRegion(ctx.hub, input.regionCode)) ||
      openRegion(ctx.env, input.regionCode) === undefined)
  ) {
    faults.push({
      path: 'regionCode',
      code: 'unknown-region',
      message: sentence('accounts.unknown-region-of-city'),
    })
  }
  if (input.kind !== 'city' && input.regionCode !== null && !(await isRegion(ctx.hub, input.regionCode)))
    faults.push({ path: 'regionCode', code: 'unknown-region', message: sentence('accounts.unknown-region') })
  const taken = await takenFaults(ctx, input.slug, email)
  if (faults.length + taken.length > 0)
    throw new AppError(taken.length > 0 ? 'already-exists' : 'invalid', undefined, [...faults, ...taken])

  const createdAt = ctx.now()
  const row = {
    id: newId('org', createdAt),
    kind: input.kind,
    slug: input.slug,
    name: input.name,
    nameEn: input.nameEn === '' ? input.name : input.nameEn,
    regionCode: input.regionCode,
    isDemo: false,
    status: 'active' as const,
    createdAt,
  }
  const userId = newId('usr', createdAt)
  const passwordHash = await hashPassword(input.owner.password, ctx.config.scryptCost)
  return {
    target: row.id,
    organisationId: row.id,
    statements: [
      insertOrganisation(ctx.hub, row),
      insertUser(ctx.hub, { id: userId, email, name: input.owner.name, passwordHash, status: 'active', createdAt }),
      insertMembership(ctx.hub, { organisationId: row.id, userId, role: FIRST_ROLE[input.kind], createdAt }),
    ],
    detail: { kind: row.kind, slug: row.slug, regionCode: row.regionCode },
    onConflict: async () => {
      // Somebody took the slug or the address while the password was being hashed.
      const late = await takenFaults(ctx, input.slug, email)
      return late.length > 0 ? new AppError('already-exists', undefined, late) : undefined
    },
    result: () => organisationView(row),
  }
}

async function takenFaults(ctx: ServiceContext, slug: string, email: string): Promise<Fault[]> {
  const taken = await findTaken(ctx.hub, slug, email)
  return [
    ...(taken.slug ? [{ path: 'slug', code: 'taken', message: sentence('accounts.slug-taken') }] : []),
    ...(taken.email ? [{ path: 'owner.email', code: 'taken', message: sentence('accounts.email-taken') }] : []),
  ]
}
