/** The command as somebody types it, and the one file that runs without this project. */
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildVerifier } from '../../../scripts/web-verifier.ts'
import { ROOT, read } from '../../support/sources.ts'

const OPEN = read('test/fixtures/bundle@1/open.json')
const folder = mkdtempSync(join(tmpdir(), 'junheng-verify-'))
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}
beforeAll(async () => file('verify.mjs', await buildVerifier()))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const run = (args: readonly string[], input = '') => {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: folder,
    input,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] ?? '' },
  })
  return { status, stdout, stderr }
}
const alone = (args: readonly string[], input?: string) => run([join(folder, 'verify.mjs'), ...args], input)

describe('the verifier alone', () => {
  it('exits 0 with one line when everything agrees', () => {
    const { status, stdout, stderr } = alone([join(ROOT, 'test/fixtures/bundle@1/open.json')])
    expect([status, stderr, stdout.split('\n').length]).toEqual([0, '', 2])
    expect(stdout).toContain('核验通过 · verified')
    expect(alone(['-'], OPEN)).toEqual({ status, stdout, stderr })
  })
  it('exits 0 and says what it could not look at when values are withheld', () => {
    const { status, stdout } = alone([join(ROOT, 'test/fixtures/bundle@1/withheld.json')])
    expect([status, stdout.split('\n').length]).toEqual([0, 2])
    expect(stdout).toContain('raw values are withheld')
  })
  it('exits 1 and names the first difference', () => {
    const bundle = JSON.parse(OPEN) as {
      head: { areas: { name: string }[] }
      periods: { scores: Record<string, number[]> }[]
    }
    const scores = bundle.periods[2]?.scores['JH'] ?? []
    scores[1] = 12.5
    const { status, stdout } = alone([file('changed.json', JSON.stringify(bundle))])
    expect([status, stdout.split('\n').length]).toEqual([1, 2])
    for (const word of ['2023', bundle.head.areas[1]?.name ?? '?', 'score', '12.5', 'scores.JH[1]'])
      expect(stdout).toContain(word)
  })
  it('exits 2 and says what to do for what is no bundle', () => {
    for (const [args, words] of [
      [[], 'usage'],
      [['a', 'b'], 'usage'],
      [[join(folder, 'absent.json')], 'cannot read'],
      [[file('cut.json', OPEN.slice(0, 2000))], 'download the bundle again'],
      [[file('other.json', '{"format":"junheng/bundle@9"}')], 'newer'],
    ] as const) {
      const { status, stdout, stderr } = alone(args)
      expect([status, stdout], words).toEqual([2, ''])
      expect(stderr).toContain(words)
    }
  })
  it('fetches from the page of a publication, and says what it could not fetch', async () => {
    const asked: string[] = []
    const server = createServer((request, answer) => {
      asked.push(request.url ?? '')
      answer.statusCode = request.url === '/api/v1/publications/pub_1/bundle' ? 200 : 404
      answer.end(OPEN)
    })
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    const { port } = server.address() as AddressInfo
    const exits = async (path: string): Promise<number | null> => {
      const child = spawn(process.execPath, [join(folder, 'verify.mjs'), `http://127.0.0.1:${port}${path}`], {
        cwd: folder,
      })
      return new Promise((ended) => child.on('exit', ended))
    }
    expect(await exits('/results/pub_1?period=2024')).toBe(0)
    expect(await exits('/api/v1/publications/pub_1')).toBe(0)
    expect(await exits('/results/pub_2')).toBe(2)
    expect(asked).toEqual([
      '/api/v1/publications/pub_1/bundle',
      '/api/v1/publications/pub_1/bundle',
      '/api/v1/publications/pub_2/bundle',
    ])
    await new Promise((closed) => server.close(closed))
  })
  it('verifies a proof', () => {
    const proof = join(ROOT, 'test/fixtures/proof@1/city.json')
    expect(alone([proof]).status).toBe(0)
    const wrong = file('proof.json', read('test/fixtures/proof@1/city.json').replace('"index":140', '"index":141'))
    expect(alone([wrong]).status).toBe(1)
  })
})
