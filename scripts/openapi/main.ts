/** The OpenAPI document as the application serves it, into a temporary file, and @redocly/cli over it with the rules of redocly.yaml. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from '../serve/settings.ts'
import { servedDocument } from './served.ts'

const folder = mkdtempSync(join(tmpdir(), 'junheng-openapi-'))
try {
  const file = join(folder, 'openapi.json')
  writeFileSync(file, await servedDocument())
  const { status } = spawnSync(
    process.execPath,
    [join(ROOT, 'node_modules/@redocly/cli/bin/cli.js'), 'lint', file, '--config', join(ROOT, 'redocly.yaml')],
    {
      cwd: ROOT,
      stdio: 'inherit',
      env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
    },
  )
  process.exitCode = status ?? 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
