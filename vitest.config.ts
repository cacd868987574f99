/** Three fast projects: `unit` in Node (engine, format, laws, golden values, repository rules), `worker` in workerd
 * with every local D1, and `reference`, which holds the engine against third-party data when that folder is present. */
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'

/** A test that hangs must end; how fast it is belongs in the bench. Two busy cores make seconds of milliseconds. */
const testTimeout = 60_000

export default defineConfig(({ mode }) => ({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          testTimeout,
          environment: 'node',
          include: ['test/{unit,property,golden,arch}/**/*.test.ts'],
          isolate: false,
        },
      },
      {
        test: {
          name: 'reference',
          testTimeout,
          environment: 'node',
          include: ['test/reference/**/*.test.ts'],
          isolate: false,
        },
      },
      {
        plugins: [
          cloudflareTest(async () => ({
            wrangler: { configPath: './wrangler.toml' },
            miniflare: {
              bindings: {
                MIGRATIONS: {
                  hub: await readD1Migrations('db/migrations/hub'),
                  region: await readD1Migrations('db/migrations/region'),
                },
                SCRYPT_COST: '1024',
                SIGNING_SECRET: 'signing secret of the worker tests',
                RATE_LIMITS: 'off',
                // Requests to each route; `npm run fuzz` sends ten thousand in all.
                FUZZ_RUNS: mode === 'fuzz' ? 180 : 5,
              },
            },
          })),
        ],
        test: {
          name: 'worker',
          testTimeout,
          include: ['test/{worker,tenancy}/**/*.test.ts'],
          setupFiles: ['./test/support/worker-setup.ts'],
          isolate: false,
          fileParallelism: true,
          maxWorkers: 1,
        },
      },
    ],
  },
}))
