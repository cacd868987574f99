/** Is a failure inside a city the region's own? A database that is damaged, unreachable or not migrated makes every request of its cities fail, and their
 * people are told which region it is (503), not that something went wrong (500). */
import type { Context } from 'hono'
import { pingRegion } from '../../db/region/queries/ping.ts'
import { REGIONS } from '../../db/regions.ts'
import { sentence } from '../words/sentence.ts'
import { AppError } from '../contract/problems.ts'
import type { AppEnv } from './appEnv.ts'

/** What SQLite says of a file that is no database, torn, or not to be opened, read or written. */
const DAMAGE = /SQLITE_(NOTADB|CORRUPT|CANTOPEN|IOERR|READONLY|FULL)|file is not a database|disk image is malformed/

export function regionUnavailable(code: string): AppError {
  const region = REGIONS.find((r) => r.code === code)
  return new AppError(
    'unavailable',
    sentence('requests.region-unavailable', {
      region: { name: region?.name ?? code, nameEn: region?.nameEn ?? code },
    }),
    [{ path: 'region', code: 'region-unavailable', message: code }],
  )
}

/** The error to answer with: an unexpected one of a region that is not well becomes `unavailable`, anything else stays what it is. */
export async function blameRegion(c: Context<AppEnv>, error: unknown): Promise<unknown> {
  // Guarantee: the variable is set by the door of a city only.
  const tenant = c.get('tenant') as AppEnv['Variables']['tenant'] | undefined
  if (tenant === undefined) return error
  const isWell = messages(error).some((m) => DAMAGE.test(m))
    ? false
    : await pingRegion(tenant.region).then(
        () => true,
        () => false,
      )
  return isWell ? error : regionUnavailable(tenant.city.regionCode ?? '')
}

function messages(error: unknown): string[] {
  const out: string[] = []
  for (let e: unknown = error; e instanceof Error; e = e.cause) out.push(e.message)
  return out
}
