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

const isWire = (target: string): boolean => /^worker\/routes\/(wire|.+[/.](schema|limits))\.ts$/.test(target)
const isPackage = (target: string, name: RegExp): boolean =>
  !/^(worker|db|web|scripts|test)\//.test(target) && name.test(target)

const webMayImport = (t: string, isType: boolean): boolean =>
  t.startsWith('web/') ||
  t.startsWith('worker/engine/') ||
  t.startsWith('worker/authz/') ||
  (isType && isWire(t)) ||
  /^worker\/routes\/\w+\/limits\.ts$/.test(t) ||
  !/^(worker|db|scripts|test)\//.test(t)
const dbMayImport = (t: string, isType: boolean, file: string): boolean =>
  !t.startsWith('worker/') ||
  isType ||
  t.startsWith('worker/lib/') ||
  t.startsWith('worker/log/') ||
  (file.startsWith('db/seed/') && t.startsWith('worker/engine/'))

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
  it('permissions are pure: only themselves and wire types', () => {
    expect(
      refused(
        worker.filter((f) => f.startsWith('worker/authz/')),
        (t, isType) => t.startsWith('worker/authz/') || (isType && isWire(t)),
      ),
    ).toEqual([])
  })
  it('services know the wire contract, never a route', () => {
    expect(
      refused(
        worker.filter((f) => f.startsWith('worker/services/')),
        (t) => !t.startsWith('worker/routes/') || isWire(t),
      ),
    ).toEqual([])
  })
  it('the web takes from the Worker the engine, the permissions, wire types and limits, nothing else', () => {
    expect(refused(web, webMayImport)).toEqual([])
  })
  it('db/ takes types and primitives from the Worker and the log’s texts; only the seed runs its engine', () => {
    expect(refused(db, dbMayImport)).toEqual([])
  })
})

it('the engine reads no clock, no chance, no locale and no network', () => {
  const forbidden =
    /\b(Date\.now|new Date|Math\.random|performance\.now|fetch\(|toLocale\w+|Intl\.|crypto\.(getRandom|random))/
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
