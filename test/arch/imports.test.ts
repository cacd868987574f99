import { describe, expect, it } from 'vitest'
import { filesIn, importsOf, read } from '../support/sources.ts'

const SOURCE = /\.tsx?$/
const worker = filesIn('worker', SOURCE)
const db = filesIn('db', SOURCE)
const web = filesIn('web', SOURCE)

/** Imports of `files` that `allowed` refuses, as "file → target". */
const refused = (
  files: readonly string[],
  allowed: (target: string, isType: boolean, file: string) => boolean,
): string[] =>
  files.flatMap((file) =>
    importsOf(file)
      .filter((i) => !allowed(i.target, i.isType, file))
      .map((i) => `${file} → ${i.target}`),
  )

const isPackage = (target: string, name: RegExp): boolean =>
  !/^(worker|db|web|scripts|test)\//.test(target) && name.test(target)

const webMayImport = (t: string, isType: boolean): boolean =>
  t.startsWith('web/') ||
  t.startsWith('worker/engine/') ||
  t.startsWith('worker/authority/') ||
  t.startsWith('worker/record/') ||
  /^worker\/(contract\/(names|importLimits|compute\/limits)|release\/states)\.ts$/.test(t) ||
  (isType && t.startsWith('worker/contract/')) ||
  !/^(worker|db|scripts|test)\//.test(t)
