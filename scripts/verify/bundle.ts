/** Verifies one bundle or proof: from a file, from standard input (`-`), or from the address of a publication. Exit 0: one line; 1: the first
 * difference; 2: it could not be read, and what to do. Also built into one file that plain Node runs alone (scripts/web-verifier.ts). */
import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { verifyText } from '../../worker/record/verifyText.ts'
import { sayProof, sayReport, sayUnreadable, type Said } from './say.ts'

const [source, ...more] = process.argv.slice(2)
const { exit, lines } = await verify(source, more.length).catch((error: unknown): Said => ({
  exit: 2,
  lines: [`核验中断，没有结论 · broken off without a verdict: ${String(error)}`],
}))
for (const line of lines) (exit === 2 ? process.stderr : process.stdout).write(`${line}\n`)
process.exitCode = exit

async function verify(from: string | undefined, others: number): Promise<Said> {
  if (from === undefined || others > 0)
    return {
      exit: 2,
      lines: [
        '用法 · usage: npm run verify -- <bundle.json | - | https://…/results/pub_…>',
        '文件取自公开结果页的“下载核验包” · the file: “Download the bundle” on the page of a published result',
      ],
    }
  let content: string
  try {
    content = await contentOf(from)
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? ` (${error.cause.message})` : ''
    return { exit: 2, lines: [`读不到 · cannot read ${from}: ${error instanceof Error ? error.message : ''}${cause}`] }
  }
  const found = await verifyText(content)
  if (found.kind === 'unreadable') return sayUnreadable(from, found.why)
  return found.kind === 'proof' ? sayProof(found.proof, found.fault) : sayReport(found.report)
}

async function contentOf(from: string): Promise<string> {
  if (from === '-') return text(process.stdin)
  if (!/^https?:\/\//.test(from)) return readFile(from, 'utf8')
  const res = await fetch(bundleAddress(from))
  if (!res.ok) throw new Error(`${bundleAddress(from)} → ${res.status}`)
  return res.text()
}

/** The page of a publication, any of its API addresses, or a file elsewhere. */
function bundleAddress(address: string): string {
  const url = new URL(address)
  const id = /^\/(?:results|api\/v1\/publications)\/([^/]+)/.exec(url.pathname)?.[1]
  const isOther = id === undefined || /\/(bundle|proof)$/.test(url.pathname)
  return isOther ? url.href : new URL(`/api/v1/publications/${id}/bundle`, url).href
}
