/** The Chromium that browser tests drive: $CHROMIUM, else the one npm brought, else a system one, with a Chinese font for it. The npm one is the
 * version of the lock and has no desktop around the page: the same tests take a third less time in it. None is an error with a remedy, never a
 * reason to skip. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

export interface Browser {
  readonly executablePath: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
}

// The pages of one browser share a process, which starts once and keeps the app's code compiled.
const ARGS = [
  '--process-per-site',
  '--disable-gpu',
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
]
const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const require = createRequire(import.meta.url)

export async function findChromium(): Promise<Browser> {
  const named = process.env['CHROMIUM']
  if (named !== undefined && named !== '') {
    if (!existsSync(named)) throw new Error(`$CHROMIUM names ${named}, which does not exist`)
    return { executablePath: named, args: ARGS, env: chineseFont() }
  }
  const found = [await fromNpm(), ...SYSTEM].find((path) => path !== undefined && starts(path))
  if (found !== undefined) return { executablePath: found, args: ARGS, env: chineseFont() }
  throw new Error(
    'No Chromium for the browser tests: set $CHROMIUM, or install one (Debian: apt-get install chromium fonts-wqy-microhei).',
  )
}

/** Its own arguments are for a function that draws one page and ends: in a single process the browser dies with its first context, and without
 * web security a missing header would go unseen. */
async function fromNpm(): Promise<string | undefined> {
  try {
    const { default: chromium } = await import('@sparticuz/chromium')
    return await chromium.executablePath()
  } catch {
    return undefined
  }
}

/** Whether this machine has the libraries it is linked with. */
function starts(path: string): boolean {
  return existsSync(path) && spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0
}

/** Fontconfig with the npm font beside the system's, so that Chinese is never drawn as empty boxes. */
function chineseFont(): Record<string, string> {
  const fonts = dirname(require.resolve('@expo-google-fonts/noto-sans-sc/package.json'))
  const folder = fileURLToPath(new URL('../../.cache/fonts/', import.meta.url).href)
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'fonts.conf')
  const include = existsSync('/etc/fonts/fonts.conf')
    ? '  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>\n'
    : ''
  writeFileSync(
    file,
    `<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">\n<fontconfig>\n${include}  <dir>${fonts}</dir>\n  <cachedir>${join(folder, 'cache')}</cachedir>\n</fontconfig>\n`,
  )
  return { FONTCONFIG_FILE: file }
}