const dbMayImport = (t: string, isType: boolean, file: string): boolean =>
  !t.startsWith('worker/') ||
  isType ||
  t.startsWith('worker/lib/') ||
  t.startsWith('worker/log/') ||
  (file.startsWith('db/seed/') && /^worker\/(engine|reference|acts)\//.test(t))

/** The rooms, each above those it may import from: its own and any lower one. The seed stands outside: it is what a test or a start runs. */
const ROOMS: readonly (readonly [folder: string, height: number])[] = [
  ['worker/lib/', 0],
  ['worker/engine/', 0],
  ['worker/log/', 1],
  ['worker/ledger/', 0],
  ['worker/release/states.ts', 1],
  ['worker/contract/', 1],
  ['worker/words/', 1],
  ['worker/authority/', 2],
  ['worker/reference/', 2],
  ['db/seed/', 11],
  ['db/', 2],
  ['worker/env.ts', 3],
  ['worker/context.ts', 4],
  ['worker/services/', 5],
  ['worker/release/', 5],
  ['worker/record/', 5],
  ['worker/acts/', 6],
  ['worker/jobs/', 7],
  ['worker/http/', 7],
  ['worker/routes/', 8],
  ['worker/app.ts', 9],
  ['worker/index.ts', 10],
]
const heightOf = (file: string): number | undefined => ROOMS.find(([folder]) => file.startsWith(folder))?.[1]

describe('the rooms', () => {
  const source = [...worker, ...db]
  const edges = new Map(
    source.map((file) => [
      file,
      importsOf(file)
        .map((i) => i.target)
        .filter((t) => /^(worker|db)\//.test(t)),
    ]),
  )

  it('has a place for every file', () => {
    expect(source.filter((file) => heightOf(file) === undefined)).toEqual([])
  })
  it('is entered from above only, types included', () => {
    const upwards = [...edges].flatMap(([file, targets]) =>
      targets
        .filter((target) => (heightOf(target) ?? Number.POSITIVE_INFINITY) > (heightOf(file) ?? -1))
        .map((target) => `${file} → ${target}`),
    )
    expect(upwards).toEqual([])
  })
  it('has no circle of files, types included', () => {
    expect(circles(edges)).toEqual([])
  })
  it('sees an upward import and a circle where there is one', () => {
    expect(heightOf('worker/contract/wire.ts')).toBeLessThan(heightOf('worker/services/x.ts') ?? 0)
    expect(
      circles(
        new Map([
          ['a', ['b']],
          ['b', ['c']],
          ['c', ['a']],
          ['d', ['a']],
        ]),
      ),
    ).toEqual([['a', 'b', 'c']])
  })
})

/** Files that reach themselves, by Tarjan's strongly connected components. */
function circles(edges: ReadonlyMap<string, readonly string[]>): string[][] {
  const found: string[][] = []
  const [index, low, stack] = [new Map<string, number>(), new Map<string, number>(), [] as string[]]
  const visit = (file: string): void => {
    index.set(file, index.size)
    low.set(file, index.size - 1)
    stack.push(file)
    for (const next of edges.get(file) ?? []) {
      if (!edges.has(next)) continue
      if (!index.has(next)) visit(next)
      if (stack.includes(next)) low.set(file, Math.min(low.get(file) ?? 0, low.get(next) ?? 0))
    }
    if (low.get(file) !== index.get(file)) return
    const circle = stack.splice(stack.indexOf(file))
    if (circle.length > 1) found.push(circle.sort())
  }
  for (const file of edges.keys()) if (!index.has(file)) visit(file)
  return found
}

describe('who may import whom', () => {
  it('finds the files it speaks of', () => {
    expect(Math.min(worker.length, db.length, web.length)).toBeGreaterThan(10)
  })
  it('drizzle-orm only in db/', () => {
    expect(refused([...worker, ...web], (t) => !isPackage(t, /^drizzle-orm/))).toEqual([])
  })
  it('hono only in worker/app.ts, worker/http and worker/routes', () => {
    const elsewhere = [...worker.filter((f) => !/^worker\/(app\.ts|http\/|routes\/)/.test(f)), ...db, ...web]
    expect(refused(elsewhere, (t) => !isPackage(t, /^(@hono\/|hono)/))).toEqual([])
  })
  it('the engine imports only itself', () => {
    expect(
      refused(
        worker.filter((f) => f.startsWith('worker/engine/')),
        (t) => t.startsWith('worker/engine/'),
      ),
    ).toEqual([])
  })
  it('the log imports only itself and the digests, so that it runs wherever a log is checked', () => {
    expect(
      refused(
        worker.filter((f) => f.startsWith('worker/log/')),
        (t) => t.startsWith('worker/log/') || t.startsWith('worker/engine/digest/'),
      ),
    ).toEqual([])
  })
  it('whatever verifies a record runs anywhere: no database, no HTTP, no package but zod', () => {
    const reached = new Set(worker.filter((f) => f.startsWith('worker/record/')))
    for (const file of reached)
      for (const i of file.startsWith('worker/') ? importsOf(file) : []) if (!i.isType) reached.add(i.target)
    expect(reached.size).toBeGreaterThan(50)
    expect(
      [...reached].filter((t) => !/^worker\/(record|log|contract|words|engine|services|lib|release\/states)\b/.test(t)),
    ).toEqual(['zod'])
  })
  it('the web takes from the Worker the engine, the permissions, records, the contract’s names, limits and types, nothing else', () => {
    expect(refused(web, webMayImport)).toEqual([])
  })
  it('db/ takes types and primitives from the Worker and the log’s texts; only the seed runs its engine', () => {
    expect(refused(db, dbMayImport)).toEqual([])
  })
})

it('the engine reads no clock, no chance, no locale and no network', () => {
  const forbidden =
    /\b(Date\.now|new Date|Math\.random|performance\.now|fetch\(|toLocale\w+|localeCompare|Intl\.|crypto\.(getRandom|random))/
  const faults = worker
    .filter((f) => f.startsWith('worker/engine/'))
    .flatMap((file) =>
      read(file)
        .replaceAll(/\/\*[\s\S]*?\*\//g, '')
        .split('\n')
        .filter((line) => forbidden.test(line.replace(/\/\/.*/, '')))
        .map((line) => `${file}: ${line.trim()}`),
    )
  expect(faults).toEqual([])
})

describe('who writes', () => {
  const everywhere = [...worker, ...db, ...filesIn('scripts', SOURCE)]
  const using = (name: RegExp): string[] =>
    everywhere.filter((file) => file !== 'db/commit.ts' && name.test(read(file))).sort()

  it('an act, and only by perform', () => {
    expect(using(/\bcommit(Region|Hub)\(/)).toEqual(['worker/acts/perform.ts'])
    // Claims of idempotency keys go into the act's own batch.
    expect(using(/\bclaimKey = /)).toEqual(['db/hub/queries/idempotency.ts', 'db/region/queries/idempotency.ts'])
  })
  it('and bookkeeping that is nobody’s act, in these files', () => {
    expect(using(/\bcommitBookkeeping\b/)).toEqual([
      'worker/jobs/sweep.ts',
      'worker/release/kinds/publication.ts',
      'worker/release/kinds/withdrawal.ts',
      'worker/release/relayOutbox.ts',
      'worker/services/auth/resolveKey.ts',
      'worker/services/auth/signOut.ts',
      'worker/services/log/sealLog.ts',
      'worker/services/log/signer.ts',
    ])
  })
  it('and every other batch only reads', () => {
    expect(using(/\.batch\(/).filter((file) => !file.startsWith('scripts/'))).toEqual([
      'db/hub/queries/organisations.ts',
      'db/readBatch.ts',
    ])
  })
})
