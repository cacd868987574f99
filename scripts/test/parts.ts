/** The parts of the test run and what each starts. Parts that need one core run two at a time, the longest first; the browser part has workers
 * of its own and starts when no other part waits. */
export interface Part {
  readonly name: string
  /** Parts that the whole run already covers by another part are left out of it. */
  readonly inWholeRun: boolean
  /** `step` prepares what another part needs and counts as no test. */
  readonly kind: 'check' | 'vitest' | 'playwright' | 'step'
  /** Script below node_modules (or, beginning with ./, in the repository), then its arguments. All run one after another. */
  readonly commands: readonly (readonly string[])[]
}

/** `kernels` comes first: the others read the declarations that it writes (.cache/types/kernels), and say TS6305 where there are none. */
export const TYPE_PROJECTS = ['kernels', 'web', 'worker', 'test-worker', 'test', 'scripts'] as const

/** One thread each, as several run side by side; what was checked before is remembered in .cache. */
export const tsc = (project: string): readonly string[] => [
  'typescript/bin/tsc',
  '-p',
  `tsconfig.${project}.json`,
  '--singleThreaded',
  '--incremental',
  '--tsBuildInfoFile',
  `.cache/types/${project}.tsbuildinfo`,
]
export const LINT: readonly string[] = ['oxlint/bin/oxlint', '--deny-warnings', '.']
export const FORMAT: readonly string[] = ['oxfmt/bin/oxfmt', '--check', '.']
/** Exports, dependencies and files that nothing uses; then files that only tests use (its list of exceptions: knip.jsonc). */
export const UNUSED: readonly (readonly string[])[] = [
  ['knip/bin/knip.js', '--no-progress', '--no-config-hints', '--exclude', 'types'],
  ['knip/bin/knip.js', '--no-progress', '--no-config-hints', '--production', '--include', 'files'],
]
export const vitest = (...args: string[]): readonly string[] => ['vitest/vitest.mjs', 'run', ...args]

const part = (name: string, kind: Part['kind'], commands: Part['commands'], inWholeRun = false): Part => ({
  name,
  kind,
  commands,
  inWholeRun,
})

export const PARTS: readonly Part[] = [
  part('worker', 'vitest', [vitest('--project', 'worker')], true),
  // The build and the seeded demonstration that the browser tests copy.
  part('seed', 'step', [['./scripts/serve/keptState.ts']], true),
  // The project `unit` holds test/arch, test/golden and test/property too.
  part('unit', 'vitest', [vitest('--project', 'unit')], true),
  part('types', 'check', TYPE_PROJECTS.map(tsc), true),
  part('reference', 'vitest', [vitest('--project', 'reference')], true),
  part('lint', 'check', [LINT], true),
  part('openapi', 'check', [['./scripts/openapi/main.ts']], true),
  part('format', 'check', [FORMAT], true),
  part('unused', 'check', UNUSED, true),
  part('arch', 'vitest', [vitest('--project', 'unit', 'test/arch')]),
  part('golden', 'vitest', [vitest('--project', 'unit', 'test/golden')]),
  part('property', 'vitest', [vitest('--project', 'unit', 'test/property')]),
  part('tenancy', 'vitest', [vitest('--project', 'worker', 'test/tenancy')]),
  part('e2e', 'playwright', [['@playwright/test/cli.js', 'test']], true),
]
