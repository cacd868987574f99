import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DEMO_ACCOUNTS } from '../../../db/seed/demo/accounts.ts'
import { front } from '../../../scripts/serve/host.ts'
import { lockState, requireFreePort } from '../../../scripts/serve/lock.ts'
import { ROOT, readSettings } from '../../../scripts/serve/settings.ts'
import { countPlaywright, countVitest } from '../../../scripts/test/count.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'junheng-unit-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('readSettings', () => {
  it('has a default for everything', () => {
    expect(readSettings({})).toEqual({
      port: 8787,
      host: '127.0.0.1',
      state: join(ROOT, '.wrangler/state'),
      demo: true,
      operator: { email: 'operator@junheng.local', password: null },
      vars: {
        DEMO: 'local',
        RATE_LIMITS: 'on',
        CLIENT_ADDRESS_HEADER: '',
        RATE_KEY: '600000/60',
        DEMO_ACCOUNTS: JSON.stringify(DEMO_ACCOUNTS),
      },
    })
  })
  it('trusts a header and opens limits only when told so, and gives no public rate to real keys', () => {
    expect(
      readSettings({ JUNHENG_DEMO: '0', JUNHENG_ADDRESS_HEADER: ' X-Real-IP ', JUNHENG_RATE_LIMITS: 'off' }).vars,
    ).toEqual({ DEMO: '', RATE_LIMITS: 'off', CLIENT_ADDRESS_HEADER: 'x-real-ip' })
    expect(() => readSettings({ JUNHENG_RATE_LIMITS: 'no' })).toThrow()
  })
  it('takes what it is given', () => {
    expect(
      readSettings({
        PORT: '9000',
        HOST: '0.0.0.0',
        JUNHENG_STATE: folder,
        JUNHENG_DEMO: '0',
        JUNHENG_OPERATOR_EMAIL: ' Ops@Example.org ',
      }),
    ).toMatchObject({ port: 9000, host: '0.0.0.0', state: folder, demo: false, operator: { email: 'ops@example.org' } })
  })
  it.each([[{ PORT: 'abc' }], [{ PORT: '-1' }], [{ PORT: '70000' }], [{ JUNHENG_DEMO: 'no' }]])('refuses %o', (env) => {
    expect(() => readSettings(env)).toThrow()
  })
})

describe('lockState', () => {
  it('is free again after its release, and after a holder that is gone', () => {
    const release = lockState(folder, 1)
    release()
    writeFileSync(join(folder, 'server.json'), JSON.stringify({ pid: 2 ** 22 + 1, port: 1 }))
    expect(() => lockState(folder, 2)).not.toThrow()
  })
  it('ignores a live process that is no server of ours, and a broken mark', () => {
    writeFileSync(join(folder, 'server.json'), JSON.stringify({ pid: process.ppid, port: 1 }))
    expect(() => lockState(folder, 2)).not.toThrow()
    writeFileSync(join(folder, 'server.json'), '{')
    expect(() => lockState(folder, 2)).not.toThrow()
  })
})

it('a port in use is refused with a sentence that names it', async () => {
  const holder = createServer()
  await new Promise<void>((resolve) => {
    holder.listen(0, '127.0.0.1', resolve)
  })
  // Guarantee: a TCP server that listens has an address of this kind.
  const { port } = holder.address() as AddressInfo
  await expect(requireFreePort('127.0.0.1', port)).rejects.toThrow(`Port ${port} is in use`)
  await new Promise((resolve) => {
    holder.close(resolve)
  })
  await expect(requireFreePort('127.0.0.1', port)).resolves.toBeUndefined()
})

const file = () => new Response('the start page', { headers: { 'content-type': 'text/html', etag: '"1"' } })

describe('the front of the local server', () => {
  type Handler = {
    fetch: (
      request: Request,
      env: { ASSETS: { fetch: (request: Request) => Response } },
      ctx: unknown,
    ) => Promise<Response>
  }
  const load = async (): Promise<Handler> => {
    const worker = 'export default { fetch: (request) => new Response(`worker ${request.url}`), scheduled: () => 0 }'
    writeFileSync(join(folder, 'index.js'), worker)
    writeFileSync(join(folder, 'front.mjs'), front(['/api/*']).replace('./index.js', './index.mjs'))
    writeFileSync(join(folder, 'index.mjs'), worker)
    return ((await import(/* @vite-ignore */ join(folder, 'front.mjs'))) as { default: Handler }).default
  }
  const env = {
    ASSETS: {
      fetch: (request: Request) => (request.url === 'http://h/' ? file() : new Response(null, { status: 404 })),
    },
  }

  it('sends /api/ to the Worker, files to the assets, and what is no file to the Worker again', async () => {
    const handler = await load()
    const said = async (request: Request) => (await handler.fetch(request, env, {})).text()
    expect(await said(new Request('http://h/api/v1/x'))).toBe('worker http://h/api/v1/x')
    expect(await said(new Request('http://h/'))).toBe('the start page')
    expect(await said(new Request('http://h/apis'))).toBe('worker http://h/apis')
    expect(await said(new Request('http://h/', { method: 'POST' }))).toBe('worker http://h/')
  })
  it('marks texts for gzip where it is wanted, with a weak tag, and nothing else', async () => {
    const handler = await load()
    const ask = async (encoding: string, method = 'GET') =>
      (await handler.fetch(new Request('http://h/', { method, headers: { 'accept-encoding': encoding } }), env, {}))
        .headers
    const packed = await ask('br, gzip')
    expect([packed.get('content-encoding'), packed.get('etag'), packed.get('vary')]).toEqual([
      'gzip',
      'W/"1"',
      'Accept-Encoding',
    ])
    for (const encoding of ['', 'br', 'gzip;q=0', 'identity'])
      expect((await ask(encoding)).get('content-encoding'), encoding).toBeNull()
    expect((await ask('gzip', 'HEAD')).get('content-encoding')).toBeNull()
  })
  it('tells the Worker that people came by https', async () => {
    const handler = await load()
    const request = new Request('http://h/api/v1/x', { headers: { 'x-forwarded-proto': 'https' } })
    expect(await (await handler.fetch(request, env, {})).text()).toBe('worker https://h/api/v1/x')
  })
})

const report = (json: unknown): string => {
  const file = join(folder, 'report.json')
  writeFileSync(file, JSON.stringify(json))
  return file
}

describe('counting tests', () => {
  it('adds failures and skipped tests, and never passes a run in which nothing ran', () => {
    expect(
      countVitest(report({ numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 0 }), 1),
    ).toEqual({ passed: 5, failed: 3 })
    expect(
      countVitest(report({ numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 }), 0),
    ).toEqual({ passed: 0, failed: 1 })
    expect(countVitest(join(folder, 'absent.json'), 0)).toEqual({ passed: 0, failed: 1 })
  })
  it('takes a failing exit code for a failure even if every test passed', () => {
    expect(countPlaywright(report({ stats: { expected: 4, unexpected: 0, flaky: 0, skipped: 0 } }), 1)).toEqual({
      passed: 4,
      failed: 1,
    })
    expect(countPlaywright(report({ stats: { expected: 4, unexpected: 0, flaky: 1, skipped: 0 } }), 0)).toEqual({
      passed: 4,
      failed: 1,
    })
  })
})
