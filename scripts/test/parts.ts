/** The parts of the test run, in the order in which they fail fastest, and what each starts. */
export interface Part {
  readonly name: string
  /** Parts that the whole run already covers by another part are left out of it. */
  readonly inWholeRun: boolean
  readonly kind: 'check' | 'vitest' | 'playwright'
  readonly commands: readonly (readonly string[])[]
}

const TSC = 'typescript/bin/tsc'
const tsc = (config: string): readonly string[] => [TSC, '-p', config]
const vitest = (...args: string[]): readonly (readonly string[])[] => [['vitest/vitest.mjs', 'run', ...args]]

const part = (name: string, kind: Part['kind'], commands: Part['commands'], inWholeRun = false): Part => ({
  name,
  kind,
  commands,
  inWholeRun,
})

export const PARTS: readonly Part[] = [
  part(
    'types',
    'check',
    [
      'tsconfig.worker.json',
      'tsconfig.web.json',
      'tsconfig.test.json',
      'tsconfig.test-worker.json',
      'tsconfig.scripts.json',
    ].map(tsc),
    true,
  ),
  part('lint', 'check', [['oxlint/bin/oxlint', '--deny-warnings', '.']], true),
  part('arch', 'vitest', vitest('--project', 'unit', 'test/arch')),
  part('golden', 'vitest', vitest('--project', 'unit', 'test/golden')),
  part('property', 'vitest', vitest('--project', 'unit', 'test/property')),
  // The project `unit` holds test/arch, test/golden and test/property too.
  part('unit', 'vitest', vitest('--project', 'unit'), true),
  part('reference', 'vitest', vitest('--project', 'reference'), true),
  part('tenancy', 'vitest', vitest('--project', 'worker', 'test/tenancy')),
  part('worker', 'vitest', vitest('--project', 'worker'), true),
  part('e2e', 'playwright', [['@playwright/test/cli.js', 'test']], true),
]
