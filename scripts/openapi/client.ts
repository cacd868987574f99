/** Writes web/api/routes.gen.ts, the types of the web's client, from the document the application serves. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../serve/settings.ts'
import { GENERATED, printClient } from './printClient.ts'

writeFileSync(join(ROOT, GENERATED), await printClient())
