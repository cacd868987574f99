/** One organisation by its id; or 404. */
import { findOrganisation } from '../../../db/hub/queries/organisations.ts'
import { AppError } from '../../contract/problems.ts'
import { organisationView } from './view.ts'
import type { ServiceContext } from '../../context.ts'
import type { Organisation } from '../../contract/wire.ts'

export async function requireOrganisation(ctx: ServiceContext, id: string): Promise<Organisation> {
  const row = await findOrganisation(ctx.hub, id)
  if (row === undefined) throw new AppError('not-found')
  return organisationView(row)
}
