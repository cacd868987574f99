/** A tool's script below node_modules, or one of our own (./scripts/…), on this very Node. Its output goes straight to the terminal, or is
 * gathered so that tools that run side by side do not mix their lines. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ROOT } from '../serve/settings.ts'

export interface Ran {
  readonly code: number
  /** Empty when it went to the terminal. */
  readonly output: string
}

export function runTool(
  [script = '', ...args]: readonly string[],
  { gather, env = {} }: { readonly gather: boolean; readonly env?: Readonly<Record<string, string>> },
): Promise<Ran> {
  return new Promise((resolve) => {
    const path = script.startsWith('./') ? join(ROOT, script) : join(ROOT, 'node_modules', script)
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', path, ...args], {
      cwd: ROOT,
      stdio: gather ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      env: { ...process.env, ...(gather && process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}), ...env },
    })
    const pieces: Buffer[] = []
    child.stdout?.on('data', (piece: Buffer) => pieces.push(piece))
    child.stderr?.on('data', (piece: Buffer) => pieces.push(piece))
    const forward = (signal: NodeJS.Signals): void => void child.kill(signal)
    process.on('SIGINT', forward).on('SIGTERM', forward)
    child.on('error', (error) => resolve({ code: 1, output: error.message }))
    child.on('close', (code) => {
      process.off('SIGINT', forward).off('SIGTERM', forward)
      resolve({ code: code ?? 1, output: Buffer.concat(pieces).toString('utf8') })
    })
  })
}
