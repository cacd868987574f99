/** Where the third-party reference values lie: $JUNHENG_REFERENCE, else shared/reference beside the repository. They are not part of the project,
 * so a clone may be without them; then `present` is false. A folder that was named has to be there. */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { ROOT } from '../serve/settings.ts'

export interface ReferenceFolder {
  readonly path: string
  readonly named: boolean
  readonly present: boolean
}

export function referenceFolder(): ReferenceFolder {
  const named = process.env['JUNHENG_REFERENCE'] ?? ''
  const path = named === '' ? join(ROOT, '../shared/reference') : resolve(ROOT, named)
  return { path, named: named !== '', present: existsSync(path) }
}
