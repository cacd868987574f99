/** What the local server is told by its surroundings, checked once. */
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DEMO_ACCOUNTS } from '../../db/seed/demo/accounts.ts'

export const ROOT = fileURLToPath(new URL('../../', import.meta.url).href)

/** A start that cannot be, for a reason people can act on: printed as a sentence, without a stack. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused'
}

export interface Settings {
  readonly port: number
  readonly host: string
  /** Folder of the local databases; wrangler reads the same one with --persist-to. */
  readonly state: string
  /** false: an empty installation with one operator, for self-hosting. */
  readonly demo: boolean
  readonly operator: { readonly email: string; readonly password: string | null }
  /** Variables of the Worker that this server sets otherwise than wrangler.toml. */
  readonly vars: Readonly<Record<string, string>>
}

export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const port = Number(env['PORT'] ?? '8787')
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new StartRefused(`PORT must be a number from 1 to 65535, or 0 for any free one, not “${env['PORT'] ?? ''}”`)
  const demo = env['JUNHENG_DEMO'] ?? '1'
  if (demo !== '0' && demo !== '1')
    throw new StartRefused(`JUNHENG_DEMO is 0 (empty) or 1 (demonstration data), not “${demo}”`)
  const rateLimits = env['JUNHENG_RATE_LIMITS'] ?? 'on'
  if (rateLimits !== 'on' && rateLimits !== 'off')
    throw new StartRefused(`JUNHENG_RATE_LIMITS is on or off, not “${rateLimits}”`)
  return {
    port,
    host: env['HOST'] ?? '127.0.0.1',
    state: resolve(ROOT, env['JUNHENG_STATE'] ?? '.wrangler/state'),
    demo: demo === '1',
    operator: {
      email: (env['JUNHENG_OPERATOR_EMAIL'] ?? 'operator@junheng.local').trim().toLowerCase(),
      password: env['JUNHENG_OPERATOR_PASSWORD'] ?? null,
    },
    vars: {
      DEMO: demo === '1' ? 'local' : '',
      RATE_LIMITS: rateLimits,
      // Nobody stands in front unless told so, and a header that a caller can write says nothing.
      CLIENT_ADDRESS_HEADER: (env['JUNHENG_ADDRESS_HEADER'] ?? '').trim().toLowerCase(),
      // The demonstration's keys are everybody's, and are measured with.
      ...(demo === '1' ? { RATE_KEY: '600000/60', DEMO_ACCOUNTS: JSON.stringify(DEMO_ACCOUNTS) } : {}),
    },
  }
}
