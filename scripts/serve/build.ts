/** Builds the web and the Worker into .cache/build/<hash of their sources>, so that a second start builds nothing and a running
 * server never loses its files to a later build. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './settings.ts'
import { sourceHash } from './sourceHash.ts'

export interface Build {
  /** Folder with the web's files. */
  readonly web: string
  /** The bundled Worker, one ES module. */
  readonly worker: string
  readonly fresh: boolean
}

const SOURCES = [
  'web',
  'worker',
  'db',
  'vite.config.ts',
  'scripts/web-preload.ts',
  'scripts/web-verifier.ts',
  'scripts/verify',
  'package-lock.json',
]
const KEPT_BUILDS = 4
const KEPT_FOR_MS = 24 * 3600 * 1000

export async function build(): Promise<Build> {
  const builds = join(ROOT, '.cache', 'build')
  const folder = join(builds, sourceHash(SOURCES))
  const result = { web: join(folder, 'web'), worker: join(folder, 'worker', 'index.js') }
  if (existsSync(folder)) {
    const now = new Date()
    utimesSync(folder, now, now)
    return { ...result, fresh: false }
  }
  const draft = `${folder}.${process.pid}`
  await Promise.all([buildWeb(join(draft, 'web')), buildWorker(join(draft, 'worker'))])
  try {
    renameSync(draft, folder)
  } catch (error) {
    // Another process finished the same build first: its files are the same.
    if (!existsSync(folder)) throw error
    rmSync(draft, { recursive: true, force: true })
  }
  prune(builds)
  return { ...result, fresh: true }
}

/** The Worker alone, for tests that need no web. */
export async function buildWorker(outDir: string): Promise<void> {
  const { build: viteBuild } = await import('vite')
  await viteBuild({
    configFile: false,
    root: ROOT,
    logLevel: 'warn',
    publicDir: false,
    ssr: { target: 'webworker', noExternal: true },
    build: {
      ssr: 'worker/index.ts',
      outDir,
      emptyOutDir: true,
      minify: true,
      target: 'es2024',
      rolldownOptions: {
        checks: { pluginTimings: false },
        external: [/^node:/, /^cloudflare:/],
        output: { entryFileNames: 'index.js', codeSplitting: false },
      },
    },
  })
}

async function buildWeb(outDir: string): Promise<void> {
  const { build: viteBuild } = await import('vite')
  await viteBuild({
    configFile: join(ROOT, 'vite.config.ts'),
    root: join(ROOT, 'web'),
    logLevel: 'warn',
    build: {
      outDir,
      emptyOutDir: true,
      reportCompressedSize: false,
      rolldownOptions: { checks: { pluginTimings: false } },
    },
  })
}

/** Old builds go, except the newest and those of the last day: somebody may still be serving one. */
function prune(builds: string): void {
  mkdirSync(builds, { recursive: true })
  const byAge = readdirSync(builds)
    .map((name) => ({ path: join(builds, name), usedAt: statSync(join(builds, name)).mtimeMs }))
    .sort((a, b) => b.usedAt - a.usedAt)
  for (const old of byAge.slice(KEPT_BUILDS))
    if (old.usedAt < Date.now() - KEPT_FOR_MS) rmSync(old.path, { recursive: true, force: true })
}
