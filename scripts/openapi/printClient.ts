/** The text of the web's generated client types, formatted as the repository is. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { format, type FormatConfig } from 'oxfmt'
import { ROOT } from '../serve/settings.ts'
import { clientTypes } from './clientTypes.ts'
import { servedDocument } from './served.ts'

export const GENERATED = 'web/api/routes.gen.ts'

export async function printClient(): Promise<string> {
  const {
    $schema: _,
    ignorePatterns: __,
    ...options
  } = JSON.parse(readFileSync(join(ROOT, '.oxfmtrc.json'), 'utf8')) as FormatConfig & Record<string, unknown>
  const { code, errors } = await format(GENERATED, clientTypes(await servedDocument()), options)
  if (errors.length > 0) throw new Error(`oxfmt: ${JSON.stringify(errors)}`)
  return code
}
