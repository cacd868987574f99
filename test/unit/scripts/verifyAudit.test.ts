/** `npm run verify -- audit` on an export kept from a running server: a city whose first acts are older than the log, and which changed its key once.
 * The file stays as it is for ever: it is what somebody may have kept. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { faultWords, summaryWords } from '../../../scripts/verify/auditWords.ts'
import { verifyExport } from '../../../worker/log/verifyExport.ts'
import { ROOT, read } from '../../support/sources.ts'

const KEPT = 'test/unit/scripts/data/audit-export-1.ndjson'
/** What scripts/verify.mjs starts for `audit`; through npm it would take twice as long. */
const CHECK = join(ROOT, 'scripts/verify/audit.ts')
const folder = mkdtempSync(join(tmpdir(), 'junheng-verify-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Act {
  readonly act: { seq: number; entry: string; leaf: string; row: { id: string; detail: object; actor: string } }
}
const lines = read(KEPT).trim().split('\n')
const firstAct = lines.findIndex((line) => line.startsWith('{"act"'))
const headLine = lines.findIndex((line) => line.startsWith('{"head"'))

/** What the command prints and leaves with, without a process for each of many files. */
async function check(content: readonly string[]): Promise<{ status: number; said: string }> {
  const verdict = await verifyExport(inOrder(content))
  return verdict.ok
    ? { status: 0, said: summaryWords(verdict) }
    : { status: 1, said: faultWords(verdict.log, verdict.fault).join('\n') }
}

async function* inOrder(content: readonly string[]): AsyncGenerator<string> {
  yield* content
}

function verify(content: string | readonly string[], ...more: string[]): { status: number | null; said: string } {
  const file = join(folder, 'export.ndjson')
  writeFileSync(file, typeof content === 'string' ? content : `${content.join('\n')}\n`)
  const { status, stdout, stderr } = spawnSync(process.execPath, [CHECK, file, ...more], {
    cwd: folder,
    env: { ...process.env, NODE_OPTIONS: '--disable-warning=ExperimentalWarning' },
    encoding: 'utf8',
  })
  return { status, said: `${stdout}${stderr}` }
}
const changed = (at: number, change: (line: string) => string): string[] =>
  lines.map((line, i) => (i === at ? change(line) : line))
/** The line of act `seq`, changed as an object. */
const withAct = (seq: number, change: (act: Act['act']) => void): string[] =>
  changed(firstAct + seq - 1, (line) => {
    const made = JSON.parse(line) as Act
    change(made.act)
    return JSON.stringify(made)
  })

it('says in one line that a kept export fits', () => {
  const { status, said } = verify(lines)
  expect(said).toMatch(
    /^✓ 澄砚市 \(chengyan\) city\/org_demo_chengyan：20 条.*head 20 bf6d696069257001….*ed25519-0baced38.*\n$/,
  )
  expect(status).toBe(0)
})

it.each<[string, string[], RegExp]>([
  [
    'an edited row',
    withAct(3, (a) => (a.row.detail = { areas: 1 })),
    /第 3 条.*\n.*act 3 \(aud_\w+\) was edited: detail/,
  ],
  ['an edited actor', withAct(4, (a) => (a.row.actor = 'user:usr_other')), /act 4 .* was edited: actor/],
  ['an edited text', withAct(7, (a) => (a.entry = a.entry.replace('usr_demo_01', 'usr_demo_02'))), /act 7 /],
  ['a text that is no JSON', withAct(7, (a) => (a.entry = `${a.entry} `)), /act 7 .* after it was sealed/],
  ['a removed row', lines.filter((_, i) => i !== firstAct + 8), /act 9 is missing/],
  ['the removed last row', lines.filter((_, i) => i !== firstAct + 19), /act 20 is missing/],
  [
    'two rows that changed places',
    lines.map((line, i) =>
      i === firstAct + 1 ? (lines[i + 2] ?? '') : i === firstAct + 3 ? (lines[i - 2] ?? '') : line,
    ),
    /act 2 was moved: \w+, which stands there, is act 4/,
  ],
  ['a row given another number', withAct(5, (a) => (a.seq = 6)), /act 5 is missing/],
  ['a cut file', lines.slice(0, -3), /cut short/],
  ['a file without heads', lines.filter((line) => !line.startsWith('{"head"')), /cut short/],
  ['another root', changed(headLine, (l) => l.replace('fd596c10', 'fd596c11')), /acts 1–19 .* signed at 19/],
  [
    'another moment',
    changed(headLine, (l) => l.replace(/"at":(\d+)\d/, '"at":$10')),
    /signature of the head of size 19/,
  ],
  [
    'another key',
    changed(headLine - 1, (l) => l.replace(/"publicKey":"./, '"publicKey":"A')),
    /head of size 20 .*not among/,
  ],
  ['another log', changed(0, (l) => l.replace('city/org_demo', 'hub/org_demo')), /signature of the head of size 19/],
  ['something else', ['{"a":1}'], /line 1 does not belong/],
  ['nothing', [], /cut short/],
])('names %s', async (_, content, words) => {
  const { status, said } = await check(content)
  expect(said).toMatch(words)
  expect(status).toBe(1)
})

it('leaves with 1 and names the place on the command line, too', () => {
  const { status, said } = verify(withAct(3, (a) => (a.row.detail = { areas: 1 })))
  expect(said).toMatch(/第 3 条.*\n.*act 3 \(aud_\w+\) was edited: detail/)
  expect(status).toBe(1)
})

it('takes keys and a kept head from elsewhere, and believes them more than the export', () => {
  const { head } = JSON.parse(lines[headLine] ?? '') as { head: object }
  const kept = join(folder, 'head.json')
  writeFileSync(kept, JSON.stringify({ ...head, log: 'city/org_demo_chengyan' }))
  expect(verify(lines, '--head', 'head.json').status).toBe(0)
  writeFileSync(kept, JSON.stringify({ ...head, log: 'city/org_demo_chengyan', root: '0'.repeat(64) }))
  expect(verify(lines, '--head', 'head.json').said).toContain('history was rewritten')

  const keys = lines.filter((l) => l.startsWith('{"key"')).map((l) => (JSON.parse(l) as { key: { owner: string } }).key)
  const list = join(folder, 'keys.json')
  writeFileSync(list, JSON.stringify({ keys }))
  expect(verify(lines, '--keys', 'keys.json').status).toBe(0)
  writeFileSync(list, JSON.stringify({ keys: keys.slice(0, 1) }))
  expect(verify(lines, '--keys', 'keys.json').said).toContain('head of size 20')
  writeFileSync(list, '[]')
  expect(verify(lines, '--keys', 'keys.json').status).toBe(2)
})

const run = (...command: string[]) => spawnSync(process.execPath, command, { cwd: folder, encoding: 'utf8' })

it('says how it is used when it is not told a file that it can read', () => {
  const command = join(ROOT, 'scripts/verify.mjs')
  for (const words of [[command], [command, 'audit'], [CHECK, 'a', 'b']]) {
    const { status, stderr } = run(...words)
    expect([status, stderr]).toEqual([2, expect.stringContaining('usage: npm run verify')])
  }
  expect(run(CHECK, 'absent.ndjson').status).toBe(2)
})

it('the script in docs/audit.md finds the same without this project', () => {
  const script = /```js\n([\s\S]*?)```/.exec(read('docs/audit.md'))?.[1] ?? ''
  const found = (input: string): string =>
    spawnSync(process.execPath, ['--input-type=module', '-e', script], { input, encoding: 'utf8' }).stdout
  expect(found(lines.join('\n'))).toMatch(/^fits 20 bf6d696069257001/)
  const edited = withAct(3, (a) => (a.entry = a.entry.replace('usr_demo_01', 'usr_demo_02')))
  expect(found(edited.join('\n'))).toMatch(/^does not fit 20 /)
})
